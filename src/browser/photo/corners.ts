import type { Grey } from '../../platform/documents/measure.ts';

/** In parts of the picture's width and height. */
export type Point = { readonly x: number; readonly y: number };
/** Of a page, from the upper left one with the clock. */
export type Corners = readonly [Point, Point, Point, Point];

export function eachCorner([a, b, c, d]: Corners, to: (corner: Point) => Point): Corners {
  return [to(a), to(b), to(c), to(d)];
}

/** Between the page and what it lies on, in grey levels. */
const CONTRAST = 50;
/** Of the picture, that a page takes at least. */
const SHARE = 0.04;
/** How far from a shape of four straight sides, in parts of its area. */
const UNEVEN = 0.06;
/** Degrees from the upright at which a side is seen to lean. */
const LEANS = 3;
/** Where a page goes on outside: what it takes of the picture at least, and of how many sides at most. More is a scan, or a light table. */
const CUT = { share: 0.15, sides: 2 } as const;

/** `leans`: one of its sides does. */
export type FoundPage = { readonly corners: Corners; readonly leans: boolean };

/**
 * A light page on a darker ground; `cut`: it goes on outside of the picture. Null: there is none, or it can't be told. `grey`: some 320
 * pixels on the longer side.
 */
export function pageIn(grey: Grey): FoundPage | 'cut' | null {
  const threshold = thresholdOf(grey);
  const rows = threshold === null ? null : largestLight(grey, threshold);
  if (rows === null) return null;
  const { width, height } = grey;
  const corners = cornersOf(rows);
  const area = areaOf(corners);
  const seen = rows.reduce((sum, { left, right }) => sum + right - left + 1, 0);
  if (area < SHARE * width * height || Math.abs(seen / area - 1) > UNEVEN) return null;
  const touched = sidesTouched(rows, grey);
  if (touched > 0) return touched <= CUT.sides && area >= CUT.share * width * height ? 'cut' : null;
  return { corners: eachCorner(corners, ({ x, y }) => ({ x: x / width, y: y / height })), leans: leans(corners) };
}

/** What tells the two most apart (Otsu, 1979); null: they hardly differ. */
function thresholdOf({ values }: Grey): number | null {
  const counts = new Float64Array(256);
  let all = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? 0;
    counts[value] = (counts[value] ?? 0) + 1;
    all += value;
  }
  let [best, found, contrast] = [0, 0, 0];
  for (let level = 0, below = 0, sum = 0; level < 255; level++) {
    below += counts[level] ?? 0;
    sum += level * (counts[level] ?? 0);
    const above = values.length - below;
    if (below === 0 || above === 0) continue;
    const apart = (all - sum) / above - sum / below;
    const score = below * above * apart * apart;
    if (score > best) [best, found, contrast] = [score, level, apart];
  }
  return contrast < CONTRAST ? null : found;
}

type Span = { readonly y: number; readonly left: number; readonly right: number };

/** From where to where it goes in each row: what is written on the page counts as page. Null: nothing is light. */
function largestLight({ width, height, values }: Grey, threshold: number): readonly Span[] | null {
  const part = new Int32Array(width * height);
  const waiting: number[] = [];
  let [parts, largest, size] = [0, 0, 0];
  for (let start = 0; start < part.length; start++) {
    if (part[start] !== 0 || (values[start] ?? 0) <= threshold) continue;
    parts += 1;
    let count = 0;
    part[start] = parts;
    waiting.push(start);
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
      count += 1;
      const x = at % width;
      for (const next of [x > 0 ? at - 1 : -1, x < width - 1 ? at + 1 : -1, at - width, at + width]) {
        if (next < 0 || next >= part.length || part[next] !== 0 || (values[next] ?? 0) <= threshold) continue;
        part[next] = parts;
        waiting.push(next);
      }
    }
    if (count > size) [largest, size] = [parts, count];
  }
  if (largest === 0) return null;
  const rows = Array.from({ length: height }, (_, y) => {
    const row = part.subarray(y * width, (y + 1) * width);
    return { y, left: row.indexOf(largest), right: row.lastIndexOf(largest) };
  });
  return rows.filter(({ left }) => left >= 0);
}

/** Of the picture's four. */
function sidesTouched(rows: readonly Span[], { width, height }: Grey): number {
  const touches: readonly ((span: Span) => boolean)[] = [
    ({ y }) => y === 0,
    ({ y }) => y === height - 1,
    ({ left }) => left === 0,
    ({ right }) => right === width - 1,
  ];
  return touches.filter((side) => rows.some(side)).length;
}

/** What lies furthest towards each corner of the picture, at the outer edge of its pixels. */
function cornersOf(rows: readonly Span[]): Corners {
  const furthest = (x: 'left' | 'right', along: (x: number, y: number) => number): Point => {
    const [first, ...others] = rows.map((row) => ({ x: row[x], y: row.y }));
    return others.reduce((a, b) => (along(b.x, b.y) > along(a.x, a.y) ? b : a), first ?? { x: 0, y: 0 });
  };
  const [a, b, c, d] = [
    furthest('left', (x, y) => -x - y),
    furthest('right', (x, y) => x - y),
    furthest('right', (x, y) => x + y),
    furthest('left', (x, y) => y - x),
  ];
  return [a, { x: b.x + 1, y: b.y }, { x: c.x + 1, y: c.y + 1 }, { x: d.x, y: d.y + 1 }];
}

function areaOf(corners: Corners): number {
  const twice = corners.reduce((sum, { x, y }, rank) => {
    const next = corners[rank + 1] ?? corners[0];
    return sum + x * next.y - next.x * y;
  }, 0);
  return Math.abs(twice) / 2;
}

function leans(corners: Corners): boolean {
  return corners.some(({ x, y }, rank) => {
    const next = corners[rank + 1] ?? corners[0];
    const sides = [Math.abs(next.x - x), Math.abs(next.y - y)];
    return (Math.atan2(Math.min(...sides), Math.max(...sides)) * 180) / Math.PI > LEANS;
  });
}
