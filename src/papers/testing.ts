import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Accounts, accountMigrations, type Guards } from '../accounts/index.ts';
import type { Catalogue } from '../catalogue/index.ts';
import { decisionMigrations } from '../decisions/index.ts';
import { enrolmentMigrations } from '../enrolment/index.ts';
import { keptFileMigrations } from '../keptFiles/index.ts';
import { type DueSource, openDues, pieceMigrations, subscribePieces } from '../pieces/index.ts';
import type { Database } from '../platform/database/database.ts';
import type { Migrations } from '../platform/database/migrate.ts';
import { createEventBus, type EventBus } from '../platform/events.ts';
import { openFileStore } from '../platform/files.ts';
import type { Route } from '../platform/http/visit.ts';
import type { Jobs } from '../platform/jobs.ts';
import { createOutbox } from '../platform/mail/outbox.ts';
import { platformMigrations } from '../platform/migrations.ts';
import { followedClock } from '../testing/clock.ts';
import { findCandidate, openSite, type Site } from '../testing/enrolments.ts';
import { type HeldJobs, heldJobs } from '../testing/heldJobs.ts';
import { PLAIN_CHROME } from '../testing/plainChrome.ts';
import { pdf } from '../testing/shared.ts';
import type { Room } from '../testing/stage.ts';
import type { PapersDeps } from './deps.ts';
import { type DecisionEffect, SET_ASIDE_EFFECT } from './effects.ts';
import { papersMigrations } from './migrations.ts';
import { subscribePapers } from './subscribe.ts';

/** Builders for the tests of this room. */

export const ROOMS: readonly Migrations[] = [
  platformMigrations,
  accountMigrations,
  decisionMigrations,
  enrolmentMigrations,
  keptFileMigrations,
  pieceMigrations,
  papersMigrations,
];

export type Papers<Given extends Jobs> = PapersDeps & { readonly jobs: Given; readonly end: () => Promise<void> };

/** What differs from the usual room. */
export type Differing = Pick<PapersDeps, 'decisionDelaySeconds'> & {
  /** What higher rooms add to what is due. */
  readonly due?: readonly DueSource[];
  /** What comes of each kind of decision, where higher rooms take some. */
  readonly effects?: readonly DecisionEffect[];
};

type Given<Jobs> = Differing &
  Pick<PapersDeps, 'findCandidate'> & {
    readonly catalogue: Catalogue;
    readonly jobs: Jobs;
    readonly guards?: Guards;
  };

/** The room with a real database, real files and a real compiler, subscribed as the application does it. */
export async function openPapers<Chosen extends Jobs>(db: Database, given: Given<Chosen>): Promise<Papers<Chosen>> {
  const { catalogue, jobs, guards = NOBODY, due = [], effects = [SET_ASIDE_EFFECT], ...others } = given;
  const folder = mkdtempSync(path.join(tmpdir(), 'registre-papers-'));
  const clock = await followedClock(db);
  const deps: PapersDeps & { readonly jobs: Chosen } = {
    db,
    events: createEventBus(),
    catalogue: () => catalogue,
    clock,
    guards,
    chrome: async () => PLAIN_CHROME,
    jobs,
    outbox: createOutbox(db, jobs, null),
    due: openDues(due),
    effects,
    files: openFileStore(pathToFileURL(folder), folder),
    pdf,
    seal: null,
    publicUrl: new URL('https://registre.example'),
    secret: 'a secret of thirty-two characters',
    ...others,
  };
  subscribePieces(deps);
  subscribePapers(deps);
  return {
    ...deps,
    end: async () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export type PapersOnStage = {
  readonly papers: Papers<HeldJobs>;
  readonly events: EventBus;
  readonly site: Site;
  readonly end: () => Promise<void>;
};

/** What pages of the rooms that lean on papers are given. */
export type SitedPapers = Papers<HeldJobs> & { readonly accounts: Accounts };

export type PapersParts = Differing & {
  /** Of the rooms above that the test needs. */
  readonly tables?: readonly Migrations[];
  /** What else follows its events. */
  readonly subscribe?: (papers: Papers<HeldJobs>) => void;
  readonly routes?: (deps: SitedPapers) => readonly Route[];
};

/** The room on a stage, its jobs held, and the pages of `routes`. */
export const papersRoom = ({
  tables = [],
  subscribe,
  routes = () => [],
  ...differing
}: PapersParts = {}): Room<PapersOnStage> => ({
  tables: [...ROOMS, ...tables],
  open: async (db, catalogue) => {
    const papers = await openPapers(db, { catalogue, jobs: heldJobs(), findCandidate, ...differing });
    subscribe?.(papers);
    const site = await openSite(db, {}, (accounts) => routes({ ...papers, accounts, guards: accounts.guards }));
    const end = async (): Promise<void> => {
      await site.server.close();
      await papers.end();
    };
    return { papers, events: papers.events, site, end };
  },
});

const refused = { name: 'nobody', admit: async () => ({ denied: 'sign-in' }) as const };
const NOBODY: Guards = {
  candidate: refused,
  staff: () => refused,
  settingUp: refused,
  signedIn: refused,
  anyone: refused,
};

export { mailsTo } from '../testing/mails.ts';
