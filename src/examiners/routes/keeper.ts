import { h } from 'preact';
import { actBy } from '../../accounts/index.ts';
import { type AtCentre, asKeeper } from '../../attendance/index.ts';
import type { ExamPlace } from '../../exam/index.ts';
import { type Guard, type Reply, type Route, reaching, route, type Visit } from '../../platform/http/visit.ts';
import { parisDay } from '../../platform/time.ts';
import { act, emptyForm, type FormState, faulty, frameOf, show } from '../../ui/index.ts';
import { sayPresence } from '../actions/sayPresence.ts';
import { addresses } from '../addresses.ts';
import type { ExaminerDeps } from '../deps.ts';
import { namingOf } from '../naming.ts';
import { KeeperPage } from '../pages/keeperPage.tsx';
import { presenceFields } from '../pages/presencePart.tsx';
import { refusals } from '../refusals.ts';
import { type StandingBoard, standingOf } from '../rules/standing.ts';
import { NOTHING } from '../rules/suits.ts';
import { listBoards, listMembers } from '../store/boards.ts';
import { listExaminers } from '../store/people.ts';
import { texts } from '../texts.ts';
import { presencesIn } from './presencesIn.ts';

type Kept = { readonly place: ExamPlace; readonly board: StandingBoard };
type AtKeptBoard = AtCentre & Kept;

/** Who keeps a centre reads who examines there that day, and says who came. */
export function keeperRoutes(deps: ExaminerDeps): readonly Route[] {
  const who = asKeeper(deps);
  return [
    route({ method: 'GET', path: addresses.kept(), who, handle: (visit, at) => showKept(deps, visit, at) }),
    act({
      path: '/centre/examinateurs/:id',
      who: atKeptBoard(deps, who),
      note: "La personne à qui le pointage d'un centre est confié dit quels examinateurs sont venus.",
      refusals,
      fields: ({ board }) => presenceFields(board.members),
      do: async (_, { place, board, staff }, visit) => {
        const { said, faults } = presencesIn(visit, board);
        if (faults.length > 0) return faulty(...faults);
        return sayPresence(deps, actBy(visit, staff), { place, board: board.id, by: staff.accountId }, said);
      },
      to: () => addresses.kept({ message: 'presence' }),
      again: (visit, at, state, status) => showKept(deps, visit, at, { form: at.board.id, state, status }),
    }),
  ];
}

function atKeptBoard(deps: ExaminerDeps, who: Guard<AtCentre>): Guard<AtKeptBoard> {
  return reaching(who, 'a board of their centre that day', async (at, visit) => {
    const kept = (await listKept(deps, at)).find(({ board }) => board.id === visit.params.id);
    return kept === undefined ? null : { ...at, ...kept };
  });
}

/** Today's boards of the centres that somebody keeps. */
async function listKept(deps: ExaminerDeps, { keepings, staff }: AtCentre): Promise<readonly Kept[]> {
  const now = deps.clock.now();
  const today = parisDay(now);
  const people = keepings.length === 0 ? [] : await listExaminers(deps.db, staff.academy);
  const kept: Kept[] = [];
  for (const { academy, session, centreId } of keepings) {
    const place = { academy, session };
    const theirs = (await listBoards(deps.db, place)).filter(
      (board) => board.centreId === centreId && parisDay(board.startsAt).equals(today),
    );
    if (theirs.length === 0) continue;
    const members = await listMembers(deps.db, place);
    kept.push(...standingOf(theirs, members, people, () => NOTHING, now).map((board) => ({ place, board })));
  }
  return kept;
}

async function showKept(
  deps: ExaminerDeps,
  visit: Visit,
  at: AtCentre,
  refused: { readonly form: string; readonly state: FormState; readonly status: number } | null = null,
): Promise<Reply> {
  const kept = await listKept(deps, at);
  const catalogue = deps.catalogue();
  return show(
    h(KeeperPage, {
      ...frameOf(await deps.centreChrome(visit, at.staff), visit, texts.flash),
      boards: kept.map(({ place, board }) => ({ board, title: namingOf(catalogue, place.session)(board) })),
      form: refused?.form ?? null,
      state: refused?.state ?? emptyForm,
    }),
    refused?.status ?? 200,
  );
}
