import type { PackFile } from '../../catalogue/index.ts';
import { type Thing, withFile } from './things.ts';
import { typographic } from './words.ts';
import { type Edit, editYaml } from './yamlEdit.ts';
import { listAt, numberAt, type Plain, textAt } from './yamlTree.ts';

type Values = Readonly<Record<string, unknown>>;

export const UNIT_ORDER: readonly string[] = [
  'id',
  'code',
  'test',
  'title',
  'coefficient',
  'mode',
  'duration',
  'kind',
  'choiceGroup',
  'languages',
  'source',
  'confidence',
  'note',
];

/** Units taken away, from the last one; then the new one, whose fields begin with `unit-new-`. */
export function unitEdits(
  { value }: Thing,
  removed: readonly number[],
  fresh: Values | null,
  languages: readonly string[] | undefined,
): readonly Edit[] {
  const units = listAt(value, ['units']);
  const gone: readonly Edit[] = removed
    .toSorted((a, b) => b - a)
    .map((index) => ({ path: ['units', index], remove: true }));
  if (fresh === null) return gone;
  const text = (key: string): string | null => {
    const typed = fresh[`unit-new-${key}`];
    return typeof typed === 'string' ? typographic(typed) : null;
  };
  const coefficient = fresh['unit-new-coefficient'];
  const optional: readonly (readonly [string, Plain])[] = [
    ...(text('choiceGroup') === null ? [] : [['choiceGroup', text('choiceGroup')] as const]),
    ...(languages === undefined ? [] : [['languages', languages] as const]),
    ...(text('note') === null ? [] : [['note', text('note')] as const]),
  ];
  const unit: Readonly<Record<string, Plain>> = {
    id: text('id'),
    code: text('code'),
    test: text('test'),
    title: text('title'),
    coefficient: typeof coefficient === 'number' ? coefficient : null,
    mode: text('mode'),
    duration: text('duration'),
    kind: text('kind') ?? 'PRO',
    source: text('source'),
    confidence: text('confidence') ?? 'unknown',
    ...Object.fromEntries(optional),
  };
  const inOrder = Object.fromEntries(
    UNIT_ORDER.flatMap((key) => (Object.hasOwn(unit, key) ? [[key, unit[key] ?? null]] : [])),
  );
  return [...gone, { path: ['units', units.length - removed.length], insert: inOrder }];
}

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

/** `exams/bp/regulations/45033608-coiffure-2027.yaml`: beside the one copied. */
export function versionFile({ file, value }: Thing, first: number): string {
  const folder = file.slice(0, file.lastIndexOf('/') + 1);
  const name = file.slice(folder.length).replace(/(-\d{4})?\.yaml$/, '') || textAt(value, ['cfd']);
  return `${folder}${name}-${first}.yaml`;
}
