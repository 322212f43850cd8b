import { h } from 'preact';
import type { Route } from '../../platform/http/visit.ts';
import { DRAFT } from '../addresses.ts';
import { draftPage } from '../answers.ts';
import type { EditorDeps } from '../deps.ts';
import type { CaseQuestion } from '../form/cases.ts';
import { draftKeeper } from '../guards.ts';
import { codeColumn, type ListedPart, ListPage } from '../pages/listPage.tsx';
import { entriesOn, type PackEntry, type Shelf } from '../rules/entries.ts';
import { entryRoutes, examIn, formRoutes } from './entries.ts';

const LISTED = {
  academies: ['academies', 'installation', 'departments'],
  examens: ['exams'],
} as const satisfies Partial<Readonly<Record<ListedPart, readonly Shelf[]>>>;

/** Academies, departments, exams, what holds for all, typical cases: what their schemas ask, and nothing more. */
export function fewEntriesRoutes(deps: EditorDeps): readonly Route[] {
  return [
    ...(['academies', 'examens'] as const).flatMap((part) => [
      draftPage(deps, part, (view, { files }) =>
        h(ListPage, {
          view,
          part,
          lists: LISTED[part].map((shelf) => ({
            shelf,
            entries: entriesOn(files, shelf),
            columns: [codeColumn(shelf)],
          })),
        }),
      ),
      ...LISTED[part].flatMap((shelf) => entryRoutes(deps, shelf)),
    ]),
    ...formRoutes(
      deps,
      `${DRAFT}/cas/nouveau`,
      'cases',
      () => ({}),
      draftKeeper(deps),
      (at, visit) => ({
        at,
        entry: aCase(examIn(visit, at), visit.query.question === 'average' ? 'average' : 'eligibility'),
        fresh: true,
      }),
    ),
    ...entryRoutes(deps, 'cases'),
  ];
}

/** A case of which nothing is known but the question. */
function aCase(exam: string, asks: CaseQuestion): PackEntry {
  const value = { asks, question: {}, expect: {} };
  return { file: `exams/${exam}/cases/`, text: '', path: [], root: value, value };
}
