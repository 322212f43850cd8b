import { createHash, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { accommodationMigrations } from '../accommodations/index.ts';
import type { Catalogue } from '../catalogue/index.ts';
import type { EnrolmentId } from '../enrolment/index.ts';
import { hearingMigrations } from '../hearings/index.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/database.ts';
import { createEventBus, type EventBus } from '../platform/events.ts';
import type { Route } from '../platform/http/visit.ts';
import { followedClock } from '../testing/clock.ts';
import { sentAsDevice } from '../testing/device.ts';
import { openSite, registeredEnrolment, type Site } from '../testing/enrolments.ts';
import { aCentre, placedSeats } from '../testing/exam.ts';
import { examMigrations } from '../testing/examRooms.ts';
import { ROOMS as PAPER_ROOMS } from '../testing/papers.ts';
import { PLAIN_CHROME } from '../testing/plainChrome.ts';
import type { Colleague, Room } from '../testing/stage.ts';
import type { AttendanceDeps } from './deps.ts';
import { attendanceMigrations } from './migrations.ts';
import { attendanceRoutes } from './routes.ts';

/** Builders for the tests of this room. */

const ROOMS = [...PAPER_ROOMS, hearingMigrations, accommodationMigrations, ...examMigrations, attendanceMigrations];
export const SESSION = 'bp-2024-clermont';
export const PLACE = { academy: 'clermont', session: SESSION };

export type Space = {
  readonly site: Site;
  readonly events: EventBus;
  readonly routes: readonly Route[];
  readonly deps: AttendanceDeps;
  readonly clock: Clock;
  /** Codes of summonses: the tests write them. */
  readonly codes: Map<EnrolmentId, string>;
  readonly end: () => Promise<void>;
};

/** The room behind a real server. */
async function openSpace(db: Database, catalogue: Catalogue): Promise<Space> {
  const events = createEventBus();
  const clock = await followedClock(db);
  const codes = new Map<EnrolmentId, string>();
  let deps: AttendanceDeps | null = null;
  let routes: readonly Route[] = [];
  const chrome: AttendanceDeps['chrome'] = async (visit) => ({
    ...PLAIN_CHROME,
    csrf: visit.csrf(),
    address: visit.address,
  });
  const site = await openSite(db, {}, (accounts) => {
    deps = {
      db,
      events,
      clock,
      accounts,
      catalogue: () => catalogue,
      guards: accounts.guards,
      chrome,
      officeChrome: chrome,
      bareChrome: ({ address }) => ({ ...PLAIN_CHROME, csrf: null, address }),
      codes: async () => codes,
    };
    routes = attendanceRoutes(deps);
    return routes;
  });
  if (deps === null) throw new Error('No site');
  return {
    site,
    events,
    routes,
    deps,
    clock,
    codes,
    end: async () => {
      clock.stop();
      await site.server.close();
    },
  };
}

export const attendanceRoom: Room<Space> = { tables: ROOMS, open: openSpace };

export async function candidates(
  db: Database,
  { events }: Pick<Space, 'events'>,
  catalogue: Catalogue,
  names: readonly string[],
): Promise<readonly EnrolmentId[]> {
  const ids: EnrolmentId[] = [];
  for (const birthName of names) {
    const { enrolment } = await registeredEnrolment(db, { events, catalogue, status: { birthName, usageName: null } });
    ids.push(enrolment.id);
  }
  return ids;
}

export async function keepCentre(db: Database, account: string, centre: string): Promise<void> {
  await sql`insert into attendance_keeper (account_id, academy, session, centre_id, named_by)
    values (${account}, 'clermont', ${SESSION}, ${centre}, gen_random_uuid())`.execute(db);
}

/** Hours of the tests of this room, in Paris on the day of its board. */
export const paris = (hour: string): Temporal.Instant => Temporal.Instant.from(`2024-06-03T${hour}:00+02:00`);

/** Two centres. In room A of the first, which `keepers` keep, a board calls people one after the other, ten minutes before each turn; `stranger` keeps the second. */
export async function boardWithTurns(
  db: Database,
  {
    keepers,
    stranger,
    turns,
    more = [],
  }: {
    readonly keepers: readonly string[];
    readonly stranger: string;
    /** Whose turn begins when: `09:10`. */
    readonly turns: Readonly<Record<string, string>>;
    /** Other seats; room Z is that of the second. */
    readonly more?: Parameters<typeof placedSeats>[2];
  },
) {
  const north = await aCentre(db, ['A'], { code: 'NORD', name: 'Lycée NORD' });
  const south = await aCentre(db, ['Z'], { code: 'SUD', name: 'Lycée SUD' });
  for (const one of keepers) await keepCentre(db, one, north.id);
  await keepCentre(db, stranger, south.id);
  const sitting = randomUUID();
  const called = Object.entries(turns).map(([enrolmentId, hour]) => ({
    ...{ enrolmentId, unit: 'U20', room: 'A', at: `2024-06-03T${hour}` },
    ...{ minutes: 30, called: 10, sitting },
  }));
  await placedSeats(db, { ...north.rooms, ...south.rooms }, [...called, ...more]);
  return { north, room: north.rooms.A ?? '', sitting };
}

/** What a device of a keeper kept of that day. */
export const sentBy = (site: Site, browser: Colleague, says: Readonly<Record<string, unknown>>) =>
  sentAsDevice(site, browser, { list: '/centre/jour', to: '/centre/pointages' }, { day: '2024-06-03', ...says });

export const hashed = (code: string): string => createHash('sha256').update(code).digest('hex');
