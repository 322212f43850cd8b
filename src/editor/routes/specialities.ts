import { h } from 'preact';
import { type Route, route } from '../../platform/http/visit.ts';
import { show } from '../../ui/index.ts';
import { DRAFT } from '../addresses.ts';
import { pageFrame } from '../answers.ts';
import type { EditorDeps } from '../deps.ts';
import { type AtDraft, draftKeeper } from '../guards.ts';
import { Regulations } from '../pages/regulationParts.tsx';
import { SpecialitiesPage } from '../pages/specialitiesPage.tsx';
import { codeOf, examOf, type Thing, thingsOn } from '../rules/things.ts';
import { numberAt } from '../rules/yamlTree.ts';
import { regulationRoutes } from './regulations.ts';
import { thingRoutes } from './things.ts';

/** The specialities of a draft: their list, each one with its regulations, a new one. */
export function specialityRoutes(deps: EditorDeps): readonly Route[] {
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
    ...thingRoutes(deps, 'specialities', {
      looks: ({ at, view, thing }) =>
        thing === null
          ? {}
          : { above: h(Regulations, { view, speciality: thing, regulations: regulationsOf(at, thing) }) },
    }),
    ...regulationRoutes(deps),
  ];
}

/** The last one first: it is the one that changes. */
function regulationsOf(at: AtDraft, speciality: Thing): readonly Thing[] {
  const cfd = codeOf(speciality, 'specialities');
  return thingsOn(at.files, 'regulations')
    .filter((one) => codeOf(one, 'regulations') === cfd && examOf(one) === examOf(speciality))
    .toSorted((a, b) => (numberAt(b.value, ['firstSession']) ?? 0) - (numberAt(a.value, ['firstSession']) ?? 0));
}
