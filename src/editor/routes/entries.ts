import { h } from 'preact';
import { ENTRIES } from '../../catalogue/index.ts';
import { type Guard, type Reply, type Route, route, type Visit } from '../../platform/http/visit.ts';
import { type FormState, parseForm, show, typedForm, withFault } from '../../ui/index.ts';
import { addresses, DRAFT } from '../addresses.ts';
import { saveAndGo, viewOf } from '../answers.ts';
import type { EditorDeps } from '../deps.ts';
import { addInWords, countedOf, doorOf, examsIn, kindOf, nameOf, pageOf } from '../doors.ts';
import { DRAFT_LIFE } from '../draft.ts';
import { type EntryForm, entryForm, faultsAtFields } from '../form/entryForm.ts';
import { fieldsOf, typedFrom } from '../form/nodes.ts';
import { type AtDraft, draftKeeper } from '../guards.ts';
import { EntryPage, type EntryView } from '../pages/entryPage.tsx';
import { refusals } from '../refusals.ts';
import { examOf, faultsOf, type PackEntry, type Shelf } from '../rules/entries.ts';
import { withMomentsInWords } from '../rules/moments.ts';
import { editTree } from '../rules/yamlEdit.ts';
import { isRecord } from '../rules/yamlTree.ts';
import { texts } from '../texts/forms.ts';
import { atEntry } from './atEntry.ts';
import { makeEntry } from './makeEntry.ts';
import type { EditedSubject, Special } from './special.ts';

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
function nameless(shelf: Shelf, entry: PackEntry): PackEntry {
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
  subjectOf: (grant: Grant, visit: Visit) => EditedSubject,
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
      note: 'Qui tient les règles change un élément de son brouillon, ou lui en ajoute un.',
      handle: (visit, grant) => saveEntry(deps, visit, subjectOf(grant, visit), shelf, specialOf(grant)),
    }),
  ];
}

function formOf(shelf: Shelf, { entry, fresh }: EditedSubject): EntryForm {
  return entryForm(kindOf(shelf, entry), entry, fresh);
}

export async function showEntry(
  deps: EditorDeps,
  visit: Visit,
  subject: EditedSubject,
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
    title: fresh || entry === null ? addInWords(at, shelf, exam) : titled(shelf, special, entry),
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

function titled(shelf: Shelf, special: Special, entry: PackEntry): string {
  return special.name?.(entry) ?? nameOf(shelf, entry);
}

export function examIn({ query }: Visit, at: AtDraft): string {
  const exams = [...examsIn(at).keys()];
  return exams.find((exam) => exam === query.examen) ?? exams[0] ?? '';
}

/** Reads the form, changes the files and keeps them; what is refused is shown again as it was typed. */
export async function saveEntry(
  deps: EditorDeps,
  visit: Visit,
  subject: EditedSubject,
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
  if (!DRAFT_LIFE.may('save', at.draft.state))
    return again(withFault(state, null, refusals.inWords({ code: 'not-open' })), refusals.status({ code: 'not-open' }));
  const read = parseForm(fields, visit.body);
  if (!read.ok) return again(read.error, 422);
  const made = await makeEntry(deps, subject, shelf, special, form, { values: read.value, state, exam });
  if ('refused' in made) return again(made.refused, 422);
  const [one] = countedOf(shelf);
  const name = titled(shelf, special, made.entry).slice(0, 100);
  const what = fresh ? texts.created(one, name) : texts.changed(one, name);
  const next = pageOf({ files: made.files }, shelf, made.entry);
  return saveAndGo(deps, visit, at, { files: made.files, what, next }, state, again);
}
