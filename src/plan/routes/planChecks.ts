import { randomUUID } from 'node:crypto';
import { h } from 'preact';
import { actBy, personName } from '../../accounts/index.ts';
import {
  examAddresses as addresses,
  atExam,
  type ExamDeps,
  eachTest,
  examFrame,
  headAtExam,
  inSession,
  nameOfSpeciality,
  unitCode,
  whoOf,
} from '../../exam/index.ts';
import { type Centre, findSeatedCentre, listCentres, listRooms, listSittings, MOST } from '../../places/index.ts';
import {
  type Guard,
  type Reply,
  type Route,
  reaching,
  redirect,
  route,
  type Visit,
  versionIn,
} from '../../platform/http/visit.ts';
import { act, dayAndHour, emptyForm, type FormState, show } from '../../ui/index.ts';
import { dryRun, publishPlan } from '../actions/publishPlan.ts';
import { isBlocking, type PlanFault } from '../checkPlan.ts';
import { PlanCentrePage } from '../pages/planCentrePage.tsx';
import { readField } from '../pages/planFields.ts';
import { type FaultLine, FaultsPage, PublishPage } from '../pages/planPublishPages.tsx';
import { PLAN_LIFE } from '../plan.ts';
import { type AtPlan, atPlan } from '../planFrame.ts';
import { planTexts } from '../planTexts.ts';
import { refusals } from '../refusals.ts';
import { beginningsAt, centreLoads, personsOf } from '../store/planLists.ts';
import { showPlan } from './plan.ts';

const PATH = '/gestion/examen/plan';
/** Changes that the page of a publication names. */
const CHANGES = 200;

export function planCheckRoutes(deps: ExamDeps): readonly Route[] {
  const reads = atPlan(deps, inSession(atExam(deps)));
  const head = atPlan(deps, inSession(headAtExam(deps)));
  const centre = atCentreOf(deps, reads);
  const publication = `${PATH}/publication`;
  return [
    route({
      method: 'GET',
      path: `${PATH}/centres/:id`,
      who: centre,
      handle: (visit, at) => showCentre(deps, visit, at),
    }),
    route({ method: 'GET', path: `${PATH}/fautes`, who: head, handle: (visit, at) => showFaults(deps, visit, at) }),
    route({ method: 'GET', path: publication, who: head, handle: (visit, at) => showPublication(deps, visit, at) }),
    act({
      path: publication,
      who: head,
      refusals,
      note: 'Le chef de bureau publie le plan, une fois ses fautes lues.',
      fields: [readField],
      do: ({ lu }, at, visit) => {
        const target = { id: at.plan.id, version: versionIn(visit) };
        return publishPlan(deps, actBy(visit, at.staff), whoOf(visit, at), target, { read: lu === true });
      },
      to: (_, { session, plan }) => addresses.plan({ session: session.code, numero: plan.number, message: 'publiee' }),
      // Published meanwhile, from another tab or by another head: there is no form of it to show again.
      again: (...[visit, at, ...shown]) =>
        (at.plan.state === 'draft' ? showPublication : showPlan)(deps, visit, at, ...shown),
    }),
  ];
}

type AtCentre = AtPlan & { readonly centre: Centre };

function atCentreOf(deps: ExamDeps, who: Guard<AtPlan>): Guard<AtCentre> {
  return reaching(who, 'a centre', async (at, visit) => {
    const centre = await findSeatedCentre(deps.db, at.place, visit.params.id);
    return centre === null ? null : { ...at, centre };
  });
}

function frame(deps: ExamDeps, visit: Visit, { staff }: AtPlan) {
  return examFrame(deps, visit, staff, planTexts.flash);
}

async function showCentre(deps: ExamDeps, visit: Visit, at: AtCentre): Promise<Reply> {
  const { plan, centre, place, session } = at;
  const loads = await centreLoads(deps.db, place, plan.id);
  return show(
    h(PlanCentrePage, {
      ...(await frame(deps, visit, at)),
      session: session.code,
      numero: plan.number,
      centre,
      rooms: (await listRooms(deps.db, place)).filter(({ centreId }) => centreId === centre.id),
      persons: loads.find(({ centreId }) => centreId === centre.id)?.persons ?? 0,
      beginnings: await beginningsAt(deps.db, plan.id, centre.id),
      zone: session.zone,
    }),
  );
}

async function showFaults(deps: ExamDeps, visit: Visit, at: AtPlan): Promise<Reply> {
  const { faults } = await dryRun(deps, deps.db, at.place, at.plan);
  const [blocking, others] = [faults.filter(isBlocking), faults.filter((one) => !isBlocking(one))];
  const said = async (some: readonly PlanFault[]) => ({
    lines: await linesOf(deps, at, some.slice(0, MOST.faultsShown)),
    total: some.length,
  });
  return show(
    h(FaultsPage, {
      ...(await frame(deps, visit, at)),
      session: at.session.code,
      plan: at.plan,
      blocking: await said(blocking),
      others: await said(others),
    }),
  );
}

/** Each fault with the page that mends it. */
async function linesOf(deps: ExamDeps, at: AtPlan, faults: readonly PlanFault[]): Promise<readonly FaultLine[]> {
  const { place, session, plan } = at;
  const catalogue = deps.catalogue();
  const ids = faults.flatMap(({ enrolmentId }) => (enrolmentId === null ? [] : [enrolmentId]));
  const persons = new Map((await personsOf(deps.db, place, ids)).map((one) => [one.enrolmentId, one]));
  const [rooms, centres, sittings] = [
    await listRooms(deps.db, place),
    await listCentres(deps.db, place),
    await listSittings(deps.db, place),
  ];
  const more = { session: session.code, numero: plan.number };
  return faults.map((fault, index): FaultLine => {
    const { code, enrolmentId, unit, roomId, sittingId, startsAt, why } = fault;
    const what = why === null ? planTexts.fault[code] : `${planTexts.fault[code]}\u00a0: ${planTexts.dayOff[why]}`;
    const person = enrolmentId === null ? undefined : persons.get(enrolmentId);
    const key = String(index);
    if (person !== undefined) {
      const called = unit === null ? '' : ` (${unitCode(catalogue, session, person.speciality)(unit)})`;
      const href = addresses.planPerson(person.enrolmentId, more);
      return { key, where: `${person.number}, ${personName(person)}`, href, what: `${what}${called}` };
    }
    const sitting = sittings.find(({ id }) => id === sittingId);
    const at_ = startsAt === null ? '' : `, ${dayAndHour(startsAt)}`;
    if (code === 'day-off') {
      const name = nameOfSpeciality(catalogue, sitting?.speciality ?? null);
      const href =
        sitting === undefined
          ? addresses.calendar({ session: session.code })
          : addresses.sitting(sitting.id, { session: session.code });
      const called = sitting === undefined ? '' : unitCode(catalogue, session, sitting.speciality)(sitting.unit);
      return { key, where: `${[name, called].filter((one) => one !== '').join(', ')}${at_}`, href, what };
    }
    const room = rooms.find(({ id }) => id === roomId);
    const centre = centres.find(({ id }) => id === room?.centreId);
    return {
      key,
      where: `${centre?.code ?? ''}, ${room?.name ?? ''}${at_}`,
      href: centre === undefined ? null : addresses.planCentre(centre.id, more),
      what,
    };
  });
}

async function showPublication(
  deps: ExamDeps,
  visit: Visit,
  at: AtPlan,
  state: FormState = emptyForm,
  status = 200,
): Promise<Reply> {
  const { place, session, plan } = at;
  if (!PLAN_LIFE.may('publish', plan.state))
    return redirect(addresses.plan({ session: session.code, numero: plan.number }));
  const { before, summoned, seats, changes, faults } = await dryRun(deps, deps.db, place, plan);
  const byPerson = [...Map.groupBy(changes, ({ enrolmentId }) => enrolmentId)];
  const shown = before === null ? [] : byPerson.slice(0, CHANGES);
  const persons = await personsOf(
    deps.db,
    place,
    shown.map(([id]) => id),
  );
  const known = new Map(persons.map((one) => [one.enrolmentId, one]));
  const catalogue = deps.catalogue();
  const without = new Set(faults.filter(({ code }) => code === 'no-seat').map(({ enrolmentId }) => enrolmentId)).size;
  return show(
    h(PublishPage, {
      ...(await frame(deps, visit, at)),
      session: session.code,
      plan,
      summoned,
      seats,
      before: before?.number ?? null,
      without,
      changed: byPerson.length,
      changes: shown.flatMap(([id, some]) => {
        const person = known.get(id);
        if (person === undefined) return [];
        const code = unitCode(catalogue, session, person.speciality);
        const what = [...Map.groupBy(some, (one) => one.what)].map(([kind, units]) => ({
          what: kind,
          units: eachTest(units).map(({ unit }) => code(unit)),
        }));
        return [{ id, number: person.number, name: personName(person), what }];
      }),
      blocking: faults.filter(isBlocking).length,
      others: faults.filter((one) => !isBlocking(one)).length,
      state,
      idempotencyKey: randomUUID(),
    }),
    status,
  );
}
