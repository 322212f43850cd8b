import { h } from 'preact';
import { type Guard, isDenial, type Reply, type Route, route, type Visit } from '../../platform/http/visit.ts';
import { emptyForm, type FormState, show, withFault } from '../../ui/index.ts';
import { DRAFT } from '../addresses.ts';
import { pageFrame } from '../answers.ts';
import type { EditorDeps } from '../deps.ts';
import { boundsOf, fieldsOf, languagesIn, type RegulationForm, regulationForm } from '../pages/regulationForm.ts';
import { RegulationPage } from '../pages/regulationPage.tsx';
import { VersionPage, versionFields } from '../pages/versionPage.tsx';
import { faultsAtFields, stateFrom } from '../rules/bound.ts';
import { newVersion, unitEdits, versionFile } from '../rules/regulationEdits.ts';
import { codeOf, faultsOf, slugOf, type Thing, thingsOn } from '../rules/things.ts';
import { listAt, numberAt, textAt } from '../rules/yamlTree.ts';
import { texts } from '../texts/specialities.ts';
import { type FormOrder, makeThing, saveForm } from './saveForm.ts';
import { type AtThing, atThing } from './thing.ts';

const say = texts.regulation;

type AtRegulation = AtThing & { readonly regulation: Thing };

/** A regulation of a speciality: its units, a new version of it. */
export function regulationRoutes(deps: EditorDeps): readonly Route[] {
  const who = atRegulation(deps);
  const path = `${DRAFT}/specialites/:cfd/reglements/:file`;
  return [
    route({ method: 'GET', path, who, handle: (visit, at) => showRegulation(deps, visit, at) }),
    route({ method: 'POST', path, who, handle: (visit, at) => saveRegulation(deps, visit, at) }),
    route({ method: 'GET', path: `${path}/version`, who, handle: (visit, at) => showVersion(deps, visit, at) }),
    route({ method: 'POST', path: `${path}/version`, who, handle: (visit, at) => saveVersion(deps, visit, at) }),
  ];
}

function atRegulation(deps: EditorDeps): Guard<AtRegulation> {
  const speciality = atThing(deps, 'specialities', 'cfd');
  return {
    name: `${speciality.name}, one of its regulations`,
    admit: async (visit) => {
      const found = await speciality.admit(visit);
      if (isDenial(found)) return found;
      const regulation = thingsOn(found.at.files, 'regulations').find(
        (one) => codeOf(one, 'regulations') === visit.params.cfd && slugOf(one) === visit.params.file,
      );
      return regulation === undefined ? { denied: 'not-found' } : { ...found, regulation };
    },
  };
}

async function showRegulation(
  deps: EditorDeps,
  visit: Visit,
  { at, thing, regulation }: AtRegulation,
  state: FormState | null = null,
  status = 200,
): Promise<Reply> {
  const form = regulationForm(regulation);
  const bounds = boundsOf(form);
  const faults = at.read.ok ? [] : faultsOf(regulation, at.read.error);
  return show(
    h(RegulationPage, {
      view: { ...(await pageFrame(deps, visit, at.staff)), open: at },
      speciality: thing,
      regulation,
      form,
      state: state ?? stateFrom(bounds, regulation.root, faultsAtFields(bounds, faults)),
      faults,
    }),
    status,
  );
}

async function saveRegulation(deps: EditorDeps, visit: Visit, at: AtRegulation): Promise<Reply> {
  const form = regulationForm(at.regulation);
  return saveForm(deps, visit, at.at, {
    fields: fieldsOf(form),
    make: makeRegulation(deps, at, form),
    what: say.what(textAt(at.regulation.value, ['title'])),
    next: partOf(at),
    again: (state, status) => showRegulation(deps, visit, at, state, status),
  });
}

function makeRegulation(deps: EditorDeps, { at, regulation }: AtRegulation, form: RegulationForm): FormOrder['make'] {
  return (values, typed) => {
    const { fresh } = form;
    const names = [fresh.id.name, ...fresh.bounds.map(({ field }) => field.name)];
    const filled = names.some((name) => (values[name] ?? '') !== '');
    const id = String(values[fresh.id.name] ?? '');
    const ids = listAt(regulation.value, ['units']).map((unit) => textAt(unit, ['id']));
    const wrong = [
      { name: fresh.id.name, message: say.idMissing, is: id === '' },
      { name: fresh.id.name, message: say.idTaken(id), is: ids.includes(id) },
      { name: 'unit-new-title', message: say.unitTitleMissing, is: (values['unit-new-title'] ?? '') === '' },
    ].find(({ is }) => is);
    if (filled && wrong !== undefined) return { refused: withFault(typed, wrong.name, wrong.message) };
    const removed = form.units.flatMap(({ name }, index) => (values[`${name}-remove`] === true ? [index] : []));
    const languages = languagesIn(values['unit-new-languages']);
    const more = () => unitEdits(regulation, removed, filled ? values : null, languages);
    return makeThing(deps, at, { thing: regulation, bounds: boundsOf(form), more })(values, typed);
  };
}

async function showVersion(
  deps: EditorDeps,
  visit: Visit,
  { at, thing, regulation }: AtRegulation,
  state: FormState = emptyForm,
  status = 200,
): Promise<Reply> {
  const view = { ...(await pageFrame(deps, visit, at.staff)), open: at };
  return show(h(VersionPage, { view, speciality: thing, regulation, state }), status);
}

async function saveVersion(deps: EditorDeps, visit: Visit, at: AtRegulation): Promise<Reply> {
  const { regulation } = at;
  const title = textAt(regulation.value, ['title']);
  const typed = typeof visit.body.first === 'string' ? visit.body.first.trim() : '';
  return saveForm(deps, visit, at.at, {
    fields: versionFields,
    make: (values, state) => {
      const first = Number(values.first);
      const file = versionFile(regulation, first);
      const since = numberAt(regulation.value, ['firstSession']);
      if (since !== null && first <= since) return { refused: withFault(state, 'first', texts.version.tooEarly) };
      if (at.at.files.some((one) => one.file === file))
        return { refused: withFault(state, 'first', texts.version.taken) };
      const order = { first, order: String(values.order), note: texts.version.note(title), file };
      return { files: newVersion(at.at.files, regulation, order) };
    },
    what: texts.version.what(title, Number(typed) || 0),
    next: `specialites/${encodeURIComponent(visit.params.cfd ?? '')}`,
    again: (state, status) => showVersion(deps, visit, at, state, status),
  });
}

function partOf({ thing, regulation }: AtRegulation): string {
  const cfd = encodeURIComponent(textAt(thing.value, ['cfd']));
  return `specialites/${cfd}/reglements/${encodeURIComponent(slugOf(regulation))}`;
}
