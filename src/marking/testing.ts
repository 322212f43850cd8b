import { sql } from 'kysely';
import type { Catalogue } from '../catalogue/index.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/database.ts';
import { createEventBus, type EventBus } from '../platform/events.ts';
import type { Route } from '../platform/http/visit.ts';
import { followedClock } from '../testing/clock.ts';
import { sentAsDevice } from '../testing/device.ts';
import { openSite, type Site } from '../testing/enrolments.ts';
import { aPerson } from '../testing/examiners.ts';
import { ROOMS } from '../testing/officeSite.ts';
import { PLAIN_CHROME } from '../testing/plainChrome.ts';
import type { Colleague, Room } from '../testing/stage.ts';
import type { MarkingDeps } from './deps.ts';
import { markingRoutes } from './routes.ts';

/** Builders for the tests of this room. */

const SESSION = 'bp-2024-clermont';
export const BOULANGER = '45022108';
export const PLACE = { academy: 'clermont', session: SESSION };

export type Space = {
  readonly site: Site;
  readonly events: EventBus;
  readonly routes: readonly Route[];
  readonly deps: MarkingDeps;
  readonly clock: Clock;
  readonly locked: { on: Temporal.Instant | null };
  readonly end: () => Promise<void>;
};

/** The room behind a real server. */
async function openSpace(db: Database, catalogue: Catalogue): Promise<Space> {
  const events = createEventBus();
  const clock = await followedClock(db);
  const locked: Space['locked'] = { on: null };
  let deps: MarkingDeps | null = null;
  let routes: readonly Route[] = [];
  const site = await openSite(db, {}, (accounts) => {
    deps = {
      db,
      events,
      clock,
      catalogue: () => catalogue,
      guards: accounts.guards,
      lockedOn: async () => locked.on,
      chrome: async (visit) => ({ ...PLAIN_CHROME, csrf: visit.csrf(), address: visit.address }),
      bareChrome: ({ address }) => ({ ...PLAIN_CHROME, csrf: null, address }),
    };
    routes = markingRoutes(deps);
    return routes;
  });
  if (deps === null) throw new Error('No site');
  return {
    site,
    events,
    routes,
    deps,
    clock,
    locked,
    end: async () => {
      clock.stop();
      await site.server.close();
    },
  };
}

export const markingRoom: Room<Space> = { tables: ROOMS, open: openSpace };

/** Somebody convened to a board, with their account and the code that signs for them. */
export async function seated(
  db: Database,
  name: string,
  { account, board, code }: { readonly account: string; readonly board: string; readonly code: string },
): Promise<string> {
  const examiner = await aPerson(db, name);
  await sql`update examiner set account_id = ${account} where id = ${examiner}`.execute(db);
  await sql`insert into board_member (id, academy, session, board_id, examiner_id, state, told, told_at, added_by)
    values (gen_random_uuid(), 'clermont', ${SESSION}, ${board}, ${examiner}, 'convened', '{}', business_now(), gen_random_uuid())`.execute(
    db,
  );
  await sql`insert into examiner_code (examiner_id, academy, session, signing) values (${examiner}, 'clermont', ${SESSION}, ${code})`.execute(
    db,
  );
  return examiner;
}

/** What a tablet kept of its boards. */
export async function sentBy(site: Site, browser: Colleague, acts: unknown, more: object = {}) {
  const addresses = { list: '/commission/notes/donnees', to: '/commission/notes/envoi' };
  const answer = await sentAsDevice(site, browser, addresses, { acts, ...more });
  return { status: answer.statusCode, body: answer.json() };
}

/** What became of each thing that it sent: why it was refused, or null. */
export function refusedOf({ body }: Awaited<ReturnType<typeof sentBy>>): readonly (string | null)[] {
  return body.outcomes.map((one: { refused: string | null }) => one.refused);
}
