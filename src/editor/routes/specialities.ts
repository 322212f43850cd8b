import { h } from 'preact';
import type { Route } from '../../platform/http/visit.ts';
import { draftPage } from '../answers.ts';
import type { EditorDeps } from '../deps.ts';
import type { AtDraft } from '../guards.ts';
import { ListPage } from '../pages/listPage.tsx';
import { Regulations } from '../pages/regulationParts.tsx';
import { isAskedBy, SpecialitySearch, specialityColumns } from '../pages/specialityColumns.tsx';
import { codeOf, entriesOn, examOf, type PackEntry } from '../rules/entries.ts';
import { numberAt } from '../rules/yamlTree.ts';
import { texts } from '../texts/specialities.ts';
import { entryRoutes } from './entries.ts';
import { regulationRoutes } from './regulations.ts';

/** The specialities of a draft: their list, each one with its regulations, a new one. */
export function specialityRoutes(deps: EditorDeps): readonly Route[] {
  return [
    draftPage(deps, 'specialites', (view, { files }, { query: { q: asked = '' } }) => {
      const entries = entriesOn(files, 'specialities').filter((one) => isAskedBy(one, asked));
      return h(ListPage, {
        view,
        part: 'specialites',
        above: h(SpecialitySearch, { view, asked }),
        lists: [
          {
            shelf: 'specialities',
            entries,
            columns: specialityColumns(files),
            caption: texts.found(entries.length),
            none: texts.noneText,
          },
        ],
      });
    }),
    ...entryRoutes(deps, 'specialities', {
      looks: ({ at, view, entry }) =>
        entry === null
          ? {}
          : { above: h(Regulations, { view, speciality: entry, regulations: regulationsOf(at, entry) }) },
    }),
    ...regulationRoutes(deps),
  ];
}

/** The last one first: it is the one that changes. */
function regulationsOf(at: AtDraft, speciality: PackEntry): readonly PackEntry[] {
  const cfd = codeOf(speciality, 'specialities');
  return entriesOn(at.files, 'regulations')
    .filter((one) => codeOf(one, 'regulations') === cfd && examOf(one) === examOf(speciality))
    .toSorted((a, b) => (numberAt(b.value, ['firstSession']) ?? 0) - (numberAt(a.value, ['firstSession']) ?? 0));
}
