import { randomUUID } from 'node:crypto';
import { h } from 'preact';
import { actBy, personName } from '../../accounts/index.ts';
import { readEnrolmentId } from '../../enrolment/index.ts';
import {
  type Guard,
  isDenial,
  type Reply,
  type Route,
  redirect,
  route,
  type Visit,
  versionIn,
} from '../../platform/http/visit.ts';
import {
  dayAndHour,
  emptyForm,
  type FormState,
  type Option,
  parseForm,
  show,
  typedIn,
  withFault,
} from '../../ui/index.ts';
import { keepSeats, moveToCentre, seatUnit, takeSeatAway } from '../actions/changeSeats.ts';
import { addresses } from '../addresses.ts';
import type { ExamDeps } from '../deps.ts';
import { atExam, headAtExam, inSession } from '../guards.ts';
import { centreMove, kilometresTo, sitterOfGround, unitMoves } from '../handMoves.ts';
import { centreField, placeField, reasonField } from '../pages/planFields.ts';
import { MovePage, ToCentrePage } from '../pages/planMovePages.tsx';
import { FoundPage, WithoutPage } from '../pages/planPeoplePages.tsx';
import { PersonPage } from '../pages/planPersonPage.tsx';
import type { Centre } from '../places.ts';
import { type AtPlan, atPlan, specialityName, unitCode } from '../planFrame.ts';
import { planTexts } from '../planTexts.ts';
import { lookAt } from '../readGround.ts';
import type { SessionSitter } from '../readSitters.ts';
import { type Refusal, refusals } from '../refusals.ts';
import { placedOf } from '../store/placing.ts';
import { countPlan, findPerson, listWithout, searchPlan } from '../store/planLists.ts';
import { seatsAt, seatsOf, unseatedOf } from '../store/seats.ts';
import { whoOf } from './centres.ts';
import { examFrame } from './examFrame.ts';

const PATH = '/gestion/examen/plan';
/** Candidates of one page, and those that a search names. */
const PAGE = 100;
const FOUND = 30;

type Person = NonNullable<Awaited<ReturnType<typeof findPerson>>>;
type AtPerson = AtPlan & { readonly person: Person };

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

function atPerson(deps: ExamDeps, who: Guard<AtPlan>): Guard<AtPerson> {
  return {
    name: `${who.name}, a candidate`,
    admit: async (visit) => {
      const at = await who.admit(visit);
      if (isDenial(at)) return at;
      const id = readEnrolmentId(visit.params.id);
      const person = id === null ? null : await findPerson(deps.db, at.place, at.desk.scope.portfolios, id);
      return person === null ? { denied: 'not-found' } : { ...at, person };
    },
  };
}

function frame(deps: ExamDeps, visit: Visit, { staff }: AtPlan) {
  return examFrame(deps, visit, staff, planTexts.flash);
}

async function search(deps: ExamDeps, visit: Visit, at: AtPlan): Promise<Reply> {
  const words = (visit.query.q ?? '').replace(/\s+/g, ' ').trim().slice(0, 80).replaceAll('\0', '');
  const { portfolios } = at.desk.scope;
  const found = words === '' ? [] : await searchPlan(deps.db, at.place, at.plan.id, portfolios, words, FOUND + 1);
  const catalogue = deps.catalogue();
  return show(
    h(FoundPage, {
      ...(await frame(deps, visit, at)),
      session: at.session.code,
      numero: at.plan.number,
      words,
      lines: found.slice(0, FOUND).map((one) => ({
        id: one.enrolmentId,
        number: one.number,
        name: personName(one),
        speciality: specialityName(catalogue, one.speciality),
        centre: one.centre,
        km: one.km,
      })),
      more: found.length > FOUND,
    }),
  );
}

async function without(deps: ExamDeps, visit: Visit, at: AtPlan): Promise<Reply> {
  const after = /^[A-Z0-9-]{1,30}$/.test(visit.query.apres ?? '') ? (visit.query.apres ?? '') : '';
  const { portfolios } = at.desk.scope;
  const found = await listWithout(deps.db, at.plan.id, portfolios, after, PAGE + 1);
  const some = found.slice(0, PAGE);
  const catalogue = deps.catalogue();
  return show(
    h(WithoutPage, {
      ...(await frame(deps, visit, at)),
      session: at.session.code,
      numero: at.plan.number,
      total: (await countPlan(deps.db, at.plan.id, portfolios)).without,
      lines: some.map((one) => ({
        id: one.enrolmentId,
        number: one.number,
        name: personName(one),
        speciality: specialityName(catalogue, one.speciality),
        units: one.units.map((unit, index) => ({
          code: unitCode(catalogue, at.session, one.speciality)(unit),
          why: whyOf(one.whys[index]),
        })),
      })),
      next: found.length > PAGE ? (some.at(-1)?.number ?? null) : null,
    }),
  );
}

function whyOf(text: string | undefined): keyof typeof planTexts.why {
  const known = Object.keys(planTexts.why) as (keyof typeof planTexts.why)[];
  return known.find((one) => one === text) ?? 'full';
}

/** What the pages of one candidate need to know. */
async function readPerson(deps: ExamDeps, at: AtPerson) {
  const look = await lookAt(deps.db, deps.catalogue(), at.place);
  if (look === null) throw new Error('The session of the address is not in the rules');
  const { enrolmentId } = at.person;
  const centres = new Map<string, Centre>(look.ground.centres.map((one) => [one.id, one]));
  return {
    look,
    sitter: sitterOfGround(look.ground, enrolmentId),
    seats: await seatsOf(deps.db, at.plan.id, [enrolmentId]),
    unseated: await unseatedOf(deps.db, at.plan.id, [enrolmentId]),
    placed: (await placedOf(deps.db, at.plan.id, [enrolmentId]))[0] ?? null,
    code: unitCode(deps.catalogue(), at.session, at.person.speciality),
    roomName: (id: string): string => {
      const room = look.ground.rooms.find((one) => one.id === id);
      const centre = centres.get(room?.centreId ?? '');
      return room === undefined || centre === undefined ? '' : `${centre.code}, ${room.name}`;
    },
  };
}

function centreOptions(
  centres: readonly Centre[],
  sitter: SessionSitter | null,
  but: string | null,
): readonly Option[] {
  return centres
    .map((centre) => ({ centre, km: sitter === null ? null : kilometresTo(sitter, centre) }))
    .filter(({ centre }) => centre.id !== but)
    .toSorted((a, b) => (a.km ?? 0) - (b.km ?? 0) || (a.centre.code < b.centre.code ? -1 : 1))
    .map(({ centre, km }) => ({
      value: centre.id,
      label: planTexts.person.centreOption(centre.code, centre.city, km),
    }));
}

async function showPerson(deps: ExamDeps, visit: Visit, at: AtPerson, refusal: Refusal | null = null): Promise<Reply> {
  const { look, sitter, seats, unseated, placed, code, roomName } = await readPerson(deps, at);
  const isHead = at.staff.role === 'head';
  const units = [...new Set([...seats, ...unseated].map(({ unit }) => unit))];
  const missing = (sitter?.units ?? []).filter((unit) => !units.includes(unit));
  const options = centreOptions(look.ground.centres, sitter, placed?.centreId ?? null);
  const view = await frame(deps, visit, at);
  const said = refusal === null ? view.flash : ({ tone: 'danger', text: refusals.inWords(refusal) } as const);
  return show(
    h(PersonPage, {
      ...view,
      flash: said,
      session: at.session.code,
      plan: at.plan,
      isHead,
      id: at.person.enrolmentId,
      number: at.person.number,
      name: personName(at.person),
      speciality: specialityName(deps.catalogue(), at.person.speciality),
      placed,
      centreOf: (id) => look.ground.centres.find((one) => one.id === id) ?? { code: '', name: '', city: '' },
      lines: [...units, ...missing].map((unit) => {
        const seat = seats.find((one) => one.unit === unit) ?? null;
        return {
          unit,
          code: code(unit),
          seat,
          room: seat === null ? null : roomName(seat.roomId),
          lack: unseated.find((one) => one.unit === unit) ?? null,
        };
      }),
      toSit: (sitter?.units ?? []).map(code),
      withheld: (sitter?.withheld ?? []).map(code),
      doubts: sitter?.doubts ?? [],
      effects: isHead ? (look.ground.effects.get(at.person.enrolmentId) ?? null) : null,
      centreField: centreField(options),
      centres: options,
      idempotencyKey: randomUUID(),
    }),
    refusal === null ? 200 : refusals.status(refusal),
  );
}

const targetOf = (visit: Visit, { plan }: AtPlan) => ({ id: plan.id, version: versionIn(visit) });

function moreOf({ session, plan }: AtPlan) {
  return { session: session.code, numero: plan.number };
}

function done(at: AtPerson, message: string): Reply {
  return redirect(addresses.planPerson(at.person.enrolmentId, { ...moreOf(at), message }));
}

async function keep(deps: ExamDeps, visit: Visit, at: AtPerson): Promise<Reply> {
  const kept = visit.body.garder !== 'non';
  const { enrolmentId } = at.person;
  const result = await keepSeats(deps, actBy(visit, at.staff), whoOf(visit, at), targetOf(visit, at), {
    enrolmentId,
    kept,
  });
  return result.ok ? done(at, kept ? 'gardees' : 'liberees') : showPerson(deps, visit, at, result.error);
}

async function showCentre(
  deps: ExamDeps,
  visit: Visit,
  at: AtPerson,
  state: FormState = emptyForm,
  status = 200,
): Promise<Reply> {
  if (at.plan.state !== 'draft') return showPerson(deps, visit, at, { code: 'plan-not-draft' });
  const { look, sitter, placed, code, roomName } = await readPerson(deps, at);
  const centre = look.ground.centres.find(({ id }) => id === visit.query.centre);
  if (sitter === null) return showPerson(deps, visit, at, { code: 'not-to-sit' });
  if (centre === undefined) return redirect(addresses.planPerson(at.person.enrolmentId, moreOf(at)));
  const rows = centreMove(look, sitter, centre, await seatsAt(deps.db, at.plan.id, centre.id));
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

async function toCentre(deps: ExamDeps, visit: Visit, at: AtPerson): Promise<Reply> {
  const read = parseForm([reasonField] as const, visit.body);
  if (!read.ok) return showCentre(deps, visit, at, read.error, 422);
  const result = await moveToCentre(deps, actBy(visit, at.staff), whoOf(visit, at), targetOf(visit, at), {
    enrolmentId: at.person.enrolmentId,
    centreId: visit.query.centre ?? '',
    reason: read.value.motif,
  });
  if (result.ok) return done(at, 'deplace');
  const state = withFault(
    { typed: typedIn([reasonField], visit.body), faults: [] },
    null,
    refusals.inWords(result.error),
  );
  return showCentre(deps, visit, at, state, refusals.status(result.error));
}

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
      label: planTexts.move.option(room.name, dayAndHour(sitting.startsAt)),
      hint: planTexts.move.hint(
        free,
        room.capacity,
        warnings.map((one) => planTexts.warnings[one]),
      ),
    }));
  return { ...read, unit, options, centre, moves, places };
}

async function showMove(
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

async function move(deps: ExamDeps, visit: Visit, at: AtPerson): Promise<Reply> {
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
  const state = withFault({ typed: typedIn(fields, visit.body), faults: [] }, null, refusals.inWords(result.error));
  return showMove(deps, visit, at, state, refusals.status(result.error));
}

async function takeAway(deps: ExamDeps, visit: Visit, at: AtPerson): Promise<Reply> {
  const unit = visit.params.unite ?? '';
  const read = parseForm([reasonField] as const, visit.body);
  if (!read.ok) return showMove(deps, visit, at, read.error, 422, 'enlever');
  const result = await takeSeatAway(deps, actBy(visit, at.staff), whoOf(visit, at), targetOf(visit, at), {
    enrolmentId: at.person.enrolmentId,
    unit,
    reason: read.value.motif,
  });
  if (result.ok) return done(at, 'enlevee');
  const state = withFault(
    { typed: typedIn([reasonField], visit.body), faults: [] },
    null,
    refusals.inWords(result.error),
  );
  return showMove(deps, visit, at, state, refusals.status(result.error), 'enlever');
}
