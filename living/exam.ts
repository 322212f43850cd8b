import { saveSitting } from '../src/calendar/actions/saveSitting.ts';
import type { ResolvedSession } from '../src/catalogue/index.ts';
import { saveCentre, saveRoom } from '../src/places/actions/savePlace.ts';
import { WRITTEN } from '../src/places/rules/held.ts';
import { orderPlan } from '../src/plan/actions/orderPlan.ts';
import { handlePlacing } from '../src/plan/index.ts';
import { createPlacer } from '../src/plan/placing/placer.ts';
import { readSitters } from '../src/sitters/readSitters.ts';
import { heldJobs } from '../src/testing/heldJobs.ts';
import { subscribeWatch } from '../src/watch/index.ts';
import { actOf } from './acts.ts';
import { calendarOf, materialOf, testsOf } from './session/places.ts';
import type { World } from './world.ts';

/** Invented centres, in towns that are there. */
const CENTRES = [
  { code: 'LYC-PUYS', name: 'Lycée des Puys', postcode: '63000', city: 'Clermont-Ferrand', seats: [40, 30, 12, 2] },
  { code: 'LYC-JORDANNE', name: 'Lycée de la Jordanne', postcode: '15000', city: 'Aurillac', seats: [30, 12, 2] },
  { code: 'LYC-VELAY', name: 'Lycée du Velay', postcode: '43000', city: 'Le Puy-en-Velay', seats: [30, 12, 2] },
  { code: 'LYC-ALLIER', name: "Lycée de l'Allier", postcode: '03000', city: 'Moulins', seats: [30, 12, 2] },
] as const;

/** The head prepares the exam of the session: centres, a calendar of what is sat, and a first draft of who sits where. */
export async function prepareExam(world: World, session: ResolvedSession): Promise<void> {
  const { db, events, catalogue } = world.deps;
  const staff = await world.accounts.listStaff(db, session.academy);
  const head = staff.find(({ role }) => role === 'head');
  if (head === undefined) throw new Error('Nobody runs the office');
  const place = { academy: session.academy, session: session.code };
  const who = { place, officerId: head.accountId, key: null };
  const act = actOf('staff', head.accountId);
  const jobs = heldJobs();
  const placer = createPlacer();
  const deps = { db, events, catalogue, jobs, placer };
  handlePlacing(deps);
  subscribeWatch(deps);
  try {
    for (const { seats, ...centre } of CENTRES) {
      const made = await saveCentre(deps, act, who, null, { ...centre, address: '1 rue du Lycée', closed: false });
      if (!made.ok) throw new Error(made.error.code);
      for (const [index, capacity] of seats.entries()) {
        const room = {
          name: `Salle ${index + 1}`,
          capacity,
          accessible: index % 2 === 0,
          kinds: [],
          stations: null,
          closed: false,
        };
        await saveRoom(deps, act, { ...who, centre: made.value }, null, room);
      }
    }
    const sitters = await readSitters(db, world.catalogue, place);
    for (const [speciality, some] of Map.groupBy(sitters, (one) => one.speciality)) {
      if (speciality === null) continue;
      const known = testsOf(world.catalogue, session, speciality);
      const tests = known.filter(({ id }) => some.some((one) => one.units.includes(id)));
      for (const { test, day, hour } of calendarOf(tests, session.examStartsOn.on, false)) {
        const starts = day.toZonedDateTime({ timeZone: session.zone, plainTime: hour });
        const done = await saveSitting(deps, act, who, null, {
          speciality,
          unit: test.id,
          startsAt: starts.toInstant(),
          minutes: test.minutes,
          ...WRITTEN,
          uncounted: test.uncounted,
          material: materialOf(test),
          kind: '',
          roomId: null,
        });
        if (!done.ok) throw new Error(done.error.code);
      }
    }
    await orderPlan(deps, act, who, null, 'all');
    await jobs.run();
  } finally {
    await placer.close();
  }
}
