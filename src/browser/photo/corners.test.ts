import { describe, expect, it } from 'vitest';
import { type FoundPage, type Point, pageIn } from './corners.ts';

const [WIDTH, HEIGHT] = [240, 320];
const inside = (shape: readonly Point[], x: number, y: number): boolean =>
  shape.every((a, rank) => {
    const b = shape[(rank + 1) % shape.length] as Point;
    return (b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x) >= 0;
  });

type Scene = { readonly table?: number; readonly paper?: number; readonly noise?: number };

/** A page with lines of writing, on a table. */
function photo(shape: readonly (readonly [number, number])[], { table = 70, paper = 215, noise = 12 }: Scene = {}) {
  const page = shape.map(([x, y]) => ({ x: x * WIDTH, y: y * HEIGHT }));
  let seed = 7;
  const values = Uint8Array.from({ length: WIDTH * HEIGHT }, (_, at) => {
    const [x, y] = [(at % WIDTH) + 0.5, Math.floor(at / WIDTH) + 0.5];
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    const written = Math.floor(y) % 12 < 2 && x % 50 > 12;
    const here = inside(page, x, y) ? (written ? 60 : paper) : table;
    return Math.min(255, Math.max(0, here + (seed / 2_147_483_648 - 0.5) * 2 * noise));
  });
  return { width: WIDTH, height: HEIGHT, values };
}

const leaning = [
  [0.2, 0.12],
  [0.85, 0.2],
  [0.8, 0.9],
  [0.12, 0.8],
] as const;

describe('A page that lies askew', () => {
  it('is found by its four corners, from the upper left one with the clock', () => {
    const { corners: found, leans } = pageIn(photo(leaning)) as FoundPage;
    expect(leans).toBe(true);
    for (const [rank, [x, y]] of leaning.entries()) {
      expect(Math.abs((found[rank]?.x ?? 9) - x)).toBeLessThan(0.015);
      expect(Math.abs((found[rank]?.y ?? 9) - y)).toBeLessThan(0.015);
    }
  });
  it('is found seen from below, where its sides run together', () => {
    const trapeze = [
      [0.3, 0.2],
      [0.7, 0.2],
      [0.9, 0.85],
      [0.1, 0.85],
    ] as const;
    expect((pageIn(photo(trapeze)) as FoundPage).corners[0].x).toBeCloseTo(0.3, 1);
  });
  it('is found where it stands upright too, and doesn’t lean', () => {
    const upright = [
      [0.1, 0.1],
      [0.9, 0.1],
      [0.9, 0.9],
      [0.1, 0.9],
    ] as const;
    expect((pageIn(photo(upright)) as FoundPage).leans).toBe(false);
  });
});

it('A page that goes on outside of the picture is told: on one side, or by two', () => {
  const cut = [
    [0.2, 0.12],
    [1.1, 0.2],
    [1.05, 0.9],
    [0.12, 0.8],
  ] as const;
  const upright = (left: number, top: number, right: number, bottom: number) =>
    photo([
      [left, top],
      [right, top],
      [right, bottom],
      [left, bottom],
    ]);
  expect([photo(cut), upright(-0.1, 0.1, 0.8, 0.9), upright(-0.1, 0.1, 1.1, 0.9)].map(pageIn)).toEqual([
    'cut',
    'cut',
    'cut',
  ]);
  // Nearly all of it, as a scan is; a light thing at the edge.
  expect([upright(-0.1, -0.1, 1.1, 0.95), upright(0.8, 0.1, 1.1, 0.5)].map(pageIn)).toEqual([null, null]);
});

describe('No page is found', () => {
  const tiny = [
    [0.4, 0.4],
    [0.6, 0.45],
    [0.58, 0.6],
    [0.38, 0.55],
  ] as const;
  const five = [
    [0.3, 0.1],
    [0.7, 0.1],
    [0.95, 0.5],
    [0.5, 0.95],
    [0.05, 0.5],
  ] as const;
  it.each([
    ['where it is small', photo(tiny)],
    ['where it is no shape of four sides', photo(five)],
    ['where the table is as light', photo(leaning, { table: 190 })],
    ['where there is no page', photo([])],
    ['where all is page', photo([], { table: 255, noise: 0 })],
    ['where all is black', photo([], { table: 0, noise: 0 })],
    ['in a picture of one pixel', { width: 1, height: 1, values: [255] }],
  ])('%s', (_, grey) => {
    expect(pageIn(grey)).toBeNull();
  });
});
