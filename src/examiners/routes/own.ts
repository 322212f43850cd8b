import { h } from 'preact';
import { type Reply, type Route, route, type Visit } from '../../platform/http/visit.ts';
import { frameOf, show } from '../../ui/index.ts';
import type { ExaminerDeps } from '../deps.ts';
import { type AsExaminer, asExaminer } from '../guards.ts';
import { OwnPage } from '../pages/ownPage.tsx';
import { listBoardsOf } from '../store/boards.ts';
import { texts } from '../texts.ts';

/** An examiner's own door. */
export function ownRoutes(deps: ExaminerDeps): readonly Route[] {
  return [
    route({
      method: 'GET',
      path: '/commission',
      who: asExaminer(deps),
      handle: (visit, at) => showOwn(deps, visit, at),
    }),
  ];
}

async function showOwn(deps: ExaminerDeps, visit: Visit, { staff, person }: AsExaminer): Promise<Reply> {
  return show(
    h(OwnPage, {
      ...frameOf(await deps.ownChrome(visit, staff), visit, texts.flash),
      known: person !== null,
      boards: person === null ? [] : await listBoardsOf(deps.db, person.id),
    }),
  );
}
