import { expect, it } from 'vitest';
import type { Corners } from './corners.ts';
import { type Photo, type Picture, straightened as straightenedInTiles } from './straighten.ts';

const SIZE = 200;
const picture = (colour: (x: number, y: number) => number): Picture => {
  const data = new Uint8ClampedArray(SIZE * SIZE * 4);
  for (let at = 0; at < SIZE * SIZE; at++)
    data.set([colour((at % SIZE) + 0.5, Math.floor(at / SIZE) + 0.5), 0, 0, 255], at * 4);
  return { width: SIZE, height: SIZE, data };
};
const redAt = ({ width, height, data }: Picture, u: number, v: number): number =>
  data[(Math.floor(v * height) * width + Math.floor(u * width)) * 4] ?? -1;

/** What is read of it is a box, and what is made is put together, as a canvas does. */
function straightened(photo: Picture, corners: Corners, longest: number): Picture {
  const part: Photo['part'] = ({ left, top, width, height }) => {
    const data = new Uint8ClampedArray(width * height * 4);
    for (let y = 0; y < height; y++) {
      const from = ((top + y) * photo.width + left) * 4;
      data.set(photo.data.subarray(from, from + width * 4), y * width * 4);
    }
    return { width, height, data };
  };
  const { width, height, tiles } = straightenedInTiles({ ...photo, part }, corners, longest);
  const data = new Uint8ClampedArray(width * height * 4);
  for (const { left, top, picture } of tiles())
    for (let y = 0; y < picture.height; y++)
      data.set(
        picture.data.subarray(y * picture.width * 4, (y + 1) * picture.width * 4),
        ((top + y) * width + left) * 4,
      );
  return { width, height, data };
}

it('A page that was turned stands upright, with what was in its corners in its corners', () => {
  const angle = (20 * Math.PI) / 180;
  const [sine, cosine] = [Math.sin(angle), Math.cos(angle)];
  const turned = (x: number, y: number) => ({
    x: (100 + (x - 50) * cosine - (y - 30) * sine) / SIZE,
    y: (100 + (x - 50) * sine + (y - 30) * cosine) / SIZE,
  });
  const corners: Corners = [turned(0, 0), turned(100, 0), turned(100, 60), turned(0, 60)];
  const photo = picture((px, py) => {
    const x = (px - 100) * cosine + (py - 100) * sine + 50;
    const y = -(px - 100) * sine + (py - 100) * cosine + 30;
    return x < 0 || x > 100 || y < 0 || y > 60 ? 255 : (x > 50 ? 50 : 0) + (y > 30 ? 100 : 0);
  });
  const page = straightened(photo, corners, 1000);
  expect([page.width, page.height]).toEqual([100, 60]);
  expect([redAt(page, 0.1, 0.1), redAt(page, 0.9, 0.1), redAt(page, 0.9, 0.9), redAt(page, 0.1, 0.9)]).toEqual([
    0, 50, 150, 100,
  ]);
  expect([...page.data].filter((value, at) => at % 4 === 0 && value > 200).length).toBeLessThan(0.02 * 6000);
});

it('A page seen from below has its middle in the middle: what is far is drawn out again', () => {
  const corners: Corners = [
    { x: 0.3, y: 0.1 },
    { x: 0.7, y: 0.1 },
    { x: 0.9, y: 0.9 },
    { x: 0.1, y: 0.9 },
  ];
  // The diagonals cross in its middle, a third of the way down.
  const middle = (0.1 + 0.8 / 3) * SIZE;
  const page = straightened(
    picture((_, y) => (y < middle ? 0 : 200)),
    corners,
    1000,
  );
  expect([redAt(page, 0.5, 0.47), redAt(page, 0.5, 0.53)]).toEqual([0, 200]);
  expect(page.width).toBe(160);
});

it('It is no larger than asked', () => {
  const corners: Corners = [
    { x: 0, y: 0 },
    { x: 1, y: 0.1 },
    { x: 1, y: 1 },
    { x: 0, y: 0.9 },
  ];
  const { width, height } = straightened(
    picture(() => 9),
    corners,
    50,
  );
  expect(Math.max(width, height)).toBe(50);
});

it('A page of several tiles has no seam: what grows from left to right grows in all of it', () => {
  const wide = { width: 1400, height: 600 };
  const data = new Uint8ClampedArray(wide.width * wide.height * 4);
  for (let at = 0; at < wide.width * wide.height; at++) data[at * 4] = (255 * (at % wide.width)) / wide.width;
  const corners: Corners = [
    { x: 0.02, y: 0.05 },
    { x: 0.95, y: 0.01 },
    { x: 0.98, y: 0.95 },
    { x: 0.05, y: 0.99 },
  ];
  const page = straightened({ ...wide, data }, corners, 5000);
  expect(Math.max(page.width, page.height)).toBeGreaterThan(1200);
  const falls = Array.from({ length: page.width - 1 }, (_, x) => {
    const at = (Math.floor(page.height / 2) * page.width + x) * 4;
    return (page.data[at] ?? 0) - (page.data[at + 4] ?? 0);
  });
  expect(Math.max(...falls)).toBeLessThanOrEqual(1);
});
