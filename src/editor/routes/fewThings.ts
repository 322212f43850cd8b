import { h } from 'preact';
import type { Route } from '../../platform/http/visit.ts';
import { draftPage } from '../answers.ts';
import type { EditorDeps } from '../deps.ts';
import { codeColumn, type ListedPart, ListPage } from '../pages/listPage.tsx';
import { type Shelf, thingsOn } from '../rules/things.ts';
import { thingRoutes } from './things.ts';

const LISTED = {
  academies: ['academies', 'installation', 'departments'],
  examens: ['exams'],
} as const satisfies Partial<Readonly<Record<ListedPart, readonly Shelf[]>>>;

/** Academies, departments, exams, what holds for all, typical cases: what their schemas ask, and nothing more. */
export function fewThingsRoutes(deps: EditorDeps): readonly Route[] {
  return [
    ...(['academies', 'examens'] as const).flatMap((part) => [
      draftPage(deps, part, (view, { files }) =>
        h(ListPage, {
          view,
          part,
          lists: LISTED[part].map((shelf) => ({ shelf, things: thingsOn(files, shelf), columns: [codeColumn(shelf)] })),
        }),
      ),
      ...LISTED[part].flatMap((shelf) => thingRoutes(deps, shelf)),
    ]),
    ...thingRoutes(deps, 'cases'),
  ];
}
