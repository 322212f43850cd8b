import { randomUUID } from 'node:crypto';
import { h } from 'preact';
import { actBy, personName } from '../../accounts/index.ts';
import type { ExamDeps } from '../../exam/index.ts';
import { whoOf } from '../../exam/index.ts';
import type { Reply, Visit } from '../../platform/http/visit.ts';
import { dayAndHour, emptyForm, type FormState, parseForm, show, typedForm, withFault } from '../../ui/index.ts';
import { seatUnit, takeSeatAway } from '../actions/changeSeats.ts';
import { kilometresTo, unitMoves } from '../handMoves.ts';
import { placeField, reasonField } from '../pages/planFields.ts';
import { MovePage } from '../pages/planMovePages.tsx';
import { planTexts } from '../planTexts.ts';
import { refusals } from '../refusals.ts';
import { seatsAt } from '../store/seats.ts';
import { type AtPerson, centreOptions, done, frame, readPerson, showPerson, targetOf } from './planPerson.ts';

async function movesAt(deps: ExamDeps, visit: Visit, at: AtPerson) {
  const unit = visit.params.unite ?? '';
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
    .map(({ sitting, room, free, warnings }) => ({
      value: `${sitting.id}.${room.id}`,
      label: planTexts.move.option(
        room.name,
        dayAndHour(sitting.startsAt),
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
  if (at.plan.state !== 'draft') return showPerson(deps, visit, at, { code: 'plan-not-draft' });
  const { look, sitter, seats, code, unit, options, centre, moves, places } = await movesAt(deps, visit, at);
  const known = sitter?.units.includes(unit) === true || seats.some((one) => one.unit === unit);
  if (!known || centre === null || sitter === null) return showPerson(deps, visit, at, { code: 'not-to-sit' });
  const seat = seats.find((one) => one.unit === unit);
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
        .map(({ sitting, room, refusals: why }) => ({
          key: `${sitting.id}.${room.id}`,
          room: room.name,
          at: sitting.startsAt,
          why,
        })),
      inCalendar: look.ground.sittings.some((one) => one.unit === unit && one.speciality === sitter.speciality),
      form,
      hasSeat: seat !== undefined,
    }),
    status,
  );
}

export async function move(deps: ExamDeps, visit: Visit, at: AtPerson): Promise<Reply> {
  const { places, unit } = await movesAt(deps, visit, at);
  const fields = [placeField(places), reasonField] as const;
  const read = parseForm(fields, visit.body);
  if (!read.ok) return showMove(deps, visit, at, read.error, 422);
  const [sittingId = '', roomId = ''] = read.value.place.split('.');
  const result = await seatUnit(deps, actBy(visit, at.staff), whoOf(visit, at), targetOf(visit, at), {
    enrolmentId: at.person.enrolmentId,
    unit,
    sittingId,
    roomId,
    reason: read.value.motif,
  });
  if (result.ok) return done(at, 'deplace');
  const state = withFault(typedForm(fields, visit.body), null, refusals.inWords(result.error));
  return showMove(deps, visit, at, state, refusals.status(result.error));
}

export async function takeAway(deps: ExamDeps, visit: Visit, at: AtPerson): Promise<Reply> {
  const unit = visit.params.unite ?? '';
  const read = parseForm([reasonField] as const, visit.body);
  if (!read.ok) return showMove(deps, visit, at, read.error, 422, 'enlever');
  const result = await takeSeatAway(deps, actBy(visit, at.staff), whoOf(visit, at), targetOf(visit, at), {
    enrolmentId: at.person.enrolmentId,
    unit,
    reason: read.value.motif,
  });
  if (result.ok) return done(at, 'enlevee');
  const state = withFault(typedForm([reasonField], visit.body), null, refusals.inWords(result.error));
  return showMove(deps, visit, at, state, refusals.status(result.error), 'enlever');
}
