import { FILE, type PackFile, WHOLE } from '../../catalogue/index.ts';
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

/**
 * Do files go beyond what rules may be? What was there before isn't counted against who mends it: only a file that changed,
 * and a whole that grew.
 */
export function isTooBig(before: readonly PackFile[], after: readonly PackFile[]): boolean {
  const old = new Map(before.map(({ file, text }) => [file, text]));
  const size = (files: readonly PackFile[]): number => files.reduce((sum, { text }) => sum + text.length, 0);
  return (
    after.some(({ file, text }) => text.length > FILE.characters && text !== old.get(file)) ||
    after.length > Math.max(WHOLE.files, before.length) ||
    size(after) > Math.max(WHOLE.characters, size(before))
  );
}

/** The text of a file, or undefined. */
export function textOf(files: readonly PackFile[], name: string): string | undefined {
  return files.find(({ file }) => file === name)?.text;
}
