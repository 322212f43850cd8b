import { type Box, DENSITY, type PrintedPage } from './printedBoxes.ts';
import { darkestOf, type Plane } from './seenPages.ts';

/** In pixels. */
export type Point = { readonly x: number; readonly y: number };

/** From a pixel of the print to one of the scan: two rows of three. */
type Affine = readonly [number, number, number, number, number, number];

/** Square millimetres of ink under which a box counts as empty: dots and dust. A pair of initials has five. */
const LEAST_INK = 3;
/** A box is judged only where the print around was found again: of the scan's own contrast, how much lies where it should. */
const FOUND = 0.45;
/** Millimetres around what is printed where nothing is counted, and above a box where its print is looked for. */
const [AROUND, ABOVE] = [1.4, 45];
/** Side of the squares whose paper is taken for one grey, in millimetres, and how much darker ink is. */
const [SQUARE, INK] = [8, 40];

/**
 * The words of the boxes that hold no ink on a scan of the page, seen by its darkest colour. `from` and `to`: the same three points (of its square code), on the
 * print and on the scan. null: the boxes can't be found there, and nothing is said.
 */
export function emptyBoxes(
  printed: PrintedPage,
  seen: Plane,
  from: readonly Point[],
  to: readonly Point[],
): readonly string[] | null {
  const print = darkestOf(printed.picture.pixels, printed.picture, 4);
  const around = enclosing(printed.boxes);
  const region = { ...around, left: 0, right: print.width, top: Math.max(0, around.top - ABOVE * DENSITY) };
  const ink = pointsOf(print, { ...region, bottom: Math.min(print.height, around.bottom + 2 * DENSITY) });
  const found = matched(similar(from, to), ink, seen, middleOf(around));
  if (found.contrast < FOUND * spreadAt(found.at, ink, seen)) return null;
  return printed.boxes.filter((box) => inkIn(box, print, seen, found.at) < LEAST_INK).map(({ words }) => words);
}

function enclosing(boxes: readonly Box[]): Box {
  return {
    left: Math.min(...boxes.map(({ left }) => left)),
    top: Math.min(...boxes.map(({ top }) => top)),
    right: Math.max(...boxes.map(({ right }) => right)),
    bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
  };
}

const middleOf = ({ left, top, right, bottom }: Box): Point => ({ x: (left + right) / 2, y: (top + bottom) / 2 });

/** Turned, moved and made larger or smaller alike: the best by least squares. */
function similar(from: readonly Point[], to: readonly Point[]): Affine {
  const mean = (points: readonly Point[]): Point => ({
    x: points.reduce((sum, { x }) => sum + x, 0) / points.length,
    y: points.reduce((sum, { y }) => sum + y, 0) / points.length,
  });
  const [here, there] = [mean(from), mean(to)];
  let [along, across, size] = [0, 0, 0];
  from.forEach((point, index) => {
    const [px, py] = [point.x - here.x, point.y - here.y];
    const [qx, qy] = [(to[index]?.x ?? 0) - there.x, (to[index]?.y ?? 0) - there.y];
    along += px * qx + py * qy;
    across += px * qy - py * qx;
    size += px * px + py * py;
  });
  const [a, b] = [along / size, across / size];
  return [a, -b, there.x - a * here.x + b * here.y, b, a, there.y - b * here.x - a * here.y];
}

type Ink = { readonly dark: readonly Point[]; readonly light: readonly Point[] };
const MOST_POINTS = 500;

/** Points that are printed, and points that aren't, a millimetre from what is. */
function pointsOf({ width, values }: Plane, { left, top, right, bottom }: Box): Ink {
  const dark: Point[] = [];
  const light: Point[] = [];
  const at = (x: number, y: number): number => values[y * width + x] ?? 255;
  for (let y = top + DENSITY; y < bottom - DENSITY; y += 1)
    for (let x = left + DENSITY; x < right - DENSITY; x += 1) {
      if (at(x, y) < 100) dark.push({ x, y });
      else if (
        at(x, y) > 200 &&
        [at(x - DENSITY, y), at(x + DENSITY, y), at(x, y - DENSITY), at(x, y + DENSITY)].some((one) => one < 100)
      )
        light.push({ x, y });
    }
  return { dark: some(dark), light: some(light) };
}

function some(points: readonly Point[]): readonly Point[] {
  const step = Math.max(1, points.length / MOST_POINTS);
  return Array.from(
    { length: Math.min(points.length, MOST_POINTS) },
    (_, index) => points[Math.floor(index * step)],
  ).filter((one) => one !== undefined);
}

/** How much lighter the scan is where nothing is printed than where something is, if the page lies so. */
function contrastOf([a, b, c, d, e, f]: Affine, { dark, light }: Ink, seen: Plane): number {
  const mean = (points: readonly Point[]): number => {
    let sum = 0;
    for (const { x, y } of points) sum += valueAt(seen, a * x + b * y + c, d * x + e * y + f);
    return sum / Math.max(1, points.length);
  };
  return mean(light) - mean(dark);
}

/** Of the scan itself: from its ink to its paper. */
function spreadAt([a, b, c, d, e, f]: Affine, { dark, light }: Ink, seen: Plane): number {
  const greys = [...dark, ...light]
    .map(({ x, y }) => valueAt(seen, a * x + b * y + c, d * x + e * y + f))
    .toSorted((one, other) => one - other);
  const rank = (share: number): number => greys[Math.floor(greys.length * share)] ?? 0;
  return rank(0.95) - rank(0.05);
}

/** Outside: as light as paper. */
function valueAt({ width, height, values }: Plane, x: number, y: number): number {
  const [column, row] = [Math.round(x), Math.round(y)];
  return column < 0 || row < 0 || column >= width || row >= height ? 255 : (values[row * width + column] ?? 255);
}

/** A small change about a point: moved across or down, turned, made larger, stretched, slanted. */
const CHANGES = [
  [0, 0, 1, 0, 0, 0],
  [0, 0, 0, 0, 0, 1],
  [0, -1, 0, 1, 0, 0],
  [1, 0, 0, 0, 1, 0],
  [1, 0, 0, 0, 0, 0],
  [0, 1, 0, 0, 0, 0],
] as const;

/** `at` changed by `step` times the change: millimetres, or hundredths. */
function changed(at: Affine, change: (typeof CHANGES)[number], step: number, middle: Point): Affine {
  const [p, q, x, r, s, y] = change.map((one, index) => one * step * (index % 3 === 2 ? DENSITY : 0.01)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const moved: Affine = [1 + p, q, x - p * middle.x - q * middle.y, r, 1 + s, y - r * middle.x - s * middle.y];
  return after(at, moved);
}

function after([a, b, c, d, e, f]: Affine, [p, q, r, s, t, u]: Affine): Affine {
  return [a * p + b * s, a * q + b * t, a * r + b * u + c, d * p + e * s, d * q + e * t, d * r + e * u + f];
}

const REACH = [-8, -7, -6, -5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5, 6, 7, 8] as const;
const TURNS = [-1, 0, 1] as const;
const [ACROSS, DOWN, TURNED, GROWN] = CHANGES;

type Match = { readonly at: Affine; readonly contrast: number };

/**
 * The code is small and far from the box: what it says of the box's place is looked for around, then set right. First on a scan so
 * coarse that letters are grey bands, which a guess a millimetre wide doesn't miss; then finer and finer.
 */
function matched(guess: Affine, ink: Ink, seen: Plane, middle: Point): Match {
  const rough = { dark: ink.dark.filter(every(3)), light: ink.light.filter(every(3)) };
  const coarse = smaller(seen, 6);
  let place: Match = { at: guess, contrast: Number.NEGATIVE_INFINITY };
  for (const turn of TURNS)
    for (const size of TURNS) {
      const turned = changed(changed(guess, TURNED, turn, middle), GROWN, size, middle);
      for (const across of REACH)
        for (const down of REACH) {
          const at = changed(changed(turned, ACROSS, across, middle), DOWN, down, middle);
          const contrast = contrastOf(scaled(at, 6), rough, coarse);
          if (contrast > place.contrast) place = { at, contrast };
        }
    }
  const rightly = refined(place.at, ink, coarse, middle, { shrunk: 6, from: 0.5, to: 0.2 });
  const nearly = refined(rightly.at, ink, smaller(seen, 3), middle, { shrunk: 3, from: 0.4, to: 0.1 });
  return refined(nearly.at, ink, seen, middle, { shrunk: 1, from: 0.2, to: 0.04 });
}

type Steps = { readonly shrunk: number; readonly from: number; readonly to: number };

function refined(start: Affine, ink: Ink, seen: Plane, middle: Point, { shrunk, from, to }: Steps): Match {
  let best = { at: start, contrast: contrastOf(scaled(start, shrunk), ink, seen) };
  for (let step = from; step >= to; step /= 2)
    for (let better = true, rounds = 0; better && rounds < 10; rounds += 1) {
      better = false;
      for (const change of CHANGES)
        for (const way of [step, -step]) {
          const at = changed(best.at, change, way, middle);
          const contrast = contrastOf(scaled(at, shrunk), ink, seen);
          if (contrast <= best.contrast) continue;
          best = { at, contrast };
          better = true;
        }
    }
  return best;
}

const scaled = ([a, b, c, d, e, f]: Affine, shrunk: number): Affine => [
  a / shrunk,
  b / shrunk,
  c / shrunk,
  d / shrunk,
  e / shrunk,
  f / shrunk,
];

/** So many times smaller: each pixel the mean of its square. */
function smaller({ width, height, values }: Plane, times: number): Plane {
  const size = { width: Math.floor(width / times), height: Math.floor(height / times) };
  const made = new Uint8Array(size.width * size.height);
  for (let y = 0, to = 0; y < size.height; y += 1)
    for (let x = 0; x < size.width; x += 1, to += 1) {
      let sum = 0;
      for (let row = y * times; row < (y + 1) * times; row += 1)
        for (let column = x * times; column < (x + 1) * times; column += 1) sum += values[row * width + column] ?? 0;
      made[to] = sum / times ** 2;
    }
  return { ...size, values: made };
}

const every =
  (count: number) =>
  (_: Point, index: number): boolean =>
    index % count === 0;

/** Square millimetres that are darker than the paper around, in a box, away from what is printed. */
function inkIn({ left, top, right, bottom }: Box, print: Plane, seen: Plane, [a, b, c, d, e, f]: Affine): number {
  const reach = Math.round(AROUND * DENSITY);
  const isPrinted = (x: number, y: number): boolean => {
    for (let row = y - reach; row <= y + reach; row += 1)
      for (let column = x - reach; column <= x + reach; column += 1)
        if ((print.values[row * print.width + column] ?? 255) < 160) return true;
    return false;
  };
  const side = SQUARE * DENSITY;
  let dark = 0;
  for (let y = top; y < bottom; y += side)
    for (let x = left; x < right; x += side) {
      const greys: number[] = [];
      for (let row = y; row < Math.min(bottom, y + side); row += 1)
        for (let column = x; column < Math.min(right, x + side); column += 1)
          if (!isPrinted(column, row)) greys.push(valueAt(seen, a * column + b * row + c, d * column + e * row + f));
      const paper = greys.toSorted((one, other) => one - other)[Math.floor(greys.length * 0.7)] ?? 255;
      dark += greys.filter((grey) => grey < paper - INK).length;
    }
  return dark / DENSITY ** 2;
}
