import { type RawBuilder, sql } from 'kysely';
import type { Catalogue } from '../catalogue/index.ts';
import type { Database } from '../platform/database/database.ts';
import type { EventBus } from '../platform/events.ts';
import type { Route } from '../platform/http/visit.ts';
import { createTableReader } from '../platform/tables/reader.ts';
import { findCandidate, openSite, type Site } from '../testing/enrolments.ts';
import { type HeldJobs, heldJobs } from '../testing/heldJobs.ts';
import { ROOMS } from '../testing/officeSite.ts';
import { openPapers, type Papers } from '../testing/papers.ts';
import { PLAIN_CHROME } from '../testing/plainChrome.ts';
import type { Room } from '../testing/stage.ts';
import type { ExaminerDeps } from './deps.ts';
import type { BoardId, Examiner, ExaminerId, ExaminerWords } from './examiners.ts';
import { examinerRoutes } from './routes.ts';
import { keepJuriesApart } from './store/apart.ts';
import { listUnheard } from './store/letters.ts';
import { writeExaminers } from './store/people.ts';
import { subscribeExaminers } from './subscribe.ts';

/** Builders for the tests of this room. */

export const SESSION = 'bp-2024-clermont';

export type Space = {
  readonly site: Site;
  readonly papers: Papers<HeldJobs>;
  readonly events: EventBus;
  readonly routes: readonly Route[];
  readonly deps: ExaminerDeps;
  readonly end: () => Promise<void>;
};

/** The room behind a real server. */
async function openSpace(db: Database, catalogue: Catalogue): Promise<Space> {
  const papers = await openPapers(db, { catalogue, jobs: heldJobs(), findCandidate });
  const tables = createTableReader();
  let deps: ExaminerDeps | null = null;
  let routes: readonly Route[] = [];
  const chrome: ExaminerDeps['chrome'] = async (visit) => ({
    ...PLAIN_CHROME,
    csrf: visit.csrf(),
    address: visit.address,
  });
  const site = await openSite(db, {}, (accounts) => {
    deps = {
      ...papers,
      accounts,
      tables,
      guards: accounts.guards,
      ruleForm: async () => null,
      lockedMarks: async () => [],
      lateSheets: async () => 0,
      missingParts: async () => [],
      chrome,
      ownChrome: chrome,
      centreChrome: chrome,
      juryPresences: async () => [],
    };
    routes = examinerRoutes(deps);
    subscribeExaminers({ ...deps, jobs: papers.jobs });
    return routes;
  });
  if (deps === null) throw new Error('No site');
  return {
    site,
    papers,
    events: papers.events,
    routes,
    deps,
    end: async () => {
      await site.server.close();
      await tables.close();
      await papers.end();
    },
  };
}

export const examinerRoom: Room<Space> = { tables: ROOMS, open: openSpace };

const COIFFURE = '45033608';

/** Somebody who teaches hairdressing at Riom, unless it is said otherwise. */
function words(lastName: string, more: Partial<ExaminerWords> = {}): ExaminerWords {
  return {
    lastName,
    firstName: 'Alix',
    side: 'teaching',
    title: '',
    employer: '',
    postcode: '63200',
    postal: '',
    mail: null,
    phone: null,
    tasks: ['board'],
    specialities: [COIFFURE],
    kmMost: null,
    away: [],
    retired: false,
    ...more,
  };
}

/** The same, written down. */
export async function aPerson(db: Database, lastName: string, more: Partial<ExaminerWords> = {}): Promise<ExaminerId> {
  const [written] = await db.transaction().execute((tx) => writeExaminers(tx, 'clermont', [words(lastName, more)]));
  return written?.id as ExaminerId;
}

/** As the rules know somebody. */
export function known(id: string, more: Partial<ExaminerWords> = {}): Examiner {
  return { ...words(id, more), id: id as ExaminerId, accountId: null, rowVersion: 1 };
}

export type TestBoard = {
  readonly held: 'written' | 'oral' | 'practical';
  readonly unit: string;
  readonly room: string;
  /** Paris wall clock: `2024-06-03T08:00`. */
  readonly at: string;
  readonly minutes?: number;
  readonly enrolments: readonly string[];
  readonly speciality?: string;
};

/** The published plan as if its seats had been so when it was published. */
export async function publishAgain(db: Database, change?: RawBuilder<unknown>): Promise<void> {
  await change?.execute(db);
  await sql`update exam_plan set state = state where state = 'published'`.execute(db);
}

/** A published plan in place of the one before, with one test a board: turns follow each other before a board, all begin together elsewhere. */
export async function heldBoards(db: Database, boards: readonly TestBoard[]): Promise<void> {
  await sql`update exam_plan set state = 'replaced' where state = 'published'`.execute(db);
  const { rows } = await sql<{
    id: string;
  }>`insert into exam_plan (id, academy, session, number, state, ordered_by, ordered_at, published_by,
      published_at)
    select gen_random_uuid(), 'clermont', ${SESSION}, coalesce(max(number), 0) + 1, 'published', gen_random_uuid(), business_now(), gen_random_uuid(),
      business_now() from exam_plan returning id`.execute(db);
  for (const { held, unit, room, at, minutes = 20, enrolments, speciality = COIFFURE } of boards) {
    const startsAt = Temporal.PlainDateTime.from(at).toZonedDateTime('Europe/Paris').toInstant();
    const until = held === 'oral' ? startsAt.add({ minutes: minutes * enrolments.length }) : null;
    const sitting = await sql<{
      id: string;
    }>`insert into exam_sitting (id, academy, session, speciality, unit, starts_at, minutes, held, until, material,
        kind, room_id)
      values (gen_random_uuid(), 'clermont', ${SESSION}, ${speciality}, ${unit}, ${startsAt}, ${minutes}, ${held}, ${until}, '', '', ${room})
      returning id`.execute(db);
    for (const [index, enrolment] of enrolments.entries()) {
      const calls = startsAt.add({ minutes: held === 'oral' ? index * minutes : 0 });
      await sql`insert into exam_seat (plan_id, enrolment_id, unit, sitting_id, room_id, calls_at, starts_at, ends_at)
        values (${rows[0]?.id}, ${enrolment}, ${unit}, ${sitting.rows[0]?.id}, ${room}, ${held === 'oral' ? calls : null}, ${calls},
          ${calls.add({ minutes })})`.execute(db);
    }
  }
  await publishAgain(db);
}

/** The boards of the published plan, in the order of their hours. */
export async function boardIds(db: Database): Promise<readonly BoardId[]> {
  const { rows } = await sql<{ id: BoardId }>`select id from exam_board order by starts_at, id`.execute(db);
  return rows.map(({ id }) => id);
}

/** Letters to who has no mail box that nobody posted yet. */
export async function lettersDue(db: Database): Promise<string[]> {
  return (await listUnheard(db, { academy: 'clermont', session: SESSION })).map(({ id }) => id);
}

/** Beside the boards of the published plan, the juries that mark a part of their sheets, as its publication makes them. */
export function keepJuries(db: Database, catalogue: Catalogue): Promise<void> {
  return db.transaction().execute((tx) => keepJuriesApart(tx, catalogue, { academy: 'clermont', session: SESSION }));
}
