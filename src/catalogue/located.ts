import type { RulePack } from './schema/pack.ts';

/** Keys and positions from the root of a file: `['units', 2, 'coefficient']`. */
export type Path = readonly (string | number)[];
export type FilePlace = { readonly file: string; readonly path: Path };

/** What was read, with where it stands, so that a cross-check can point at it. */
export type Located<T> = { readonly value: T; readonly place: FilePlace };
export type LocatedPack = { readonly [Kind in keyof RulePack]: readonly Located<RulePack[Kind][number]>[] };

/** What a cross-check found: the sentence for the reader, and the place to open. */
export type Finding = { readonly place: FilePlace; readonly message: string };

/** A fault of the pack, as a head of office reads it. Lines and columns start at 1; the message is in French. */
export type PackFault = {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** `units[2].coefficient`; empty for the file as a whole. */
  readonly path: string;
  readonly message: string;
  /** Stands for so many faults that aren't listed. */
  readonly others?: number;
};

export function placeBelow(place: FilePlace, ...steps: Path): FilePlace {
  return { file: place.file, path: [...place.path, ...steps] };
}

/** `units[2].coefficient` */
export function pathInWords(path: Path): string {
  return path.map((step, index) => (typeof step === 'number' ? `[${step}]` : index === 0 ? step : `.${step}`)).join('');
}

/** One finding where something is wrong, none where nothing is. */
export function findingIf(wrong: boolean, place: FilePlace, message: string): readonly Finding[] {
  return wrong ? [{ place, message }] : [];
}

/** Those of a list whose name an earlier one bears already. */
export function repeated<T>(items: readonly T[], nameOf: (item: T) => string): readonly T[] {
  const seen = new Set<string>();
  return items.filter((item) => {
    const name = nameOf(item);
    if (seen.has(name)) return true;
    seen.add(name);
    return false;
  });
}
