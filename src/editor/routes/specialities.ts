import { h } from 'preact';
import { type Reply, type Route, route, type Visit } from '../../platform/http/visit.ts';
import { type FormState, show, withFault } from '../../ui/index.ts';
import { DRAFT } from '../addresses.ts';
import { pageFrame } from '../answers.ts';
import type { EditorDeps } from '../deps.ts';
import { type AtDraft, draftKeeper } from '../guards.ts';
import { SpecialitiesPage } from '../pages/specialitiesPage.tsx';
import { allBounds, boundsOf, specialityForm } from '../pages/specialityForm.ts';
import { SpecialityPage } from '../pages/specialityPage.tsx';
import { editsFrom, faultsAtFields, stateFrom } from '../rules/bound.ts';
import { blockEdits } from '../rules/specialityEdits.ts';
import { codeOf, faultsOf, type Thing, thingsOn } from '../rules/things.ts';
import { numberAt, textAt } from '../rules/yamlTree.ts';
import { texts } from '../texts/specialities.ts';
import { regulationRoutes } from './regulations.ts';
import { type FormOrder, makeThing, saveForm } from './saveForm.ts';
import { atThing } from './thing.ts';

/** The specialities of a draft: their list, each one, its regulations. */
export function specialityRoutes(deps: EditorDeps): readonly Route[] {
  const one = atThing(deps, 'specialities', 'cfd');
  const path = `${DRAFT}/specialites/:cfd`;
  return [
    route({
      method: 'GET',
      path: `${DRAFT}/specialites`,
      who: draftKeeper(deps),
      handle: async (visit, at) => {
        const view = { ...(await pageFrame(deps, visit, at.staff)), open: at };
        return show(h(SpecialitiesPage, { view, asked: (visit.query.q ?? '').slice(0, 100) }));
      },
    }),
    route({ method: 'GET', path, who: one, handle: (visit, { at, thing }) => showSpeciality(deps, visit, at, thing) }),
    route({ method: 'POST', path, who: one, handle: (visit, { at, thing }) => saveSpeciality(deps, visit, at, thing) }),
    ...regulationRoutes(deps),
  ];
}

async function showSpeciality(
  deps: EditorDeps,
  visit: Visit,
  at: AtDraft,
  speciality: Thing,
  state: FormState | null = null,
  status = 200,
): Promise<Reply> {
  const form = specialityForm(speciality);
  const bounds = allBounds(form);
  const faults = at.read.ok ? [] : faultsOf(speciality, at.read.error);
  const cfd = textAt(speciality.value, ['cfd']);
  return show(
    h(SpecialityPage, {
      view: { ...(await pageFrame(deps, visit, at.staff)), open: at },
      speciality,
      regulations: regulationsOf(at, cfd),
      form,
      state: state ?? stateFrom(bounds, speciality.root, faultsAtFields(bounds, faults)),
      faults,
    }),
    status,
  );
}

/** The last one first: it is the one that changes. */
function regulationsOf(at: AtDraft, cfd: string): readonly Thing[] {
  return thingsOn(at.files, 'regulations')
    .filter((one) => codeOf(one, 'regulations') === cfd)
    .toSorted((a, b) => (numberAt(b.value, ['firstSession']) ?? 0) - (numberAt(a.value, ['firstSession']) ?? 0));
}

async function saveSpeciality(deps: EditorDeps, visit: Visit, at: AtDraft, speciality: Thing): Promise<Reply> {
  const form = specialityForm(speciality);
  return saveForm(deps, visit, at, {
    fields: allBounds(form).map(({ field }) => field),
    make: makeSpeciality(deps, at, speciality),
    what: texts.edit.what(textAt(speciality.value, ['name'])),
    next: `specialites/${encodeURIComponent(visit.params.cfd ?? '')}`,
    again: (state, status) => showSpeciality(deps, visit, at, speciality, state, status),
  });
}

function makeSpeciality(deps: EditorDeps, at: AtDraft, speciality: Thing): FormOrder['make'] {
  const form = specialityForm(speciality);
  return (values, typed) => {
    const annexes = values['scaffolding-annexes'];
    const asked = Array.isArray(annexes) && annexes.length > 0;
    const wrong = ['scaffolding-label', 'scaffolding-source'].reduce(
      (state, name) =>
        asked && (values[name] ?? '') === '' ? withFault(state, name, texts.edit.scaffoldingMissing) : state,
      typed,
    );
    if (wrong.faults.length > 0) return { refused: wrong };
    return makeThing(deps, at, {
      thing: speciality,
      bounds: boundsOf(form),
      more: (given) => blockEdits(speciality, given, () => editsFrom(form.scaffolding, speciality.root, given)),
    })(values, typed);
  };
}
