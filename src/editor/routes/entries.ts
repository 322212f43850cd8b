import { h } from 'preact';
import { ENTRIES, type PackFault, type PackFile, type RulePack, SHELVES } from '../../catalogue/index.ts';
import { type Guard, type Reply, type Route, route, type Visit } from '../../platform/http/visit.ts';
import { type Fault, type Field, type FormState, parseForm, show, typedForm, withFault } from '../../ui/index.ts';
import { addresses, DRAFT } from '../addresses.ts';
import { saveAndGo, viewOf } from '../answers.ts';
import type { EditorDeps } from '../deps.ts';
import {
  addInWords,
  countedOf,
  doorOf,
  examsIn,
  fileOfNew,
  isOfExam,
  kindOf,
  nameOf,
  pageOf,
  RESERVED,
} from '../doors.ts';
import { built, changesOf, type Values } from '../form/changes.ts';
import { type EntryForm, entryForm, faultsAtFields, schemaFaults } from '../form/entryForm.ts';
import { fieldsOf, typedFrom } from '../form/nodes.ts';
import { type AtDraft, draftKeeper } from '../guards.ts';
import { EntryPage, type EntryView } from '../pages/entryPage.tsx';
import { refusals } from '../refusals.ts';
import { codeOf, type Entry, entriesOn, examOf, faultsOf, type Shelf, withFile } from '../rules/entries.ts';
import { textOf } from '../rules/files.ts';
import { withMomentsInWords } from '../rules/moments.ts';
import { type Edit, editTree, editYaml, yamlOf } from '../rules/yamlEdit.ts';
import { isRecord, listAt, type Path, type Plain, readTree, textAt, valueAt } from '../rules/yamlTree.ts';
import { texts } from '../texts/forms.ts';
import { atEntry, type Completed } from './atEntry.ts';

/** What a form is about. */
export type Subject = {
  readonly at: AtDraft;
  /** What fills the form; null: nothing does. */
  readonly entry: Entry | null;
  /** Is one being made, of that one or of nothing? */
  readonly fresh: boolean;
};

/** What one kind of entry has beside the form that its schema makes. */
export type Special = {
  /** The form, where something of it stands elsewhere on the page. */
  readonly form?: (form: EntryForm) => EntryForm;
  readonly looks?: (
    order: Subject & { readonly view: EntryView['view']; readonly form: EntryForm; readonly state: FormState },
  ) => Partial<EntryView>;
  /** What the fields can't say alone. */
  readonly faults?: (subject: Subject, values: Values) => readonly Fault[];
  /** Changes beside those of the fields. */
  readonly more?: (entry: Entry, values: Values) => readonly Edit[];
  /** Faults of the pack at a field keep the form from being saved, and what a sound pack may not do all the same. */
  readonly strict?: (pack: RulePack, code: string) => Promise<readonly Pick<PackFault, 'path' | 'message'>[]>;
  /** Asked beside a new one, which changes other files. */
  readonly fields?: (at: AtDraft, exam: string) => readonly Field[];
  readonly also?: (files: AtDraft['files'], values: Values, made: Entry) => AtDraft['files'];
  /** The file of a new one, where it isn't named by its code. */
  readonly file?: (values: Values) => string;
  readonly completed?: Completed;
};

/** The pages of one kind of entry: each one, and a new one where its form can make it. */
export function entryRoutes(deps: EditorDeps, shelf: Shelf, special: Special = {}): readonly Route[] {
  const { at: part, made } = doorOf(shelf);
  const one = atEntry(deps, shelf, 'code', special.completed);
  const path = `${DRAFT}/${part}/:code`;
  const own = (): Special => special;
  return [
    ...(made.includes('new')
      ? formRoutes(deps, `${DRAFT}/${part}/nouveau`, shelf, own, draftKeeper(deps), (at) => ({
          at,
          entry: null,
          fresh: true,
        }))
      : []),
    ...(made.includes('copy')
      ? formRoutes(deps, `${path}/copie`, shelf, own, one, ({ at, entry }) => ({
          at,
          entry: nameless(shelf, entry),
          fresh: true,
        }))
      : []),
    ...formRoutes(deps, path, shelf, own, one, (found) => ({ ...found, fresh: false })),
  ];
}

/** Without what is given once: the code of another is never that of a new one. */
function nameless(shelf: Shelf, entry: Entry): Entry {
  const { fields } = ENTRIES[shelf].words;
  const fixed = Object.entries(fields).flatMap(([key, words]) =>
    typeof words === 'object' && words.fixed === true ? [{ path: [key], remove: true as const }] : [],
  );
  const value = editTree(entry.value, fixed);
  return isRecord(value) ? { ...entry, root: value, value } : entry;
}

/** One form: seen and sent at one address. */
export function formRoutes<Grant>(
  deps: EditorDeps,
  path: string,
  shelf: Shelf,
  specialOf: (grant: Grant) => Special,
  who: Guard<Grant>,
  subjectOf: (grant: Grant, visit: Visit) => Subject,
): readonly Route[] {
  return [
    route({
      method: 'GET',
      path,
      who,
      handle: (visit, grant) => showEntry(deps, visit, subjectOf(grant, visit), shelf, specialOf(grant)),
    }),
    route({
      method: 'POST',
      path,
      who,
      handle: (visit, grant) => saveEntry(deps, visit, subjectOf(grant, visit), shelf, specialOf(grant)),
    }),
  ];
}

function formOf(shelf: Shelf, { entry, fresh }: Subject): EntryForm {
  return entryForm(kindOf(shelf, entry), entry, fresh);
}

export async function showEntry(
  deps: EditorDeps,
  visit: Visit,
  subject: Subject,
  shelf: Shelf,
  special: Special,
  typed: FormState | null = null,
  status = 200,
): Promise<Reply> {
  const { at, entry, fresh } = subject;
  const form = formOf(shelf, subject);
  const faults = at.read.ok || entry === null || fresh ? [] : faultsOf(entry, at.read.error);
  const view = await viewOf(deps, visit, at);
  const state = typed ?? {
    typed: { ...typedFrom(form.nodes, entry?.root), ...givenIn(visit) },
    faults: faultsAtFields(form, faults, withMomentsInWords),
  };
  const exam = examIn(visit, at);
  const { parts } = special.form?.(form) ?? form;
  const page: EntryView = {
    view,
    part: doorOf(shelf).part,
    entry: fresh ? null : entry,
    form: { ...form, parts },
    extra: fresh ? (special.fields?.(at, exam) ?? []) : [],
    state,
    faults,
    title: fresh || entry === null ? addInWords(at, shelf, exam) : nameOf(shelf, entry),
    action: actionOf(visit),
    back: addresses.part(at.draft.id, doorOf(shelf).part),
  };
  return show(h(EntryPage, { ...page, ...special.looks?.({ ...subject, view, form, state }) }), status);
}

/** Where the form goes: its own address, without what was said when it was opened. */
function actionOf({ path, query }: Visit): string {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    name === 'message' || value === undefined ? [] : [[name, value]],
  );
  return pairs.length === 0 ? path : `${path}?${new URLSearchParams(pairs)}`;
}

/** What the address says already of a new one. */
function givenIn({ params }: Visit): FormState['typed'] {
  return params.cfd === undefined ? {} : { cfd: params.cfd };
}

export function examIn({ query }: Visit, at: AtDraft): string {
  const exams = [...examsIn(at).keys()];
  return exams.find((exam) => exam === query.examen) ?? exams[0] ?? '';
}

type Made = { readonly files: readonly PackFile[]; readonly entry: Entry } | { readonly refused: FormState };

/** Reads the form, changes the files and keeps them; what is refused is shown again as it was typed. */
export async function saveEntry(
  deps: EditorDeps,
  visit: Visit,
  subject: Subject,
  shelf: Shelf,
  special: Special,
): Promise<Reply> {
  const { at, entry, fresh } = subject;
  const form = formOf(shelf, subject);
  const exam = entry === null ? examIn(visit, at) : examOf(entry);
  const fields = [...fieldsOf(form.nodes), ...(fresh ? (special.fields?.(at, exam) ?? []) : [])];
  const again = (state: FormState, status: number): Promise<Reply> =>
    showEntry(deps, visit, subject, shelf, special, state, status);
  const state: FormState = typedForm(fields, visit.body);
  if (at.draft.state !== 'open')
    return again(withFault(state, null, refusals.inWords({ code: 'not-open' })), refusals.status({ code: 'not-open' }));
  const read = parseForm(fields, visit.body);
  if (!read.ok) return again(read.error, 422);
  const made = await makeEntry(deps, subject, shelf, special, form, { values: read.value, state, exam });
  if ('refused' in made) return again(made.refused, 422);
  const [one] = countedOf(shelf);
  const name = nameOf(shelf, made.entry).slice(0, 100);
  const what = fresh ? texts.created(one, name) : texts.changed(one, name);
  const next = pageOf({ files: made.files }, shelf, made.entry);
  return saveAndGo(deps, visit, at, { files: made.files, what, next }, state, again);
}

/** It names a file, and stands in addresses. */
const LONGEST_CODE = 60;

async function makeEntry(
  { reader }: EditorDeps,
  subject: Subject,
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
  { at, entry, fresh }: Subject,
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

function writtenIn(entry: Entry | null, { text }: Typed): Entry | null {
  if (entry === null) return null;
  const written = text();
  const root = readTree(written);
  const value = valueAt(root, entry.path);
  return isRecord(value) ? { ...entry, text: written, root, value } : null;
}

/** One entry more: at the end of its list, or in a file of its own; null where there is one of that name. */
function madeIn(files: readonly PackFile[], shelf: Shelf, file: string, { value, text }: Typed): Entry | null {
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
