import type { Route } from '../platform/http/visit.ts';
import type { ExaminerDeps } from './deps.ts';
import { boardActs } from './routes/boardActs.ts';
import { boardRoutes } from './routes/boards.ts';
import { conveningRoutes } from './routes/convening.ts';
import { keeperRoutes } from './routes/keeper.ts';
import { ownRoutes } from './routes/own.ts';
import { peopleRoutes } from './routes/people.ts';

/** Address → who may → action → page, for everything under /gestion/examen/examinateurs and /commission. */
export function examinerRoutes(deps: ExaminerDeps): readonly Route[] {
  return [
    ...boardRoutes(deps),
    ...boardActs(deps),
    ...conveningRoutes(deps),
    ...peopleRoutes(deps),
    ...keeperRoutes(deps),
    ...ownRoutes(deps),
  ];
}
