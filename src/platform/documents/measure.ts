/** A picture in grey: row after row, 0 black, 255 white. */
export type Grey = { readonly width: number; readonly height: number; readonly values: ArrayLike<number> };

/** What a person should look at, before sending or deciding. Hints, never reasons to refuse. Measured by the browser and by the server. */
export type Finding = 'small' | 'blank' | 'dark' | 'glare' | 'blurred' | 'twin';

/** The width at which the thresholds were measured (a synthetic page of text, blurred by steps; to be set anew on real photographs). */
export const MEASURED_WIDTH = 1200;

const TILE = 64;
const SHORT_SIDE = 1000;
/**
 * A card of 85.6 × 54 mm (ISO 7810, ID-1) that fills the picture: 10 pixels a millimetre, 15 for letters of 1.5 mm.
 */
const CARD = { shape: 85.6 / 54, within: 0.05, shortSide: 540 } as const;
const DARK = 60;
const WHITE = 250;
/** Deviation of a tile on which nothing is written. */
const FLAT = 8;
/** Variance of the Laplacian, of the tile that is sharper than nine in ten of those that are written on. */
const BLURRED = 200;
const GLARE = { least: 0.03, most: 0.6, elsewhere: 0.05 };

type Tile = { readonly white: number; readonly mean: number; readonly sharpness: number; readonly deviation: number };

export type Size = { readonly width: number; readonly height: number };

/** Are there too few pixels for small letters? */
export function isSmall({ width, height }: Size): boolean {
  const [short, long] = [Math.min(width, height), Math.max(width, height)];
  const isCard = Math.abs(long / short / CARD.shape - 1) < CARD.within;
  return short < (isCard ? CARD.shortSide : SHORT_SIDE);
}

/** `size`: pixels of the photograph itself; `grey`: the same picture, `MEASURED_WIDTH` wide at most. */
export function findingsOf(grey: Grey, size: Size): readonly Finding[] {
  const tiles = tilesOf(grey);
  // A page of three lines is as sharp as its lines, whatever paper is left around them.
  const written = tiles.filter(({ deviation }) => deviation >= FLAT).map(({ sharpness }) => sharpness);
  const small: readonly Finding[] = isSmall(size) ? ['small'] : [];
  if (written.length === 0) return [...small, 'blank'];
  return [
    ...small,
    ...(meanOf(tiles) < DARK ? (['dark'] as const) : []),
    ...(hasGlare(tiles) ? (['glare'] as const) : []),
    ...(rankOf(written, 0.9) < BLURRED ? (['blurred'] as const) : []),
  ];
}

/** A white spot, on paper that is grey elsewhere. A scan has white between its letters everywhere. */
function hasGlare(tiles: readonly Tile[]): boolean {
  const elsewhere = tiles.filter(({ white }) => white <= 0.9).map(({ white }) => white);
  const share = (tiles.length - elsewhere.length) / Math.max(1, tiles.length);
  return share > GLARE.least && share < GLARE.most && rankOf(elsewhere, 0.5) < GLARE.elsewhere;
}

function tilesOf(grey: Grey): readonly Tile[] {
  const tiles: Tile[] = [];
  for (let top = 0; top + TILE <= grey.height; top += TILE)
    for (let left = 0; left + TILE <= grey.width; left += TILE) tiles.push(tileAt(grey, left, top));
  return tiles;
}

function tileAt({ width, values }: Grey, left: number, top: number): Tile {
  let white = 0;
  let sum = 0;
  let spread = 0;
  let edges = 0;
  let squares = 0;
  for (let y = top + 1; y < top + TILE - 1; y++) {
    // Along a row each value is read once from its place: this is most of what a measure costs.
    let place = y * width + left + 1;
    let before = values[place - 1] ?? 0;
    let here = values[place] ?? 0;
    for (let x = 2; x < TILE; x++) {
      const after = values[place + 1] ?? 0;
      const edge = 4 * here - before - after - (values[place - width] ?? 0) - (values[place + width] ?? 0);
      if (here >= WHITE) white += 1;
      sum += here;
      spread += here * here;
      edges += edge;
      squares += edge * edge;
      before = here;
      here = after;
      place += 1;
    }
  }
  const count = (TILE - 2) ** 2;
  const mean = sum / count;
  const deviation = Math.sqrt(Math.max(0, spread / count - mean ** 2));
  return { white: white / count, mean, sharpness: squares / count - (edges / count) ** 2, deviation };
}

function meanOf(tiles: readonly Tile[]): number {
  return tiles.reduce((sum, { mean }) => sum + mean, 0) / Math.max(1, tiles.length);
}

function rankOf(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
