import { type Accounts, hashPassword, type Role } from '../accounts/index.ts';
import type { Catalogue } from '../catalogue/index.ts';
import { printLabels, readPaperFile } from '../papers/index.ts';
import type { Database } from '../platform/database/database.ts';
import { transact } from '../platform/database/transact.ts';
import { createInspector } from '../platform/documents/inspector.ts';
import type { Route } from '../platform/http/visit.ts';
import { SYSTEM } from '../platform/journal.ts';
import { type Browser, findCandidate, openSite, type Site } from '../testing/enrolments.ts';
import { type HeldJobs, heldJobs } from '../testing/heldJobs.ts';
import { openPapers, ROOMS as PAPER_ROOMS, type Papers } from '../testing/papers.ts';
import { PLAIN_CHROME } from '../testing/plainChrome.ts';
import { accommodationMigrations } from './migrations.ts';
import { accommodationRoutes } from './routes.ts';

/** Builders for the tests of this room. */

export const ROOMS = [...PAPER_ROOMS, accommodationMigrations];

export type Space = {
  readonly papers: Papers<HeldJobs>;
  readonly site: Site;
  readonly routes: readonly Route[];
  readonly end: () => Promise<void>;
};

/** The room with its two parts behind a real server, real files and the real reader of documents. */
export async function openSpace(
  db: Database,
  catalogue: Catalogue,
  { scans = false }: { readonly scans?: boolean } = {},
): Promise<Space> {
  const papers = await openPapers(db, { catalogue, jobs: heldJobs(), findCandidate });
  const inspector = createInspector();
  let routes: readonly Route[] = [];
  const site = await openSite(db, {}, (accounts) => {
    routes = accommodationRoutes({
      ...papers,
      guards: accounts.guards,
      inspector,
      scans,
      chrome: async (visit) => ({ ...PLAIN_CHROME, csrf: visit.csrf(), address: visit.address }),
      accounts,
      labels: (labels, on) => printLabels(papers, labels, on),
      serviceChrome: async (visit) => ({ ...PLAIN_CHROME, csrf: visit.csrf(), address: visit.address }),
      notification: (academy, id, paper) => readPaperFile(papers, { serviceOf: academy }, id, paper),
    });
    return routes;
  });
  return {
    papers,
    site,
    routes,
    end: async () => {
      await site.server.close();
      await inspector.close();
      await papers.end();
    },
  };
}

const STAFF_PASSWORD = 'Sancy*1886m';
let staff = 0;

/** A member of staff who has answered the invitation; gives the address. */
export async function aStaffMember(
  db: Database,
  accounts: Accounts,
  role: Role,
  academy = 'clermont',
): Promise<string> {
  staff += 1;
  const address = `agent.amenagement.${staff}@ac-clermont.fr`;
  const portfolios = role === 'officer' ? ['G2'] : [];
  const hash = await hashPassword(STAFF_PASSWORD);
  const form = { academy, role, name: `Agent ${staff}`, address, portfolios };
  const made = await transact(db, (tx) => accounts.createStaff(tx, SYSTEM, form, hash));
  if (!made.ok) throw new Error(made.error.code);
  return address;
}

/** Somebody at this site: a member of staff, unless a password says otherwise. */
export async function signedIn(site: Site, address: string, password = STAFF_PASSWORD): Promise<Browser> {
  const browser = site.browser();
  await browser.get('/connexion');
  const { status } = await browser.post('/connexion', { address, password });
  if (status !== 303) throw new Error(`${address} could not sign in: ${status}`);
  return browser;
}
