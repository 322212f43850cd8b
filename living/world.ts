import { createHash } from 'node:crypto';
import { unsentRequests } from '../src/accommodations/index.ts';
import { createAccounts } from '../src/accounts/index.ts';
import type { Catalogue } from '../src/catalogue/index.ts';
import { subscribeClosing } from '../src/closing/index.ts';
import { readConfiguration } from '../src/configuration.ts';
import { duesOf } from '../src/dues.ts';
import { EFFECTS } from '../src/effects.ts';
import { subscribeMails } from '../src/mails/index.ts';
import { migrations } from '../src/migrations.ts';
import { subscribePapers } from '../src/papers/index.ts';
import type { PiecesDeps } from '../src/pieces/deps.ts';
import { subscribePieces } from '../src/pieces/index.ts';
import { startClock } from '../src/platform/clock.ts';
import { connectDatabase } from '../src/platform/database/database.ts';
import { readNote } from '../src/platform/database/embedded/note.ts';
import { startEmbeddedServer } from '../src/platform/database/embedded/server.ts';
import { migrate } from '../src/platform/database/migrate.ts';
import type { Inspection } from '../src/platform/documents/documents.ts';
import { createInspector, type Inspector } from '../src/platform/documents/inspector.ts';
import { createEventBus } from '../src/platform/events.ts';
import { openFileStore } from '../src/platform/files.ts';
import { keepToMode } from '../src/platform/installation.ts';
import type { JobKind, JobKinds, Jobs } from '../src/platform/jobs.ts';
import { createOutbox } from '../src/platform/mail/outbox.ts';
import { createPdfRenderer } from '../src/platform/pdf/renderPdf.ts';
import { subscribeReminders } from '../src/reminders/index.ts';
import { openCatalogue } from '../src/rulesInForce.ts';
import { PLAIN_CHROME } from '../src/testing/plainChrome.ts';
import type { Specimens } from './specimens.ts';

/** The rooms of Registre on the database and in the folder of `npm start`, without a server, in a time that we move. */
export type World = {
  readonly deps: PiecesDeps;
  readonly accounts: ReturnType<typeof createAccounts>;
  readonly catalogue: Catalogue;
  /** Specimens of documents, by the name of their kind. */
  readonly printed: Map<string, Promise<Specimens>>;
  readonly setTime: (instant: Temporal.Instant) => Promise<void>;
  /** Mails and reminders that are due now. */
  readonly tell: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/** Of a connection to what nobody was told of yet: what a power cut takes is made again. */
export const QUICK = { options: '-c synchronous_commit=off' } as const;

export async function openWorld(root: string, say: (line: string) => void): Promise<World> {
  const read = readConfiguration(process.env, root);
  if (!read.ok) throw new Error(read.error.map(({ variable, message }) => `${variable} ${message}`).join('\n'));
  const configuration = read.value;
  if (configuration.mode !== 'demonstration') throw new Error('Invented candidates live in a demonstration only.');
  const { databaseUrl, dataFolder, secret, publicUrl } = configuration;
  const server =
    databaseUrl === null ? await startEmbeddedServer({ folder: dataFolder, database: 'registre', say }) : null;
  const connection = server?.connection ?? { connectionString: databaseUrl ?? '' };
  if (server !== null && (await readNote(connection)).note !== null) {
    await server.stop();
    throw new Error(
      'The demonstration of npm start, with its own rules, stands in this folder: name another by DATA_DIR.',
    );
  }
  const pool = connectDatabase({ ...connection, max: 12, ...QUICK }, (error) => say(String(error)));
  const { db } = pool;
  await migrate(db, migrations);
  await keepToMode(db, 'demonstration', async () => null);
  const clock = await startClock(db);
  if (configuration.clock !== null) await clock.set(configuration.clock);
  const rules = await openCatalogue(db, configuration, say);
  const catalogue = rules.current();

  const events = createEventBus();
  const jobs = ownJobs();
  const outbox = createOutbox(db, jobs, null);
  const [pdf, inspector] = [createPdfRenderer(), createInspector()];
  const accounts = createAccounts({
    db,
    events,
    outbox,
    secret,
    publicUrl,
    catalogue: () => catalogue,
    policyAt: () => catalogue.installation().account,
    secondFactorRequired: false,
    civilStatusLocked: async () => true,
    contactOf: (academy) => catalogue.academy(academy)?.letterhead.bureau ?? academy,
    chrome: () => PLAIN_CHROME,
  });
  const { guards, findCandidate } = accounts;
  const files = openFileStore(configuration.filesUrl, dataFolder);
  const chrome = async () => PLAIN_CHROME;
  const shared = { db, events, catalogue: () => catalogue, clock, guards, findCandidate, chrome };
  const due = duesOf(shared);
  // Half a day passes in a blink: what was decided in it is told at its end.
  const papers = {
    ...shared,
    due,
    effects: EFFECTS,
    jobs,
    outbox,
    files,
    pdf,
    seal: null,
    publicUrl,
    secret,
    decisionDelaySeconds: 0,
  };
  subscribePieces(shared);
  subscribePapers(papers);
  subscribeMails(papers);
  subscribeReminders(papers, [unsentRequests(papers)]);
  subscribeClosing(papers);
  return {
    deps: { ...shared, due, files, inspector: looksOnce(inspector) },
    accounts,
    catalogue,
    printed: new Map(),
    setTime: clock.set,
    tell: jobs.run,
    close: async () => {
      rules.stop();
      clock.stop();
      await pdf.close();
      await inspector.close();
      await pool.close();
      await server?.stop();
    },
  };
}

/** The same specimen is read once, whoever sends it. */
function looksOnce({ inspect, join }: Inspector): Pick<Inspector, 'inspect' | 'join' | 'isFree'> {
  const seen = new Map<string, Promise<Inspection>>();
  return {
    join,
    // Whoever invents people has the time to wait until their file is read: nobody else would read it before the site begins.
    isFree: () => true,
    inspect: async (file) => {
      const bytes = await file.read();
      const key = createHash('sha256').update(bytes).digest('hex');
      const found = seen.get(key) ?? inspect({ ...file, read: async () => bytes });
      seen.set(key, found);
      return found;
    },
  };
}

/** Orders wait until we say. A paper's PDF is made when somebody opens it, as where its order hasn't been carried out yet. */
function ownJobs(): Jobs & { readonly run: () => Promise<void> } {
  const works = new Map<JobKind, (data: never) => Promise<void>>();
  const often: (() => Promise<void>)[] = [];
  const orders: { readonly kind: JobKind; readonly data: unknown }[] = [];
  return {
    handle: (kind, work) => void works.set(kind, work as (data: never) => Promise<void>),
    enqueue: async (_, kind, data) => {
      if (kind !== 'paper.render') orders.push(...[data].flat().map((one) => ({ kind, data: one })));
    },
    everyNight: () => undefined,
    everyMinute: (_, work) => void often.push(work),
    minuteNow: async () => undefined,
    start: async () => undefined,
    stop: async () => undefined,
    run: async () => {
      for (const work of often) await work();
      const queue = orders.splice(0).values();
      const walk = async (): Promise<void> => {
        for (const { kind, data } of queue) await works.get(kind)?.(data as JobKinds[JobKind] as never);
      };
      await Promise.all(Array.from({ length: 8 }, walk));
    },
  };
}
