import { randomUUID } from 'node:crypto';
import { h } from 'preact';
import { actBy, personName } from '../../accounts/index.ts';
import { readEnrolmentId } from '../../enrolment/index.ts';
import {
  examAddresses as addresses,
  type ExamDeps,
  examFrame,
  nameOfSpeciality,
  phaseOf,
  unitCode,
  whoOf,
} from '../../exam/index.ts';
import type { Centre } from '../../places/index.ts';
import { type Guard, type Reply, type Route, reaching, type Visit, versionIn } from '../../platform/http/visit.ts';
import type { SessionSitter } from '../../sitters/index.ts';
import { act, emptyForm, type FormState, type Option, show, withFault } from '../../ui/index.ts';
import { keepSeats } from '../actions/changeSeats.ts';
import type { PlanTarget } from '../actions/onDraft.ts';
import { kilometresTo, sitterOfGround } from '../handMoves.ts';
import { centreField } from '../pages/planFields.ts';
import { PersonPage } from '../pages/planPersonPage.tsx';
import { hasBegun } from '../plan.ts';
import type { AtPlan } from '../planFrame.ts';
import { planTexts } from '../planTexts.ts';
import { lookAt } from '../readGround.ts';
import { type Refusal, refusals } from '../refusals.ts';
import { placedOf } from '../store/placing.ts';
import { findPerson } from '../store/planLists.ts';
import { seatsOf, unseatedOf } from '../store/seats.ts';

type Person = NonNullable<Awaited<ReturnType<typeof findPerson>>>;
export type AtPerson = AtPlan & { readonly person: Person };

export function atPerson(deps: ExamDeps, who: Guard<AtPlan>): Guard<AtPerson> {
  return reaching(who, 'a candidate', async (at, visit) => {
    const id = readEnrolmentId(visit.params.id);
    const person = id === null ? null : await findPerson(deps.db, at.place, at.desk.scope.portfolios, id);
    return person === null ? null : { ...at, person };
  });
}

export function frame(deps: ExamDeps, visit: Visit, { staff }: AtPlan): ReturnType<typeof examFrame> {
  return examFrame(deps, visit, staff, planTexts.flash);
}

/** What the pages of one candidate need to know. */
export async function readPerson(deps: ExamDeps, at: AtPerson) {
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

export function centreOptions(
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

export async function showPerson(
  deps: ExamDeps,
  visit: Visit,
  at: AtPerson,
  state: FormState = emptyForm,
  status = 200,
): Promise<Reply> {
  const { look, sitter, seats, unseated, placed, code, roomName } = await readPerson(deps, at);
  const isHead = at.staff.role === 'head';
  const units = [...new Set([...seats, ...unseated].map(({ unit }) => unit))];
  const missing = (sitter?.units ?? []).filter((unit) => !units.includes(unit));
  const options = centreOptions(look.ground.centres, sitter, placed?.centreId ?? null);
  const view = await frame(deps, visit, at);
  const [fault] = state.faults;
  const said = fault === undefined ? view.flash : ({ tone: 'danger', text: fault.message } as const);
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
      speciality: nameOfSpeciality(deps.catalogue(), at.person.speciality),
      placed,
      centreOf: (id) => look.ground.centres.find((one) => one.id === id) ?? { code: '', name: '', city: '' },
      lines: [...units, ...missing].map((unit) => {
        const seat = seats.find((one) => one.unit === unit) ?? null;
        return {
          unit,
          code: code(unit),
          seat,
          room: seat === null ? null : roomName(seat.roomId),
          begun: seat !== null && hasBegun(look.ground, seat),
          lack: unseated.find((one) => one.unit === unit) ?? null,
        };
      }),
      // A test of several phases is one to present.
      toSit: (sitter?.units ?? []).filter((unit) => phaseOf(unit) === 1).map(code),
      withheld: (sitter?.withheld ?? []).map(code),
      doubts: sitter?.doubts ?? [],
      effects: isHead ? (look.ground.effects.get(at.person.enrolmentId) ?? null) : null,
      centreField: centreField(options),
      centres: options,
      idempotencyKey: randomUUID(),
    }),
    status,
  );
}

/** Their page, with why something isn't done. */
export function refusePerson(deps: ExamDeps, visit: Visit, at: AtPerson, refusal: Refusal): Promise<Reply> {
  const state = withFault(emptyForm, null, refusals.inWords(refusal));
  return showPerson(deps, visit, at, state, refusals.status(refusal));
}

export const targetOf = (visit: Visit, { plan }: AtPlan): PlanTarget => ({ id: plan.id, version: versionIn(visit) });

export function moreOf({ session, plan }: AtPlan): { readonly session: string; readonly numero: number } {
  return { session: session.code, numero: plan.number };
}

export function movedTo(message: string): (done: unknown, at: AtPerson) => string {
  return (_, at) => addresses.planPerson(at.person.enrolmentId, { ...moreOf(at), message });
}

const keeps = ({ body }: Visit): boolean => body.garder !== 'non';

export function keepAct(deps: ExamDeps, who: Guard<AtPerson>, path: string): Route {
  return act({
    path,
    who,
    refusals,
    note: "Le chef de bureau garde les places d'un candidat, ou les rend à la répartition.",
    fields: [],
    do: (_, at, visit) => {
      const { enrolmentId } = at.person;
      const order = { enrolmentId, kept: keeps(visit) };
      return keepSeats(deps, actBy(visit, at.staff), whoOf(visit, at), targetOf(visit, at), order);
    },
    to: (done, at, visit) => movedTo(keeps(visit) ? 'gardees' : 'liberees')(done, at),
    again: (...shown) => showPerson(deps, ...shown),
  });
}
