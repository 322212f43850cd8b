import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { accountMigrations, type Guards } from '../accounts/index.ts';
import type { Catalogue } from '../catalogue/index.ts';
import { decisionMigrations } from '../decisions/index.ts';
import { enrolmentMigrations } from '../enrolment/index.ts';
import { keptFileMigrations } from '../keptFiles/index.ts';
import { type DueSource, openDues, pieceMigrations, subscribePieces } from '../pieces/index.ts';
import type { Database } from '../platform/database/database.ts';
import type { Migrations } from '../platform/database/migrate.ts';
import { createEventBus } from '../platform/events.ts';
import { openFileStore } from '../platform/files.ts';
import type { Jobs } from '../platform/jobs.ts';
import { createOutbox } from '../platform/mail/outbox.ts';
import { platformMigrations } from '../platform/migrations.ts';
import { followedClock } from '../testing/clock.ts';
import { PLAIN_CHROME } from '../testing/plainChrome.ts';
import { pdf } from '../testing/shared.ts';
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

type Given<Jobs> = Pick<PapersDeps, 'findCandidate' | 'decisionDelaySeconds'> & {
  readonly catalogue: Catalogue;
  readonly jobs: Jobs;
  readonly guards?: Guards;
  /** What higher rooms add to what is due. */
  readonly due?: readonly DueSource[];
  /** What comes of each kind of decision, where higher rooms take some. */
  readonly effects?: readonly DecisionEffect[];
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

const refused = { name: 'nobody', admit: async () => ({ denied: 'sign-in' }) as const };
const NOBODY: Guards = {
  candidate: refused,
  staff: () => refused,
  settingUp: refused,
  signedIn: refused,
  anyone: refused,
};

export { mailsTo } from '../testing/mails.ts';
