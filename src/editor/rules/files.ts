import type { PackFile } from '../../catalogue/index.ts';
import type { FileChanges } from '../draft.ts';

/** The files with the changes made, by name. */
export function applyChanges(files: readonly PackFile[], changes: FileChanges): readonly PackFile[] {
  const kept = files.filter(({ file }) => !Object.hasOwn(changes, file));
  const written = Object.entries(changes).flatMap(([file, text]) => (text === null ? [] : [{ file, text }]));
  return [...kept, ...written].sort((a, b) => (a.file < b.file ? -1 : 1));
}

/** Only what differs from the files before, so that a change that is undone is no change. */
export function changesBetween(before: readonly PackFile[], after: readonly PackFile[]): FileChanges {
  const old = new Map(before.map(({ file, text }) => [file, text]));
  const now = new Map(after.map(({ file, text }) => [file, text]));
  const written = after.filter(({ file, text }) => old.get(file) !== text).map(({ file, text }) => [file, text]);
  const gone = before.filter(({ file }) => !now.has(file)).map(({ file }) => [file, null]);
  return Object.fromEntries([...written, ...gone]);
}

/** The text of a file, or undefined. */
export function textOf(files: readonly PackFile[], name: string): string | undefined {
  return files.find(({ file }) => file === name)?.text;
}
