import { h } from 'preact';
import { actBy } from '../../accounts/index.ts';
import { type AtExam, headAtExam } from '../../exam/index.ts';
import { type Reply, type Route, route, type Visit } from '../../platform/http/visit.ts';
import { parisDay } from '../../platform/time.ts';
import { NoSessionPage } from '../../scope/index.ts';
import { act, emptyForm, type FormState, show } from '../../ui/index.ts';
import { fillBoards } from '../actions/seatMembers.ts';
import { addresses } from '../addresses.ts';
import type { ExaminerDeps } from '../deps.ts';
import { readGround, standingOn } from '../ground.ts';
import { headOfExaminers } from '../guards.ts';
import { namingOf } from '../naming.ts';
import { BoardsPage, SIGHTS } from '../pages/boardsPage.tsx';
import { refusals } from '../refusals.ts';
import { tallyOf, waitingOf } from '../rules/standing.ts';
import { isWhole } from '../rules/suits.ts';
import { duePeople } from '../rules/toTell.ts';
import { listTold } from '../store/convening.ts';
import { listUnheard } from '../store/letters.ts';
import { texts } from '../texts.ts';
import { frameFor } from './board.ts';
import { givePresences } from './presences.ts';

/** The boards of a session, what they lack, and the table of who came. */
export function boardRoutes(deps: ExaminerDeps): readonly Route[] {
  const head = headOfExaminers(deps);
  return [
    route({
      method: 'GET',
      path: addresses.boards(),
      who: headAtExam(deps),
      handle: (visit, at) => showBoards(deps, visit, at),
    }),
    act({
      path: addresses.fill(),
      who: head,
      note: 'Le chef de bureau fait proposer des personnes pour les commissions incomplètes.',
      refusals,
      fields: [],
      do: (_, { place, staff }, visit) => fillBoards(deps, actBy(visit, staff), { place, by: staff.accountId }),
      to: ({ seats, short }, { session }) => addresses.boards({ session: session.code, complete: `${seats}-${short}` }),
      again: (visit, at, state, status) => showBoards(deps, visit, at, state, status),
    }),
    route({ method: 'GET', path: addresses.presences(), who: head, handle: (_, at) => givePresences(deps, at) }),
  ];
}

async function showBoards(
  deps: ExaminerDeps,
  visit: Visit,
  at: AtExam,
  state: FormState = emptyForm,
  status = 200,
): Promise<Reply> {
  const { staff, desk } = at;
  const frame = await frameFor(deps, visit, at);
  if (desk.session === null) return show(h(NoSessionPage, { ...frame, title: texts.boards.title }));
  const { session } = desk;
  const place = { academy: staff.academy, session: session.code };
  const ground = await readGround(deps.db, deps.catalogue(), place);
  const boards = standingOn(ground, deps.clock.now());
  const [told, unheard] = [await listTold(deps.db, place), await listUnheard(deps.db, place)];
  const tally = tallyOf(boards, { toConvene: duePeople(told, deps.clock.now()).size, unheard: unheard.length });
  const sight = SIGHTS.find((one) => one === visit.query.voir) ?? (tally.short > 0 ? 'a-completer' : 'toutes');
  const seen = boards.filter(
    (one) => sight === 'toutes' || (sight === 'reponses' ? waitingOf(one) > 0 : !isWhole(one.lack)),
  );
  const days = [...Map.groupBy(seen, ({ startsAt }) => parisDay(startsAt).toString())];
  return show(
    h(BoardsPage, {
      ...frame,
      sessions: desk.sessions,
      session: session.code,
      tally,
      sight,
      today: parisDay(deps.clock.now()),
      days: days.map(([day, some]) => ({ day: Temporal.PlainDate.from(day), boards: some })),
      titleOf: namingOf(deps.catalogue(), session.code),
      state,
    }),
    status,
  );
}
