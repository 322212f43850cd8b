import { randomUUID } from 'node:crypto';
import { accommodationMigrations } from '../accommodations/index.ts';
import { attendanceMigrations } from '../attendance/index.ts';
import { type Catalogue, createCatalogue } from '../catalogue/index.ts';
import { type EnrolmentId, findEnrolmentsOf } from '../enrolment/index.ts';
import { examinerMigrations } from '../examiners/index.ts';
import { hearingMigrations } from '../hearings/index.ts';
import { markingMigrations } from '../marking/index.ts';
import type { Database } from '../platform/database/database.ts';
import { transact } from '../platform/database/transact.ts';
import { createEventBus, type EventBus } from '../platform/events.ts';
import type { Route } from '../platform/http/visit.ts';
import { ok } from '../platform/result.ts';
import { createTableReader } from '../platform/tables/reader.ts';
import { followedClock } from '../testing/clock.ts';
import { openSite, registeredEnrolment, type Site } from '../testing/enrolments.ts';
import { examMigrations } from '../testing/examRooms.ts';
import { ROOMS as PAPER_ROOMS } from '../testing/papers.ts';
import { PLAIN_CHROME } from '../testing/plainChrome.ts';
import type { Room } from '../testing/stage.ts';
import type { MarkDeps } from './deps.ts';
import type { Entrant, Mark } from './marks.ts';
import { markMigrations } from './migrations.ts';
import { markRoutes } from './routes.ts';
import type { FirstSitting } from './rules/begun.ts';
import { insertBatch, writeClerks, writeDone, writeLock } from './store/batches.ts';
import { insertEntries } from './store/entries.ts';
import { insertScripts, listNamed } from './store/identities.ts';

/** Builders for the tests of this room. */

const ROOMS = [
  ...PAPER_ROOMS,
  hearingMigrations,
  accommodationMigrations,
  ...examMigrations,
  attendanceMigrations,
  examinerMigrations,
  markingMigrations,
  markMigrations,
];
export const SESSION = 'bp-2024-clermont';
export const COIFFURE = '45033608';

export type Space = {
  readonly site: Site;
  readonly events: EventBus;
  readonly routes: readonly Route[];
  readonly deps: MarkDeps;
  /** Who sits what: the tests write it. */
  readonly entrants: Entrant[];
  /** When units are first sat: the tests write it too. */
  readonly sittings: FirstSitting[];
  /** Who has a seat in the published plan. */
  readonly seats: Entrant[];
  /** What a jury closed. */
  readonly closed: { record: string | null };
  readonly end: () => Promise<void>;
};

/** The room behind a real server. */
export async function openSpace(db: Database, catalogue: Catalogue): Promise<Space> {
  const events = createEventBus();
  const clock = await followedClock(db);
  const entrants: Entrant[] = [];
  const sittings: FirstSitting[] = [];
  const seats: Entrant[] = [];
  const closed: Space['closed'] = { record: null };
  const tables = createTableReader();
  let routes: readonly Route[] = [];
  let deps: MarkDeps | null = null;
  const site = await openSite(db, {}, (accounts) => {
    deps = {
      db,
      events,
      clock,
      accounts,
      tables,
      catalogue: () => catalogue,
      guards: accounts.guards,
      chrome: async (visit) => ({ ...PLAIN_CHROME, csrf: visit.csrf(), address: visit.address }),
      sittings: async () => sittings,
      seats: async () => seats,
      closedRecord: async () => closed.record,
      entrants: async (_, academy, session) => (academy === 'clermont' && session === SESSION ? entrants : []),
    };
    routes = markRoutes(deps);
    return routes;
  });
  if (deps === null) throw new Error('No site');
  return {
    site,
    events,
    routes,
    deps,
    entrants,
    sittings,
    seats,
    closed,
    end: async () => {
      await tables.close();
      await site.server.close();
    },
  };
}

export const marksRoom: Room<Space> = { tables: ROOMS, open: openSpace };

/** The same rules in which marks are in whole points, or in which nothing says how. */
export function markedIn(catalogue: Catalogue, step: 'point' | null): Catalogue {
  const exams = catalogue.pack.exams.map((exam) => {
    const { marks, ...results } = exam.results;
    return {
      ...exam,
      results: step === null || marks === undefined ? results : { ...results, marks: { ...marks, step } },
    };
  });
  return createCatalogue({ ...catalogue.pack, exams }, catalogue.anchors);
}

/** So many candidates who sit these units. */
export async function manyEntrants(
  db: Database,
  { events, entrants }: Pick<Space, 'events' | 'entrants'>,
  catalogue: Catalogue,
  count: number,
  units: readonly string[] = ['U10'],
): Promise<readonly EnrolmentId[]> {
  const ids: EnrolmentId[] = [];
  for (let one = 0; one < count; one += 1) {
    const status = { birthName: `Candidat ${'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[one] ?? 'Z'}`, usageName: null };
    const { enrolment } = await registeredEnrolment(db, { events, catalogue, status });
    ids.push(enrolment.id);
    entrants.push(...units.map((unit) => ({ enrolmentId: enrolment.id, speciality: COIFFURE, unit })));
  }
  return ids;
}

/** A batch typed twice alike and locked, with what stands on the script of each. */
export async function lockedBatch(
  db: Database,
  place: { readonly academy: string; readonly session: string; readonly speciality: string; readonly unit: string },
  marks: readonly (readonly [EnrolmentId, Mark])[],
): Promise<string> {
  const [one, other, head] = [randomUUID(), randomUUID(), randomUUID()];
  const made = await transact<string, never>(db, async (tx) => {
    const id = await insertBatch(tx, { ...place, title: place.unit, step: 'half-point', named: false }, head);
    if (id === null) throw new Error(`The batch of ${place.unit} stands already`);
    await insertScripts(
      tx,
      { ...place, id },
      marks.map(([enrolmentId]) => enrolmentId),
    );
    await writeClerks(tx, { id }, { first: one, second: other });
    const given = new Map<string, Mark>(marks);
    const numbers = new Map(
      (
        await findEnrolmentsOf(
          tx,
          place.academy,
          marks.map(([enrolmentId]) => enrolmentId),
        )
      ).map((enrolment) => [enrolment.number, enrolment.id]),
    );
    const lines = (await listNamed(tx, { id })).map(({ scriptId, enrolment }) => ({
      scriptId,
      mark: given.get(numbers.get(enrolment) ?? '') ?? null,
    }));
    for (const [sort, by] of [
      ['first', one],
      ['second', other],
    ] as const) {
      await insertEntries(tx, { ...place, id }, { sort, lines, version: 2, reason: null, by });
      await writeDone(tx, { id }, sort, true);
    }
    return ok(id);
  });
  if (!made.ok) throw new Error('Not made');
  await transact<null, never>(db, async (tx) => {
    await writeLock(tx, { id: made.value }, head);
    return ok(null);
  });
  return made.value;
}
