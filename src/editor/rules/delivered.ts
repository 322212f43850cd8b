import type { PackFile } from '../../catalogue/index.ts';

/**
 * The office's files with those of a new delivery that the office left as they were delivered before. Where both changed a
 * file, the office's stays: the page of differences of the draft shows the rest.
 */
export function deliveredChanges(
  deliveredBefore: readonly PackFile[],
  office: readonly PackFile[],
  delivered: readonly PackFile[],
): readonly PackFile[] {
  const before = textsByName(deliveredBefore);
  const own = textsByName(office);
  const next = textsByName(delivered);
  return [...new Set([...own.keys(), ...next.keys()])].flatMap((file) => {
    const untouched = own.get(file) === before.get(file);
    const text = untouched ? next.get(file) : own.get(file);
    return text === undefined ? [] : [{ file, text }];
  });
}

function textsByName(files: readonly PackFile[]): ReadonlyMap<string, string> {
  return new Map(files.map(({ file, text }) => [file, text]));
}
