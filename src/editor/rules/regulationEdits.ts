import type { PackFile } from '../../catalogue/index.ts';
import { type PackEntry, withFile } from './entries.ts';
import { typographic } from './words.ts';
import { type Edit, editYaml } from './yamlEdit.ts';
import { isRecord, listAt, numberAt, readTree, textAt } from './yamlTree.ts';

/** A regulation begun from another: without its years and its order, and with a note that all of it is to be read again. */
export function versionOf(regulation: PackEntry, note: string): PackEntry {
  const notes = listAt(regulation.value, ['notes']).length;
  const said = typographic(note);
  const text = editYaml(regulation.text, [
    { path: ['order'], set: null },
    { path: ['firstSession'], set: null },
    { path: ['lastSession'], set: null },
    { path: ['completeness'], set: said },
    ...(notes === 0 ? [] : [{ path: ['notes', notes], insert: said }]),
  ]);
  const root = readTree(text);
  return isRecord(root) ? { ...regulation, text, root, value: root } : regulation;
}

/** The order of a new version is its first source. */
export function sourceOf(order: unknown): readonly Edit[] {
  return typeof order === 'string' && order !== '' ? [{ path: ['sources', 0], insert: typographic(order) }] : [];
}

/** The files in which a regulation ends at the session before that one, unless it ended earlier. */
export function endedBefore(files: readonly PackFile[], regulation: PackEntry, first: number): readonly PackFile[] {
  const last = numberAt(regulation.value, ['lastSession']);
  if (last !== null && last < first) return files;
  return withFile(files, regulation.file, editYaml(regulation.text, [{ path: ['lastSession'], set: first - 1 }]));
}

/** `exams/<exam>/regulations/<cfd>-coiffure-2027.yaml`: beside the one copied. */
export function versionFile({ file, value }: PackEntry, first: number): string {
  const folder = file.slice(0, file.lastIndexOf('/') + 1);
  const name = file.slice(folder.length).replace(/(-\d{4})?\.yaml$/, '') || textAt(value, ['cfd']);
  return `${folder}${name}-${first}.yaml`;
}
