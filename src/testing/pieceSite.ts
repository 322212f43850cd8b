import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { accountMigrations } from '../accounts/index.ts';
import type { Catalogue } from '../catalogue/index.ts';
import { decisionMigrations } from '../decisions/index.ts';
import { enrolmentMigrations } from '../enrolment/index.ts';
import { type FileReader, keptFileMigrations, openFileReader } from '../keptFiles/index.ts';
import {
  type Dues,
  listPieces,
  openDues,
  type PiecesDeps,
  pieceMigrations,
  pieceRoutes,
  subscribePieces,
  unreadDeposits,
  unreadSheets,
} from '../pieces/index.ts';
import { createAdmission } from '../platform/admission/admission.ts';
import { createPlaces } from '../platform/admission/place.ts';
import type { Database } from '../platform/database/database.ts';
import { createInspector, type InspectorOptions } from '../platform/documents/inspector.ts';
import { createEventBus, type EventBus } from '../platform/events.ts';
import { type FileStore, openFileStore, StoreFault } from '../platform/files.ts';
import { createLog } from '../platform/log.ts';
import { platformMigrations } from '../platform/migrations.ts';
import { followedClock } from './clock.ts';
import {
  type Answered,
  type Browser,
  findCandidate,
  openSite,
  PASSWORD,
  registeredEnrolment,
  SERVER_SECRET,
  type Site,
  type TestEnrolment,
} from './enrolments.ts';
import { PLAIN_CHROME } from './plainChrome.ts';
import type { Room } from './stage.ts';

/** The pages of the pieces around the real server, database, files and reader of files. */
export type PieceSite = {
  readonly site: Site;
  readonly events: EventBus;
  readonly files: FileStore;
  readonly folder: string;
  /** What its acts and pages are given. */
  readonly deps: PiecesDeps;
  /** A registered candidate, signed in. */
  readonly owner: (answers?: Answered) => Promise<PieceOwner>;
  /** Another node on the same database and store, or this one after a restart. */
  readonly anotherNode: () => Promise<Site>;
  readonly filesOnDisk: () => number;
  /** What reads the files that wait: nothing, before it is told to. */
  readonly reader: FileReader;
  /** From now on its reader of files has, or hasn't, too much to do. */
  readonly busy: (is: boolean) => void;
  /** From now on its disk has, or hasn't, room for what is deposited. */
  readonly full: (is: boolean) => void;
  readonly end: () => Promise<void>;
};

export type PieceOwner = TestEnrolment & {
  readonly browser: Browser;
  /** Of one piece; *Mes justificatifs* without. */
  readonly at: (code?: string) => string;
  readonly piece: (code: string) => Promise<Awaited<ReturnType<typeof listPieces>>[number]>;
};

type Given = {
  /** Of the reader of files, where it isn't the usual one. */
  readonly budget?: InspectorOptions['budget'];
  /** What other rooms add to what is due. */
  readonly due?: Dues;
};

export const pieceRoom = (given: Given = {}): Room<PieceSite> => ({
  tables: [
    platformMigrations,
    accountMigrations,
    decisionMigrations,
    enrolmentMigrations,
    keptFileMigrations,
    pieceMigrations,
  ],
  open: (db, catalogue) => openPieces(db, catalogue, given),
});

async function openPieces(
  db: Database,
  catalogue: Catalogue,
  { budget, due = openDues([]) }: Given,
): Promise<PieceSite> {
  const events = createEventBus();
  subscribePieces({ events, catalogue: () => catalogue });
  const inspector = createInspector(budget === undefined ? {} : { budget });
  let isBusy = false;
  let isFull = false;
  const folder = mkdtempSync(path.join(tmpdir(), 'registre-pieces-'));
  const files = openFileStore(pathToFileURL(folder), folder);
  const clock = await followedClock(db);
  let deps: PiecesDeps | null = null;
  const openNode = (): Promise<Site> =>
    openSite(
      db,
      {},
      ({ guards }) => {
        deps = {
          db,
          events,
          catalogue: () => catalogue,
          clock,
          guards,
          findCandidate,
          due,
          files: withoutRoom(openFileStore(pathToFileURL(folder), folder), () => isFull),
          inspector: {
            ...inspector,
            inspect: async (file) => (isBusy ? { fault: 'busy' } : inspector.inspect(file)),
            isFree: () => !isBusy && inspector.isFree(),
          },
          phone: {
            publicUrl: new URL('http://registre.example'),
            secret: 'a secret of tests',
            chrome: () => PLAIN_CHROME,
          },
          chrome: async (visit) => ({ ...PLAIN_CHROME, csrf: visit.csrf(), address: visit.address }),
        };
        return pieceRoutes(deps);
      },
      (accounts) => ({
        admission: createAdmission({ gauges: [], now: () => clock.now().epochMilliseconds }),
        places: createPlaces(SERVER_SECRET, new URL('http://registre.example')),
        tokenOf: accounts.tokenOf,
        budgets: null,
      }),
    );
  const node = { db, name: 'here', log: createLog('silent') };
  const reader = openFileReader({ node, files, inspector, atOnce: 2 });
  reader.follow(unreadDeposits({ db, events, catalogue: () => catalogue }));
  reader.follow(unreadSheets({ catalogue: () => catalogue }));
  const site = await openNode();
  if (deps === null) throw new Error('No site');
  return {
    anotherNode: openNode,
    site,
    events,
    deps,
    files,
    folder,
    reader,
    owner: async (answers = {}) => {
      const made = await registeredEnrolment(db, { events, catalogue, answers });
      const browser = site.browser();
      await signInAs(browser, made);
      const list = `/candidatures/${made.enrolment.id}/justificatifs`;
      return {
        ...made,
        browser,
        at: (code) => (code === undefined ? list : `${list}/${code}`),
        piece: async (code) => {
          const found = (await listPieces(db, made.enrolment.id)).find((one) => one.code === code);
          if (found === undefined) throw new Error(`no piece ${code}`);
          return found;
        },
      };
    },
    filesOnDisk: () =>
      readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length,
    busy: (is) => {
      isBusy = is;
    },
    full: (is) => {
      isFull = is;
    },
    end: async () => {
      await site.server.close();
      await reader.stop();
      await inspector.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** What arrived is kept; nothing that is made of it can be. */
function withoutRoom(files: FileStore, isFull: () => boolean): FileStore {
  return {
    ...files,
    put: async (key, content, accept) => {
      if (isFull() && key.startsWith('quarantine/')) throw new StoreFault('no room', null);
      return files.put(key, content, accept);
    },
  };
}

export async function signInAs(browser: Browser, { candidate }: Pick<TestEnrolment, 'candidate'>): Promise<void> {
  await browser.get('/connexion');
  await browser.post('/connexion', { address: candidate.address, password: PASSWORD });
}
