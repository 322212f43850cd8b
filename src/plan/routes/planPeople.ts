import { atExam, type ExamDeps, headAtExam, inSession } from '../../exam/index.ts';
import { type Route, route } from '../../platform/http/visit.ts';
import { atPlan } from '../planFrame.ts';
import { listUnseated, showSearch } from './planLists.ts';
import { moveActs, showMove } from './planMove.ts';
import { atPerson, keepAct, showPerson } from './planPerson.ts';
import { showCentre, toCentreAct } from './planToCentre.ts';

const PATH = '/gestion/examen/plan';

export function planPeopleRoutes(deps: ExamDeps): readonly Route[] {
  const [reader, head] = [inSession(atExam(deps)), inSession(headAtExam(deps))];
  const reads = atPlan(deps, reader);
  const [read, act] = [atPerson(deps, reads), atPerson(deps, atPlan(deps, head))];
  const [one, unit] = [`${PATH}/candidats/:id`, `${PATH}/candidats/:id/unites/:unite`];
  return [
    route({ method: 'GET', path: `${PATH}/candidats`, who: reads, handle: (visit, at) => showSearch(deps, visit, at) }),
    route({
      method: 'GET',
      path: `${PATH}/sans-place`,
      who: reads,
      handle: (visit, at) => listUnseated(deps, visit, at),
    }),
    route({ method: 'GET', path: one, who: read, handle: (visit, at) => showPerson(deps, visit, at) }),
    keepAct(deps, act, `${one}/places`),
    route({ method: 'GET', path: `${one}/centre`, who: act, handle: (visit, at) => showCentre(deps, visit, at) }),
    toCentreAct(deps, act, `${one}/centre`),
    route({ method: 'GET', path: unit, who: act, handle: (visit, at) => showMove(deps, visit, at) }),
    ...moveActs(deps, act, unit),
  ];
}
