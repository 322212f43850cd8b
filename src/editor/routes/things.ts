import { h } from 'preact';
import { type PackFault, type PackFile, type RulePack, SHELVES, THINGS } from '../../catalogue/index.ts';
import { type Reply, type Route, route, type Visit } from '../../platform/http/visit.ts';
import { type Fault, type Field, type FormState, show, withFault } from '../../ui/index.ts';
import { addresses, DRAFT } from '../addresses.ts';
import { pageFrame } from '../answers.ts';
import type { EditorDeps } from '../deps.ts';
import { countedOf, DOORS, type Door, type DoorName, examsIn, kindOf, nameOf, pageOf } from '../doors.ts';
import { built, changesOf, type Values } from '../form/changes.ts';
import { fieldsOf, typedFrom } from '../form/nodes.ts';
import { faultsAtFields, schemaFaults, type ThingForm, thingForm } from '../form/thingForm.ts';
import { type AtDraft, draftKeeper } from '../guards.ts';
import { ThingPage, type ThingView } from '../pages/thingPage.tsx';
import { textOf } from '../rules/files.ts';
import { withMomentsInWords } from '../rules/moments.ts';
import { examOf, faultsOf, type Thing, thingsOn, withFile } from '../rules/things.ts';
import { type Edit, editTree, editYaml, yamlOf } from '../rules/yamlEdit.ts';
import { listAt, type Plain, readTree, valueAt } from '../rules/yamlTree.ts';
import { texts } from '../texts/forms.ts';
import { type FormOrder, type Made, saveForm } from './saveForm.ts';
import { type AtThing, atThing, type Completed } from './thing.ts';

/** What one kind of thing has beside the form that its schema makes. */
export type Special = {
  /** The form, where something of it stands elsewhere on the page. */
  readonly form?: (form: ThingForm) => ThingForm;
  readonly looks?: (order: {
    readonly at: AtDraft;
    readonly view: ThingView['view'];
    readonly thing: Thing | null;
    readonly form: ThingForm;
    readonly state: FormState;
  }) => Partial<ThingView>;
  /** What the fields can't say alone. */
  readonly faults?: (thing: Thing | null, values: Values) => readonly Fault[];
  /** Changes beside those of the fields. */
  readonly more?: (thing: Thing, values: Values) => readonly Edit[];
  /** Faults of the pack at a field keep the form from being saved, and what a sound pack may not do all the same. */
  readonly strict?: (pack: RulePack, thing: Thing) => Promise<readonly Pick<PackFault, 'path' | 'message'>[]>;
  /** Asked beside a new one, which changes other files. */
  readonly fields?: (at: AtDraft, exam: string) => readonly Field[];
  readonly also?: (files: AtDraft['files'], values: Values, value: unknown, exam: string) => AtDraft['files'];
  readonly completed?: Completed;
};

/** The pages of one kind of thing: each one, and a new one where its form can make it. */
export function thingRoutes(deps: EditorDeps, name: DoorName, special: Special = {}): readonly Route[] {
  const door: Door = DOORS[name];
  const one = atThing(deps, door.shelf, 'code', special.completed);
  const path = `${DRAFT}/${door.part}/:code`;
  const fresh = `${DRAFT}/${door.part}/nouveau`;
  const who = draftKeeper(deps);
  return [
    ...(door.file === undefined
      ? []
      : [
          route({
            method: 'GET',
            path: fresh,
            who,
            handle: (visit, at) => showThing(deps, visit, { at, thing: null }, name, special),
          }),
          route({ method: 'POST', path: fresh, who, handle: (visit, at) => saveNew(deps, visit, at, name, special) }),
        ]),
    route({ method: 'GET', path, who: one, handle: (visit, at) => showThing(deps, visit, at, name, special) }),
    route({ method: 'POST', path, who: one, handle: (visit, at) => saveThing(deps, visit, at, name, special) }),
  ];
}

type At = { readonly at: AtDraft; readonly thing: Thing | null };

export async function showThing(
  deps: EditorDeps,
  visit: Visit,
  { at, thing }: At,
  name: DoorName,
  special: Special,
  typed: FormState | null = null,
  status = 200,
): Promise<Reply> {
  const door: Door = DOORS[name];
  const form = thingForm(kindOf(door.shelf, thing), thing);
  const faults = at.read.ok || thing === null ? [] : faultsOf(thing, at.read.error);
  const view = { ...(await pageFrame(deps, visit, at.staff)), open: at };
  const state = typed ?? {
    typed: { ...typedFrom(form.nodes, thing?.root), ...givenIn(visit) },
    faults: faultsAtFields(form, faults, withMomentsInWords),
  };
  const exam = examIn(visit, at);
  const extra = thing === null ? (special.fields?.(at, exam) ?? []) : [];
  const { parts } = special.form?.(form) ?? form;
  const page: ThingView = {
    view,
    part: door.part,
    thing,
    form: { ...form, parts },
    extra,
    state,
    faults,
    title: thing === null ? titleOfNew(at, door, exam) : nameOf(door.shelf, thing),
    action:
      thing === null
        ? `${visit.path}?examen=${encodeURIComponent(exam)}`
        : addresses.part(at.draft.id, pageOf(at, name, thing)),
    back: addresses.part(at.draft.id, door.part),
  };
  return show(h(ThingPage, { ...page, ...special.looks?.({ at, view, thing, form, state }) }), status);
}

/** What the address says already of a new one. */
function givenIn({ params }: Visit): FormState['typed'] {
  return params.cfd === undefined ? {} : { cfd: params.cfd };
}

function examIn({ query }: Visit, at: AtDraft): string {
  const exams = examsIn(at);
  return exams.find((exam) => exam === query.examen) ?? exams[0] ?? '';
}

function titleOfNew(at: AtDraft, { shelf }: Door, exam: string): string {
  const [one] = countedOf(shelf);
  return examsIn(at).length < 2 ? texts.fresh(one) : texts.freshFor(one, exam);
}

export async function saveThing(
  deps: EditorDeps,
  visit: Visit,
  { at, thing }: AtThing,
  name: DoorName,
  special: Special,
): Promise<Reply> {
  const { shelf } = DOORS[name];
  const form = thingForm(kindOf(shelf, thing), thing);
  return saveForm(deps, visit, at, {
    fields: fieldsOf(form.nodes),
    make: makeThing(deps, at, thing, form, special),
    what: texts.changed(countedOf(shelf)[0], nameOf(shelf, thing)),
    next: pageOf(at, name, thing),
    again: (state, status) => showThing(deps, visit, { at, thing }, name, special, state, status),
  });
}

/** The files with what was typed written into the thing. */
function makeThing(
  { reader }: EditorDeps,
  at: AtDraft,
  thing: Thing,
  form: ThingForm,
  { faults: wrongIn, more, strict }: Special,
): FormOrder['make'] {
  return async (values, state) => {
    const { edits, faults, removed } = changesOf(form.nodes, thing.root, values);
    const all = [...edits, ...(more?.(thing, values) ?? [])];
    const wrong = [...faults, ...(wrongIn?.(thing, values) ?? [])];
    const value = valueAt(editTree(thing.root, all), thing.path);
    const refused = wrong.length > 0 ? wrong : schemaFaults(form, value, removed, thing.path);
    if (refused.length > 0) return refuseAt(form, state, refused);
    const files = withFile(at.files, thing.file, editYaml(thing.text, all));
    if (strict === undefined) return { files };
    const { read } = await reader.readWith(at, files);
    const found = read.ok ? await strict(read.value, thing) : faultsOf(thing, read.error);
    const atFields = faultsAtFields(form, found, withMomentsInWords);
    return atFields.length === 0 ? { files } : refuseAt(form, state, atFields);
  };
}

function refuseAt({ nodes }: ThingForm, state: FormState, faults: readonly Fault[]): Made {
  const names = fieldsOf(nodes).map(({ name }) => name);
  const rank = ({ field }: Fault): number => names.indexOf(field ?? '');
  return { refused: { ...state, faults: faults.toSorted((a, b) => rank(a) - rank(b)) } };
}

export async function saveNew(
  deps: EditorDeps,
  visit: Visit,
  at: AtDraft,
  name: DoorName,
  special: Special,
): Promise<Reply> {
  const door: Door = DOORS[name];
  const form = thingForm(door.shelf, null);
  const exam = examIn(visit, at);
  const typed = [visit.body.code, visit.body.cfd].find((one) => typeof one === 'string') ?? '';
  return saveForm(deps, visit, at, {
    fields: [...fieldsOf(form.nodes), ...(special.fields?.(at, exam) ?? [])],
    make: (values, state) => {
      const others = thingsOn(at.files, door.shelf).filter((one) => examOf(one) === exam);
      const order = Object.keys(THINGS[door.shelf].schema.shape);
      const taken = name === 'regulations' ? [] : others.map((one) => one.value);
      const { value, faults } = built(form.nodes, order, values, taken);
      const refused = faults.length > 0 ? faults : schemaFaults(form, value, [], []);
      if (refused.length > 0) return refuseAt(form, state, refused);
      const file = door.file?.(exam, value) ?? '';
      const files = withThing(at.files, door, file, value);
      if (files === null) return { refused: withFault(state, null, texts.taken(file)) };
      return { files: special.also?.(files, values, value, exam) ?? files };
    },
    what: texts.created(countedOf(door.shelf)[0], String(typed).slice(0, 60)),
    next: `${door.part}/${encodeURIComponent(String(typed).trim())}`,
    again: (state, status) => showThing(deps, visit, { at, thing: null }, name, special, state, status),
  });
}

/** The files with one thing more: at the end of its list, or a file of its own; null where there is one of that name. */
function withThing(
  files: readonly PackFile[],
  { shelf }: Door,
  file: string,
  value: Plain,
): readonly PackFile[] | null {
  const text = textOf(files, file);
  const many = SHELVES.some(({ kind, many: list }) => kind === shelf && list);
  if (!many) return text === undefined ? withFile(files, file, `${yamlOf(value)}\n`) : null;
  if (text === undefined || text.trim() === '') return withFile(files, file, `${yamlOf([value])}\n`);
  const count = listAt(readTree(text), []).length;
  return withFile(files, file, editYaml(text, [{ path: [count], insert: value }]));
}
