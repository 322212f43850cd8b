import type { PackFile } from '../../catalogue/index.ts';
import { type Thing, withFile } from './things.ts';
import { typographic } from './words.ts';
import { editYaml } from './yamlEdit.ts';
import { listAt, numberAt, textAt } from './yamlTree.ts';

export type VersionOrder = {
  readonly first: number;
  readonly order: string;
  readonly note: string;
  readonly file: string;
};

/** A copy of a regulation that begins at a session; the one copied ends at the session before. */
export function newVersion(files: readonly PackFile[], regulation: Thing, version: VersionOrder): readonly PackFile[] {
  const last = numberAt(regulation.value, ['lastSession']);
  const notes = listAt(regulation.value, ['notes']).length;
  const copy = editYaml(regulation.text, [
    { path: ['order'], set: typographic(version.order) },
    { path: ['firstSession'], set: version.first },
    { path: ['lastSession'], set: null },
    { path: ['completeness'], set: typographic(version.note) },
    ...(notes === 0 ? [] : [{ path: ['notes', notes], insert: typographic(version.note) }]),
    { path: ['sources', 0], insert: typographic(version.order) },
  ]);
  const ends = last === null || last >= version.first;
  const before = ends
    ? editYaml(regulation.text, [{ path: ['lastSession'], set: version.first - 1 }])
    : regulation.text;
  return withFile(withFile(files, regulation.file, before), version.file, copy);
}

/** `exams/<exam>/regulations/<cfd>-coiffure-2027.yaml`: beside the one copied. */
export function versionFile({ file, value }: Thing, first: number): string {
  const folder = file.slice(0, file.lastIndexOf('/') + 1);
  const name = file.slice(folder.length).replace(/(-\d{4})?\.yaml$/, '') || textAt(value, ['cfd']);
  return `${folder}${name}-${first}.yaml`;
}
