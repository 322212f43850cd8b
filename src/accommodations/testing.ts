import type { Catalogue } from '../catalogue/index.ts';
import { readPaperFile } from '../documents/index.ts';
import type { Database } from '../platform/database/database.ts';
import type { Inspector } from '../platform/documents/inspector.ts';
import type { EventBus } from '../platform/events.ts';
import type { Route } from '../platform/http/visit.ts';
import { findCandidate, openSite, type Site } from '../testing/enrolments.ts';
import { type HeldJobs, heldJobs } from '../testing/heldJobs.ts';
import { openPapers, ROOMS as PAPER_ROOMS, type Papers } from '../testing/papers.ts';
import { PLAIN_CHROME } from '../testing/plainChrome.ts';
import { inspector } from '../testing/shared.ts';
import type { Room } from '../testing/stage.ts';
import { accommodationDue } from './due.ts';
import { accommodationMigrations } from './migrations.ts';
import { accommodationRoutes } from './routes.ts';

/** Builders for the tests of this room. */

export const ROOMS = [...PAPER_ROOMS, accommodationMigrations];

export type Space = {
  readonly papers: Papers<HeldJobs>;
  readonly events: EventBus;
  readonly site: Site;
  readonly routes: readonly Route[];
  readonly end: () => Promise<void>;
};

type Given = { readonly scans?: boolean; readonly reads?: Inspector };

/** The room with its two parts behind a real server, real files and the real reader of documents. */
export async function openSpace(
  db: Database,
  catalogue: Catalogue,
  { scans = false, reads = inspector }: Given = {},
): Promise<Space> {
  const papers = await openPapers(db, { catalogue, jobs: heldJobs(), findCandidate, due: [accommodationDue] });
  let routes: readonly Route[] = [];
  const site = await openSite(db, {}, (accounts) => {
    routes = accommodationRoutes({
      ...papers,
      accounts,
      guards: accounts.guards,
      inspector: reads,
      scans,
      chrome: async (visit) => ({ ...PLAIN_CHROME, csrf: visit.csrf(), address: visit.address }),
      serviceChrome: async (visit) => ({ ...PLAIN_CHROME, csrf: visit.csrf(), address: visit.address }),
      notification: (academy, id, paper) => readPaperFile(papers, { serviceOf: academy }, id, paper),
    });
    return routes;
  });
  return {
    papers,
    events: papers.events,
    site,
    routes,
    end: async () => {
      await site.server.close();
      await papers.end();
    },
  };
}

export const accommodationRoom = (given?: Given): Room<Space> => ({
  tables: ROOMS,
  open: (db, catalogue) => openSpace(db, catalogue, given),
});
