import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Role } from '../accounts/account.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { examSubject } from '../exam/exam.ts';
import { minutesWithExtra } from '../law/rules/extraTime.ts';
import { createPlacer } from '../plan/placing/placer.ts';
import type { Database } from '../platform/database/database.ts';
import type { EventBus } from '../platform/events.ts';
import type { Route, Visit } from '../platform/http/visit.ts';
import { SYSTEM } from '../platform/journal.ts';
import { createTableReader } from '../platform/tables/reader.ts';
import type { SummonsDeps } from '../summonses/deps.ts';
import { convocationRoutes } from '../summonses/routes/convocation.ts';
import { type Browser, findCandidate, openSite, type Site } from './enrolments.ts';
import { examRoutes, handleExamJobs, subscribeExam } from './examRooms.ts';
import { type HeldJobs, heldJobs } from './heldJobs.ts';
import { ROOMS } from './officeSite.ts';
import { openPapers, type Papers } from './papers.ts';
import { PLAIN_CHROME } from './plainChrome.ts';
import { aStaffMember, signedIn } from './staff.ts';
import type { Room } from './stage.ts';

/** Builders for the tests of this room. */

export { ROOMS };
export const SESSION = 'bp-2024-clermont';

export type Space = {
  readonly papers: Papers<HeldJobs>;
  readonly events: EventBus;
  readonly deps: SummonsDeps;
  readonly site: Site;
  readonly routes: readonly Route[];
  readonly end: () => Promise<void>;
};

type Given = {
  readonly ruleForm?: SummonsDeps['ruleForm'];
  readonly lockedMarks?: SummonsDeps['lockedMarks'];
  readonly lateSheets?: SummonsDeps['lateSheets'];
  readonly missingParts?: SummonsDeps['missingParts'];
};

/** The room behind a real server; what the office and the editor give it is said here. */
export async function openSpace(db: Database, catalogue: Catalogue, given: Given = {}): Promise<Space> {
  const papers = await openPapers(db, { catalogue, jobs: heldJobs(), findCandidate });
  const tables = createTableReader();
  const placer = createPlacer();
  handleExamJobs({ ...papers, placer });
  subscribeExam(papers);
  const shared = {
    ...papers,
    letters: papers,
    tables,
    chrome: async (visit: Visit) => ({ ...PLAIN_CHROME, csrf: visit.csrf(), address: visit.address }),
    ruleForm: given.ruleForm ?? (async () => null),
    lockedMarks: given.lockedMarks ?? (async () => []),
    lateSheets: given.lateSheets ?? (async () => 0),
    missingParts: given.missingParts ?? (async () => []),
  };
  let routes: readonly Route[] = [];
  let deps: SummonsDeps | null = null;
  const site = await openSite(db, {}, (accounts) => {
    deps = { ...shared, accounts, guards: accounts.guards };
    routes = examRoutes(deps);
    return [...routes, ...convocationRoutes({ ...papers, guards: accounts.guards })];
  });
  if (deps === null) throw new Error('The site asks for its routes at once');
  return {
    papers,
    events: papers.events,
    deps,
    site,
    routes,
    end: async () => {
      await site.server.close();
      await tables.close();
      await placer.close();
      await papers.end();
    },
  };
}

export const examRoom = (given?: Given): Room<Space> => ({
  tables: ROOMS,
  open: (db, catalogue) => openSpace(db, catalogue, given),
});

/** A member of staff who is signed in. */
export async function aMember(
  db: Database,
  site: Site,
  role: Role,
  { academy = 'clermont', portfolios = ['G2'] }: { academy?: string; portfolios?: readonly string[] } = {},
): Promise<Browser> {
  return signedIn(site, (await aStaffMember(db, site.accounts, { role, academy, portfolios })).address);
}

export type SeatGiven = {
  readonly enrolmentId: string;
  readonly unit: string;
  /** Paris wall clock: `2024-06-03T09:00`. */
  readonly at: string;
  readonly minutes?: number;
  readonly percent?: number;
  readonly alone?: boolean;
  readonly room?: string;
  readonly place?: number | null;
  /** Before a board: minutes from the call to the beginning, and the test, which several share. */
  readonly called?: number | null;
  readonly sitting?: string;
};

/** A centre with the rooms of those names; gives their ids. */
export async function aCentre(
  db: Database,
  names: readonly string[],
  given: { readonly code?: string; readonly name?: string; readonly address?: string } = {},
): Promise<{ readonly id: string; readonly rooms: Readonly<Record<string, string>> }> {
  const { code = 'LYC-1', name = 'Lycée des Puys', address = '1 rue du Lac' } = given;
  const id = randomUUID();
  await sql`insert into exam_centre (id, academy, session, code, name, address, postcode, city)
    values (${id}, 'clermont', ${SESSION}, ${code}, ${name}, ${address}, '63000', 'Riom')`.execute(db);
  const rooms: Record<string, string> = {};
  for (const room of names) {
    rooms[room] = randomUUID();
    await sql`insert into exam_room (id, academy, session, centre_id, name, folded, capacity, accessible)
      values (${rooms[room]}, 'clermont', ${SESSION}, ${id}, ${room}, ${room.toLowerCase()}, 30, true)`.execute(db);
  }
  return { id, rooms };
}

/** What is sat by somebody; two hours long, in the first room. */
export function aSeat(
  { enrolment }: { readonly enrolment: { readonly id: string } },
  unit: string,
  at: string,
  more: Partial<SeatGiven> = {},
): SeatGiven {
  return { enrolmentId: enrolment.id, unit, at, ...more };
}

type Published = { readonly planId: string; readonly number: number; readonly basedOn: string | null };

/** A plan with these seats, in the place of the one that was published before; told to nobody. */
export async function placedSeats(
  db: Database,
  rooms: Readonly<Record<string, string>>,
  seats: readonly SeatGiven[],
): Promise<Published> {
  const planId = randomUUID();
  const before = await sql<{ id: string; number: number }>`update exam_plan set state = 'replaced'
    where academy = 'clermont' and session = ${SESSION} and state = 'published' returning id, number`.execute(db);
  const { id: basedOn = null, number: last = 0 } = before.rows[0] ?? {};
  await sql`insert into exam_plan (id, academy, session, number, state, based_on, ordered_by, ordered_at, published_by, published_at)
    values (${planId}, 'clermont', ${SESSION}, ${last + 1}, 'published', ${basedOn}, gen_random_uuid(), business_now(),
      gen_random_uuid(), business_now())`.execute(db);
  for (const { enrolmentId, unit, at, minutes = 120, percent = 0, alone = false, room, ...more } of seats) {
    const { place = null, called = null, sitting = randomUUID() } = more;
    const startsAt = Temporal.PlainDateTime.from(at).toZonedDateTime('Europe/Paris').toInstant();
    const endsAt = startsAt.add({ minutes: minutesWithExtra(minutes, percent) });
    const roomId = rooms[room ?? Object.keys(rooms)[0] ?? ''] ?? null;
    const callsAt = called === null ? null : startsAt.subtract({ minutes: called });
    await sql`insert into exam_seat (plan_id, enrolment_id, unit, sitting_id, room_id, starts_at, ends_at, calls_at, percent, alone, place)
      values (${planId}, ${enrolmentId}, ${unit}, ${sitting}, ${roomId}, ${startsAt}, ${endsAt}, ${callsAt}, ${percent}, ${alone}, ${place})`.execute(
      db,
    );
  }
  return { planId, number: last + 1, basedOn };
}

/** The same, with its event. */
export async function publishedPlan(
  { db, events }: Pick<SummonsDeps, 'db' | 'events'>,
  rooms: Readonly<Record<string, string>>,
  seats: readonly SeatGiven[],
): Promise<string> {
  return db.transaction().execute(async (tx) => {
    const plan = await placedSeats(tx, rooms, seats);
    const subject = examSubject({ academy: 'clermont', session: SESSION });
    await events.publish(tx, SYSTEM, 'sitting.published', subject, { ...plan, changed: seats.length });
    return plan.planId;
  });
}

/** A room of a centre, which is made where it isn't there. */
export async function aRoom(
  db: Database,
  code: string,
  postcode: string,
  capacity: number,
  name = `Salle ${capacity}`,
): Promise<string> {
  await sql`insert into exam_centre (id, academy, session, code, name, address, postcode, city)
    values (gen_random_uuid(), 'clermont', ${SESSION}, ${code}, ${`Lycée ${code}`}, '', ${postcode}, 'Ville') on conflict do nothing`.execute(
    db,
  );
  const { rows } = await sql<{
    id: string;
  }>`insert into exam_room (id, academy, session, centre_id, name, folded, capacity, accessible)
    select gen_random_uuid(), 'clermont', ${SESSION}, id, ${name}, ${name.toLowerCase()}, ${capacity}, true
    from exam_centre where code = ${code} returning id`.execute(db);
  return rows[0]?.id ?? '';
}

/** A unit of Coiffure in the calendar, two hours long. */
export async function aSitting(db: Database, unit: string, startsAt: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    insert into exam_sitting (id, academy, session, speciality, unit, starts_at, minutes, material, kind)
    values (gen_random_uuid(), 'clermont', ${SESSION}, '45033608', ${unit}, ${startsAt}, 120, '', '') returning id`.execute(
    db,
  );
  return rows[0]?.id ?? '';
}
