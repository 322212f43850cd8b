import { randomUUID } from 'node:crypto';
import { h } from 'preact';
import { actBy, personName } from '../../accounts/index.ts';
import { examAddresses as addresses, type ExamDeps, whoOf } from '../../exam/index.ts';
import { type Guard, type Reply, type Route, redirect, type Visit } from '../../platform/http/visit.ts';
import { act, emptyForm, type FormState, show } from '../../ui/index.ts';
import { moveToCentre } from '../actions/changeSeats.ts';
import { centreMove, kilometresTo } from '../handMoves.ts';
import { reasonField } from '../pages/planFields.ts';
import { ToCentrePage } from '../pages/planMovePages.tsx';
import { hasBegun, PLAN_LIFE } from '../plan.ts';
import { planTexts } from '../planTexts.ts';
import { refusals } from '../refusals.ts';
import { seatsAt } from '../store/seats.ts';
import { type AtPerson, frame, moreOf, movedTo, readPerson, refusePerson, targetOf } from './planPerson.ts';

export async function showCentre(
  deps: ExamDeps,
  visit: Visit,
  at: AtPerson,
  state: FormState = emptyForm,
  status = 200,
): Promise<Reply> {
  if (!PLAN_LIFE.may('move-by-hand', at.plan.state)) return refusePerson(deps, visit, at, { code: 'plan-not-draft' });
  const { look, sitter, seats, placed, code, roomName } = await readPerson(deps, at);
  const centre = look.ground.centres.find(({ id }) => id === visit.query.centre);
  if (sitter === null) return refusePerson(deps, visit, at, { code: 'not-to-sit' });
  if (centre === undefined) return redirect(addresses.planPerson(at.person.enrolmentId, moreOf(at)));
  const begun = seats.filter((seat) => hasBegun(look.ground, seat));
  const rows = centreMove(look, sitter, centre, { there: await seatsAt(deps.db, at.plan.id, centre.id), begun });
  return show(
    h(ToCentrePage, {
      ...(await frame(deps, visit, at)),
      session: at.session.code,
      plan: at.plan,
      id: at.person.enrolmentId,
      name: personName(at.person),
      state,
      idempotencyKey: randomUUID(),
      centre,
      km: { before: placed?.km ?? null, after: kilometresTo(sitter, centre) },
      seats: rows.seats
        .toSorted((a, b) => Temporal.Instant.compare(a.startsAt, b.startsAt))
        .map((seat) => ({ ...seat, code: code(seat.unit), room: roomName(seat.roomId) })),
      lacking: rows.unseated.map(({ unit, why }) => ({ code: code(unit), why: planTexts.why[why] })),
    }),
    status,
  );
}

export function toCentreAct(deps: ExamDeps, who: Guard<AtPerson>, path: string): Route {
  return act({
    path,
    who,
    refusals,
    note: 'Le chef de bureau déplace un candidat vers un autre centre.',
    fields: [reasonField],
    do: ({ motif: reason }, at, visit) => {
      const move = { enrolmentId: at.person.enrolmentId, centreId: visit.query.centre ?? '', reason };
      return moveToCentre(deps, actBy(visit, at.staff), whoOf(visit, at), targetOf(visit, at), move);
    },
    to: movedTo('deplace'),
    again: (...shown) => showCentre(deps, ...shown),
  });
}
