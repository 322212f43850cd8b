import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Catalogue } from '../catalogue/index.ts';
import type { Database } from '../platform/database/database.ts';
import { transact } from '../platform/database/transact.ts';
import type { EventBus } from '../platform/events.ts';
import type { Route, Visit } from '../platform/http/visit.ts';
import type { Seal } from '../platform/pdf/seal/seal.ts';
import { ok } from '../platform/result.ts';
import { A_DECISION } from '../testing/delegations.ts';
import { findCandidate, openSite, type Site } from '../testing/enrolments.ts';
import { type HeldJobs, heldJobs } from '../testing/heldJobs.ts';
import { openPapers, type Papers } from '../testing/papers.ts';
import { PLAIN_CHROME } from '../testing/plainChrome.ts';
import { ROOMS as ACCOUNT_ROOMS } from '../testing/results.ts';
import type { Room } from '../testing/stage.ts';
import { handleJuryJobs } from './actions/printRecord.ts';
import type { RecordContent } from './content.ts';
import type { JuryDeps } from './deps.ts';
import { juryMigrations } from './migrations.ts';
import { juryRoutes } from './routes.ts';
import { insertVerdicts, type VerdictSaid } from './store/verdicts.ts';
import { recordName } from './verdict.ts';

/** Builders for the tests of this room and of higher ones. */

export const ROOMS = [...ACCOUNT_ROOMS, juryMigrations];

const ONE = '00000000-0000-4000-8000-00000000000a';
const OTHER = '00000000-0000-4000-8000-00000000000b';

/** A record that is closed, with what it says of some candidates: « PV year-number ». `chair`: the account of who chaired. Gives the id of its jury. */
export async function aClosedJury(
  db: Database,
  place: { readonly academy: string; readonly session: string },
  said: readonly Omit<VerdictSaid, 'addition'>[],
  {
    year = 2024,
    number = 1,
    chair = null,
  }: { readonly year?: number; readonly number?: number; readonly chair?: string | null } = {},
): Promise<string> {
  const juryId = randomUUID();
  const { academy, session } = place;
  await sql`insert into jury (id, academy, session, name, meets_on, quorum, opened_by)
    values (${juryId}, ${academy}, ${session}, 'Jury', '2024-07-01', true, ${ONE})`.execute(db);
  for (const speciality of new Set(said.map(({ account }) => account.speciality)))
    await sql`insert into jury_speciality (jury_id, academy, session, speciality)
      values (${juryId}, ${academy}, ${session}, ${speciality})`.execute(db);
  await sql`insert into jury_member (id, jury_id, academy, session, quality, title, name, account_id, present)
    values (${randomUUID()}, ${juryId}, ${academy}, ${session}, 'president', 'IEN', 'Anne Essai', ${chair}::uuid, true)`.execute(
    db,
  );
  await sql`update jury set state = 'closed', proposed_by = ${ONE}, proposed_at = business_now(), year = ${year}, number = ${number},
      closed_by = ${OTHER}, closed_at = business_now() where id = ${juryId}`.execute(db);
  await transact<null, never>(db, async (tx) => {
    await insertVerdicts(
      tx,
      A_DECISION,
      { juryId, academy, session },
      said.map((one) => ({ ...one, addition: 0 })),
    );
    return ok(null);
  });
  const content: RecordContent = {
    title: 'Procès-verbal',
    reference: recordName(year, number),
    letterhead: ['Rectorat'],
    subject: 'Essai',
    sections: [],
    footer: 'Essai',
    paging: { page: 'page', of: 'sur' },
    day: { year, month: 7, day: 1 },
  };
  await sql`insert into jury_sheet (id, jury_id, academy, session, number, content)
    values (${randomUUID()}, ${juryId}, ${academy}, ${session}, 0, ${JSON.stringify(content)}::jsonb)`.execute(db);
  return juryId;
}

/** What a dated addition says of one of its candidates. */
export async function addSaid(
  db: Database,
  place: { readonly juryId: string; readonly academy: string; readonly session: string },
  said: VerdictSaid,
): Promise<void> {
  await transact<null, never>(db, async (tx) => {
    await insertVerdicts(tx, A_DECISION, place, [said]);
    return ok(null);
  });
}

export type Space = {
  readonly papers: Papers<HeldJobs>;
  readonly events: EventBus;
  readonly deps: JuryDeps;
  readonly site: Site;
  readonly routes: readonly Route[];
  readonly end: () => Promise<void>;
};

/** The room behind a real server. */
async function openSpace(db: Database, catalogue: Catalogue, seal: Seal | null = null): Promise<Space> {
  const papers = await openPapers(db, { catalogue, jobs: heldJobs(), findCandidate });
  let routes: readonly Route[] = [];
  let deps: JuryDeps | null = null;
  const site = await openSite(db, {}, (accounts) => {
    deps = {
      ...papers,
      seal,
      accounts,
      guards: accounts.guards,
      chrome: async (visit: Visit) => ({ ...PLAIN_CHROME, csrf: visit.csrf(), address: visit.address }),
    };
    handleJuryJobs(deps);
    routes = juryRoutes(deps);
    return routes;
  });
  if (deps === null) throw new Error('No site');
  return {
    papers,
    events: papers.events,
    deps,
    site,
    routes,
    end: async () => {
      await site.server.close();
      await papers.end();
    },
  };
}

export const juryRoom = (seal: Seal | null = null): Room<Space> => ({
  tables: ROOMS,
  open: (db, catalogue) => openSpace(db, catalogue, seal),
});
