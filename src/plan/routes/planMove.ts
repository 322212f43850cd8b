import { randomUUID } from 'node:crypto';
import { h } from 'preact';
import { actBy, personName } from '../../accounts/index.ts';
import { type ExamDeps, whoOf } from '../../exam/index.ts';
import type { Guard, Reply, Route, Visit } from '../../platform/http/visit.ts';
import { act, dayAndHour, emptyForm, type FormState, show } from '../../ui/index.ts';
import { seatUnit, takeSeatAway } from '../actions/changeSeats.ts';
import { kilometresTo, unitMoves } from '../handMoves.ts';
import { placeField, reasonField } from '../pages/planFields.ts';
import { MovePage } from '../pages/planMovePages.tsx';
import { hasBegun, PLAN_LIFE } from '../plan.ts';
import { instantOf } from '../planProblem.ts';
import { planTexts } from '../planTexts.ts';
import { refusals } from '../refusals.ts';
import { seatsAt } from '../store/seats.ts';
import { type AtPerson, centreOptions, frame, movedTo, readPerson, refusePerson, targetOf } from './planPerson.ts';

const unitIn = ({ params: { unite = '' } }: Visit): string => unite;

async function movesAt(deps: ExamDeps, visit: Visit, at: AtPerson) {
  const unit = unitIn(visit);
  const read = await readPerson(deps, at);
  const { look, sitter, placed, seats } = read;
  const options = centreOptions(look.ground.centres, sitter, null);
  const asked =
    options.find(({ value }) => value === visit.query.centre) ??
    options.find(({ value }) => value === placed?.centreId) ??
    options[0];
  const centre = look.ground.centres.find(({ id }) => id === asked?.value) ?? null;
  const moves =
    centre === null || sitter === null
      ? []
      : unitMoves(look, sitter, unit, {
          centre: centre.id,
          there: await seatsAt(deps.db, at.plan.id, centre.id),
          own: seats,
        });
  const places = moves
    .filter(({ refusals: some }) => some.length === 0)
    .map(({ sitting, room, start, free, warnings }) => ({
      value: `${sitting.id}.${room.id}`,
      label: planTexts.move.option(
        room.name,
        dayAndHour(instantOf(start)),
        planTexts.move.room(
          free,
          room.capacity,
          warnings.map((one) => planTexts.warnings[one]),
        ),
      ),
    }));
  return { ...read, unit, options, centre, moves, places };
}

export async function showMove(
  deps: ExamDeps,
  visit: Visit,
  at: AtPerson,
  state: FormState = emptyForm,
  status = 200,
  form: 'place' | 'enlever' = 'place',
): Promise<Reply> {
  if (!PLAN_LIFE.may('move-by-hand', at.plan.state)) return refusePerson(deps, visit, at, { code: 'plan-not-draft' });
  const { look, sitter, seats, code, unit, options, centre, moves, places } = await movesAt(deps, visit, at);
  const known = sitter?.units.includes(unit) === true || seats.some((one) => one.unit === unit);
  if (!known || centre === null || sitter === null) return refusePerson(deps, visit, at, { code: 'not-to-sit' });
  const seat = seats.find((one) => one.unit === unit);
  if (seat !== undefined && hasBegun(look.ground, seat)) return refusePerson(deps, visit, at, { code: 'begun' });
  const typed = seat === undefined ? {} : { place: `${seat.sittingId}.${seat.roomId}` };
  return show(
    h(MovePage, {
      ...(await frame(deps, visit, at)),
      session: at.session.code,
      plan: at.plan,
      id: at.person.enrolmentId,
      name: personName(at.person),
      state: state === emptyForm ? { typed, faults: [] } : state,
      idempotencyKey: randomUUID(),
      unit,
      code: code(unit),
      centres: options,
      centre: centre.id,
      km: kilometresTo(sitter, centre),
      placeField: placeField(places),
      options: sitter.units.includes(unit) ? places : [],
      refused: moves
        .filter(({ refusals: some }) => some.length > 0)
        .map(({ sitting, room, start, refusals: why }) => ({
          key: `${sitting.id}.${room.id}`,
          room: room.name,
          at: instantOf(start),
          why,
        })),
      inCalendar: look.ground.sittings.some((one) => one.unit === unit && one.speciality === sitter.speciality),
      form,
      hasSeat: seat !== undefined,
    }),
    status,
  );
}

export function moveActs(deps: ExamDeps, who: Guard<AtPerson>, path: string): readonly Route[] {
  return [
    act({
      path,
      who,
      refusals,
      note: "Le chef de bureau change la place d'un candidat pour une unité.",
      fields: async (at, visit) => [placeField((await movesAt(deps, visit, at)).places), reasonField] as const,
      do: ({ place, motif: reason }, at, visit) => {
        const [sittingId = '', roomId = ''] = place.split('.');
        const seat = { enrolmentId: at.person.enrolmentId, unit: unitIn(visit), sittingId, roomId, reason };
        return seatUnit(deps, actBy(visit, at.staff), whoOf(visit, at), targetOf(visit, at), seat);
      },
      to: movedTo('deplace'),
      again: (...shown) => showMove(deps, ...shown),
    }),
    act({
      path: `${path}/enlever`,
      who,
      refusals,
      note: 'Le chef de bureau enlève sa place à un candidat pour une unité.',
      fields: [reasonField],
      do: ({ motif: reason }, at, visit) => {
        const seat = { enrolmentId: at.person.enrolmentId, unit: unitIn(visit), reason };
        return takeSeatAway(deps, actBy(visit, at.staff), whoOf(visit, at), targetOf(visit, at), seat);
      },
      to: movedTo('enlevee'),
      again: (...shown) => showMove(deps, ...shown, 'enlever'),
    }),
  ];
}
