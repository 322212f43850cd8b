import { h } from 'preact';
import type { Route } from '../../platform/http/visit.ts';
import { draftPage } from '../answers.ts';
import type { EditorDeps } from '../deps.ts';
import type { AtDraft } from '../guards.ts';
import { ListPage } from '../pages/listPage.tsx';
import { Regulations } from '../pages/regulationParts.tsx';
import { isAskedBy, SpecialitySearch, specialityColumns } from '../pages/specialityColumns.tsx';
import { codeOf, examOf, type Thing, thingsOn } from '../rules/things.ts';
import { numberAt } from '../rules/yamlTree.ts';
import { texts } from '../texts/specialities.ts';
import { regulationRoutes } from './regulations.ts';
import { thingRoutes } from './things.ts';

/** The specialities of a draft: their list, each one with its regulations, a new one. */
export function specialityRoutes(deps: EditorDeps): readonly Route[] {
  return [
    draftPage(deps, 'specialites', (view, { files }, { query: { q: asked = '' } }) => {
      const things = thingsOn(files, 'specialities').filter((one) => isAskedBy(one, asked));
      return h(ListPage, {
        view,
        part: 'specialites',
        above: h(SpecialitySearch, { view, asked }),
        lists: [
          {
            shelf: 'specialities',
            things,
            columns: specialityColumns(files),
            caption: texts.found(things.length),
            none: texts.noneText,
          },
        ],
      });
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
