import { h } from 'preact';
import { type Guard, isDenial, type Reply, type Route, route, type Visit } from '../../platform/http/visit.ts';
import { emptyForm, type FormState, show, withFault } from '../../ui/index.ts';
import { DRAFT } from '../addresses.ts';
import { pageFrame } from '../answers.ts';
import type { EditorDeps } from '../deps.ts';
import { VersionPage, versionFields } from '../pages/versionPage.tsx';
import { newVersion, versionFile } from '../rules/regulationEdits.ts';
import { codeOf, slugOf, type Thing, thingsOn } from '../rules/things.ts';
import { numberAt, textAt } from '../rules/yamlTree.ts';
import { texts } from '../texts/specialities.ts';
import { saveForm } from './saveForm.ts';
import { type AtThing, atThing } from './thing.ts';
import { saveNew, saveThing, showThing } from './things.ts';

type AtRegulation = AtThing & { readonly regulation: Thing };

/** A regulation of a speciality: its units, a new version of it, the first one. */
export function regulationRoutes(deps: EditorDeps): readonly Route[] {
  const who = atRegulation(deps);
  const speciality = atThing(deps, 'specialities', 'cfd');
  const path = `${DRAFT}/specialites/:cfd/reglements/:file`;
  const fresh = `${DRAFT}/specialites/:cfd/reglements/nouveau`;
  return [
    route({
      method: 'GET',
      path: fresh,
      who: speciality,
      handle: (visit, { at }) => showThing(deps, visit, { at, thing: null }, 'regulations', {}),
    }),
    route({
      method: 'POST',
      path: fresh,
      who: speciality,
      handle: (visit, { at }) => saveNew(deps, visit, at, 'regulations', {}),
    }),
    route({
      method: 'GET',
      path,
      who,
      handle: (visit, { at, regulation }) => showThing(deps, visit, { at, thing: regulation }, 'regulations', {}),
    }),
    route({
      method: 'POST',
      path,
      who,
      handle: (visit, { at, regulation }) => saveThing(deps, visit, { at, thing: regulation }, 'regulations', {}),
    }),
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
