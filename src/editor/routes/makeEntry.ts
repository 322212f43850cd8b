import { ENTRIES, type PackFile, SHELVES } from '../../catalogue/index.ts';
import { type Fault, type FormState, withFault } from '../../ui/index.ts';
import type { EditorDeps } from '../deps.ts';
import { fileOfNew, isOfExam, RESERVED } from '../doors.ts';
import { built, changesOf, type Values } from '../form/changes.ts';
import { type EntryForm, faultsAtFields, schemaFaults } from '../form/entryForm.ts';
import { fieldsOf } from '../form/nodes.ts';
import { codeOf, entriesOn, examOf, faultsOf, type PackEntry, type Shelf, withFile } from '../rules/entries.ts';
import { textOf } from '../rules/files.ts';
import { withMomentsInWords } from '../rules/moments.ts';
import { editTree, editYaml, yamlOf } from '../rules/yamlEdit.ts';
import { isRecord, listAt, type Path, type Plain, readTree, textAt, valueAt } from '../rules/yamlTree.ts';
import { texts } from '../texts/forms.ts';
import type { EditedSubject, Special } from './special.ts';

type Made = { readonly files: readonly PackFile[]; readonly entry: PackEntry } | { readonly refused: FormState };

/** It names a file, and stands in addresses. */
const LONGEST_CODE = 60;

export async function makeEntry(
  { reader }: EditorDeps,
  subject: EditedSubject,
  shelf: Shelf,
  special: Special,
  form: EntryForm,
  { values, state, exam }: { readonly values: Values; readonly state: FormState; readonly exam: string },
): Promise<Made> {
  const { at, entry, fresh } = subject;
  const typed = typedInto(subject, shelf, special, form, values, exam);
  const tooLong = fresh && textAt(typed.value, ['code']).length > LONGEST_CODE;
  const own = [
    ...typed.faults,
    ...(tooLong ? [{ field: 'code', message: texts.codeTooLong(LONGEST_CODE) }] : []),
    ...(special.faults?.(subject, values) ?? []),
  ];
  const refused = own.length > 0 ? own : schemaFaults(form, typed.value, typed.removed, entry?.path ?? []);
  if (refused.length > 0) return refuseAt(form, state, refused);
  const file = fresh || entry === null ? (special.file?.(values) ?? fileOfNew(shelf, exam, typed.value)) : entry.file;
  const made = fresh ? madeIn(at.files, shelf, file, typed) : writtenIn(entry, typed);
  if (made === null) return { refused: withFault(state, null, texts.taken(file)) };
  const whole = withFile(at.files, made.file, made.text);
  const files = special.also?.(whole, values, made) ?? whole;
  if (special.strict === undefined) return { files, entry: made };
  const { read } = await reader.readWith(at, files);
  const found = read.ok ? await special.strict(read.value, codeOf(made, shelf)) : faultsOf(made, read.error);
  const atFields = faultsAtFields(form, found, withMomentsInWords);
  return atFields.length === 0 ? { files, entry: made } : refuseAt(form, state, atFields);
}

type Typed = {
  readonly value: unknown;
  readonly faults: readonly Fault[];
  readonly removed: readonly Path[];
  /** The file of what fills the form, with what was typed. */
  readonly text: () => string;
};

function typedInto(
  { at, entry, fresh }: EditedSubject,
  shelf: Shelf,
  { more }: Special,
  form: EntryForm,
  values: Values,
  exam: string,
): Typed {
  const code = shelf === 'specialities' ? 'cfd' : 'code';
  const taken = entriesOn(at.files, shelf).filter((one) => examOf(one) === exam || !isOfExam(shelf));
  const reserved = RESERVED.map((one) => ({ [code]: one }));
  const others = fresh && shelf !== 'regulations' ? [...taken.map((one) => one.value), ...reserved] : [];
  if (entry === null) {
    const order = Object.keys(ENTRIES[shelf].schema.shape);
    const { value, faults } = built(form.nodes, order, values, others);
    return { value, faults, removed: [], text: () => `${yamlOf(value)}\n` };
  }
  const { edits, faults, removed } = changesOf(form.nodes, entry.root, values);
  const all = [...edits, ...(more?.(entry, values) ?? [])];
  const value = valueAt(editTree(entry.root, all), entry.path);
  const name = textAt(value, [code]);
  const twice = others.some((one) => textAt(one, [code]) === name) ? [{ field: code, message: texts.taken(name) }] : [];
  return { value, faults: [...faults, ...twice], removed, text: () => editYaml(entry.text, all) };
}

function refuseAt({ nodes }: EntryForm, state: FormState, faults: readonly Fault[]): Made {
  const names = fieldsOf(nodes).map(({ name }) => name);
  const rank = ({ field }: Fault): number => names.indexOf(field ?? '');
  return { refused: { ...state, faults: faults.toSorted((a, b) => rank(a) - rank(b)) } };
}

function writtenIn(entry: PackEntry | null, { text }: Typed): PackEntry | null {
  if (entry === null) return null;
  const written = text();
  const root = readTree(written);
  const value = valueAt(root, entry.path);
  return isRecord(value) ? { ...entry, text: written, root, value } : null;
}

/** One entry more: at the end of its list, or in a file of its own; null where there is one of that name. */
function madeIn(files: readonly PackFile[], shelf: Shelf, file: string, { value, text }: Typed): PackEntry | null {
  if (!isRecord(value)) return null;
  const one = value as Readonly<Record<string, Plain>>;
  const before = textOf(files, file);
  if (!SHELVES.some(({ kind, many }) => kind === shelf && many)) {
    const isTaken = files.some((other) => other.file.toLowerCase() === file.toLowerCase());
    return isTaken ? null : { file, text: text(), path: [], root: value, value };
  }
  const count = before === undefined ? 0 : listAt(readTree(before), []).length;
  const after =
    before === undefined || before.trim() === ''
      ? `${yamlOf([one])}\n`
      : editYaml(before, [{ path: [count], insert: one }]);
  return { file, text: after, path: [count], root: readTree(after), value };
}
