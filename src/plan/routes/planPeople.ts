import type { ExamDeps } from '../../exam/index.ts';
import { atExam, headAtExam, inSession } from '../../exam/index.ts';
import { type Route, route } from '../../platform/http/visit.ts';
import { atPlan } from '../planFrame.ts';
import { search, without } from './planLists.ts';
import { move, showMove, takeAway } from './planMove.ts';
import { atPerson, keep, showPerson } from './planPerson.ts';
import { showCentre, toCentre } from './planToCentre.ts';

const PATH = '/gestion/examen/plan';

export function planPeopleRoutes(deps: ExamDeps): readonly Route[] {
  const [reader, head] = [inSession(atExam(deps)), inSession(headAtExam(deps))];
  const reads = atPlan(deps, reader);
  const [read, act] = [atPerson(deps, reads), atPerson(deps, atPlan(deps, head))];
  const [one, unit] = [`${PATH}/candidats/:id`, `${PATH}/candidats/:id/unites/:unite`];
  return [
    route({ method: 'GET', path: `${PATH}/candidats`, who: reads, handle: (visit, at) => search(deps, visit, at) }),
    route({ method: 'GET', path: `${PATH}/sans-place`, who: reads, handle: (visit, at) => without(deps, visit, at) }),
    route({ method: 'GET', path: one, who: read, handle: (visit, at) => showPerson(deps, visit, at) }),
    route({ method: 'POST', path: `${one}/places`, who: act, handle: (visit, at) => keep(deps, visit, at) }),
    route({ method: 'GET', path: `${one}/centre`, who: act, handle: (visit, at) => showCentre(deps, visit, at) }),
    route({ method: 'POST', path: `${one}/centre`, who: act, handle: (visit, at) => toCentre(deps, visit, at) }),
    route({ method: 'GET', path: unit, who: act, handle: (visit, at) => showMove(deps, visit, at) }),
    route({ method: 'POST', path: unit, who: act, handle: (visit, at) => move(deps, visit, at) }),
    route({ method: 'POST', path: `${unit}/enlever`, who: act, handle: (visit, at) => takeAway(deps, visit, at) }),
  ];
}
