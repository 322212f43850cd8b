import type { Size } from '../../platform/documents/measure.ts';
import { type Corners, eachCorner, type Point } from './corners.ts';

/** Four values a pixel, row after row, as a canvas gives them. */
export type Picture = { readonly width: number; readonly height: number; readonly data: Uint8ClampedArray };

/** In whole pixels. */
export type Box = { readonly left: number; readonly top: number; readonly width: number; readonly height: number };
/** A photograph that is read box by box, at a scale of 1 at most: whole, it takes 48 MB of a telephone. */
export type Photo = {
  readonly width: number;
  readonly height: number;
  readonly part: (box: Box, scale: number) => Picture;
};
export type Tile = { readonly left: number; readonly top: number; readonly picture: Picture };
/** Its tiles are made as they are asked for: between two of them, the page may answer. */
export type Straightened = { readonly width: number; readonly height: number; readonly tiles: () => Iterable<Tile> };

/** Pixels of a tile's side. */
const TILE = 512;

/** The page within these corners as if seen from above, `longest` pixels on its longer side at most. */
export function straightened(photo: Photo, corners: Corners, longest: number): Straightened {
  const at = eachCorner(corners, ({ x, y }) => ({ x: x * photo.width, y: y * photo.height }));
  const { width, height, scale } = sizeOf(at, longest);
  const where = seenFrom(at);
  const tile = (left: number, top: number): Tile => {
    const [right, bottom] = [Math.min(width, left + TILE), Math.min(height, top + TILE)];
    const ends = [left, right].flatMap((x) => [top, bottom].map((y) => where(x / width, y / height)));
    const box = around(ends, photo);
    const part = photo.part(box, scale);
    const [across, down] = [part.width / box.width, part.height / box.height];
    const made = { width: right - left, height: bottom - top };
    const data = new Uint8ClampedArray(made.width * made.height * 4);
    for (let y = top, place = 0; y < bottom; y++)
      for (let x = left; x < right; x++, place += 4) {
        const from = where((x + 0.5) / width, (y + 0.5) / height);
        blend(part, (from.x - box.left) * across - 0.5, (from.y - box.top) * down - 0.5, data, place);
      }
    return { left, top, picture: { ...made, data } };
  };
  const tiles = function* (): Iterable<Tile> {
    for (let top = 0; top < height; top += TILE) for (let left = 0; left < width; left += TILE) yield tile(left, top);
  };
  return { width, height, tiles };
}

/** How large the page is in a photograph of this size. */
export function sizeWithin(size: Size, corners: Corners): Size {
  const at = eachCorner(corners, ({ x, y }) => ({ x: x * size.width, y: y * size.height }));
  return sizeOf(at, Number.POSITIVE_INFINITY);
}

/** A straight side seen in perspective stays straight: what lies within four corners lies within the box of them. */
function around(ends: readonly Point[], { width, height }: Photo): Box {
  const [xs, ys] = [ends.map(({ x }) => x), ends.map(({ y }) => y)];
  const left = Math.min(width - 1, Math.max(0, Math.floor(Math.min(...xs)) - 2));
  const top = Math.min(height - 1, Math.max(0, Math.floor(Math.min(...ys)) - 2));
  const right = Math.min(width, Math.max(left + 1, Math.ceil(Math.max(...xs)) + 2));
  const bottom = Math.min(height, Math.max(top + 1, Math.ceil(Math.max(...ys)) + 2));
  return { left, top, width: right - left, height: bottom - top };
}

/** Of two sides that face each other the longer one: nothing is lost. */
function sizeOf([a, b, c, d]: Corners, longest: number) {
  const across = Math.max(distance(a, b), distance(d, c));
  const down = Math.max(distance(b, c), distance(a, d));
  const scale = Math.min(1, longest / Math.max(across, down));
  return { width: Math.max(1, Math.round(across * scale)), height: Math.max(1, Math.round(down * scale)), scale };
}

/** Where a point of the page, 0 to 1 in each direction, stands in the photograph (a square seen in perspective: Heckbert, 1989). */
function seenFrom([a, b, c, d]: Corners): (u: number, v: number) => Point {
  const [bx, by, dx, dy] = [b.x - c.x, b.y - c.y, d.x - c.x, d.y - c.y];
  const [sx, sy] = [a.x - b.x + c.x - d.x, a.y - b.y + c.y - d.y];
  const whole = bx * dy - dx * by;
  const [g, h] = [(sx * dy - dx * sy) / whole, (bx * sy - sx * by) / whole];
  const [xu, xv] = [b.x - a.x + g * b.x, d.x - a.x + h * d.x];
  const [yu, yv] = [b.y - a.y + g * b.y, d.y - a.y + h * d.y];
  return (u, v) => {
    const far = g * u + h * v + 1;
    return { x: (xu * u + xv * v + a.x) / far, y: (yu * u + yv * v + a.y) / far };
  };
}

/** Between the four pixels around it. */
function blend({ width, height, data }: Picture, x: number, y: number, into: Uint8ClampedArray, place: number): void {
  const left = Math.min(width - 1, Math.max(0, Math.floor(x)));
  const top = Math.min(height - 1, Math.max(0, Math.floor(y)));
  const right = Math.min(width - 1, left + 1);
  const bottom = Math.min(height - 1, top + 1);
  const [ax, ay] = [Math.min(1, Math.max(0, x - left)), Math.min(1, Math.max(0, y - top))];
  const [p, q, r, s] = [top * width + left, top * width + right, bottom * width + left, bottom * width + right];
  for (let channel = 0; channel < 4; channel++) {
    const upper = (data[p * 4 + channel] ?? 0) * (1 - ax) + (data[q * 4 + channel] ?? 0) * ax;
    const lower = (data[r * 4 + channel] ?? 0) * (1 - ax) + (data[s * 4 + channel] ?? 0) * ax;
    into[place + channel] = upper * (1 - ay) + lower * ay;
  }
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
