import type { Accounts } from '../accounts/createAccounts.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { EveryDeskDeps } from '../deskRoutes.ts';
import { EFFECTS } from '../effects.ts';
import type { EventBus } from '../platform/events.ts';
import type { FileStore } from '../platform/files.ts';
import type { Route } from '../platform/http/visit.ts';
import { setClock } from './clock.ts';
import { emptyDatabase, type TestDatabase } from './database.ts';
import {
  type Browser,
  COIFFURE,
  findCandidate,
  ORDINARY_DAY,
  openSite,
  registeredEnrolment,
  type Site,
  shippedCatalogue,
  type TestEnrolment,
} from './enrolments.ts';
import { type HeldJobs, heldJobs } from './heldJobs.ts';
import { aStaffMember, type Backstage, deskRoutes, openBackstage, ROOMS, signIn } from './officeSite.ts';
import { openPapers, type Papers } from './papers.ts';
import { PLAIN_CHROME } from './plainChrome.ts';
import type { Place } from './staff.ts';
import type { Room } from './stage.ts';

type Entered = { readonly browser: Browser; readonly id: string };

/** The door of the office alone: no papers behind it. */
export type OpenOffice = {
  readonly test: TestDatabase;
  readonly catalogue: Catalogue;
  readonly back: Backstage;
  readonly site: Site;
  readonly enter: (place?: Place) => Promise<Entered>;
  readonly close: () => Promise<void>;
};

export async function openOffice(): Promise<OpenOffice> {
  const test = await emptyDatabase(ROOMS);
  const catalogue = await shippedCatalogue();
  const back = await openBackstage(test.db, catalogue);
  const site = await openSite(test.db, {}, (accounts) => deskRoutes(back.depsWith(accounts)));
  const close = async (): Promise<void> => {
    await site.server.close();
    back.end();
    await test.close();
  };
  return { test, catalogue, back, site, enter: entering(test, site), close };
}

export type Office = {
  readonly site: Site;
  readonly events: EventBus;
  /** Where what people give is kept. */
  readonly files: FileStore;
  /** What the pages of the office are given. */
  readonly deps: EveryDeskDeps;
  readonly end: () => Promise<void>;
};

/** The door of the office alone: no papers behind it. */
export const officeRoom: Room<Office> = {
  tables: ROOMS,
  open: async (db, catalogue) => {
    const { events, files, depsWith, end } = await openBackstage(db, catalogue);
    let deps: EveryDeskDeps | null = null;
    const site = await openSite(db, {}, (accounts) => {
      deps = depsWith(accounts);
      return deskRoutes(deps);
    });
    if (deps === null) throw new Error('No site');
    return {
      site,
      events,
      files,
      deps,
      end: async () => {
        await site.server.close();
        end();
      },
    };
  },
};

function entering({ db }: TestDatabase, site: Site): OpenOffice['enter'] {
  return async (place = {}) => {
    const browser = site.browser();
    const { address, id } = await aStaffMember(db, site.accounts, place);
    await signIn(browser, address);
    return { browser, id };
  };
}

/** Two months of work where two years are asked: a reserve that a person decides. */
export function underReserve({ test, back, catalogue }: OpenOffice): Promise<TestEnrolment> {
  return registeredEnrolment(test.db, {
    events: back.events,
    catalogue,
    answers: { informations: { ...COIFFURE.informations, from1: '01/09/2023' } },
    reserveRead: ['experience-two-years'],
  });
}

export type OpenDesk = {
  readonly test: TestDatabase;
  readonly catalogue: Catalogue;
  readonly papers: Papers<HeldJobs>;
  /** Where what people give is kept. */
  readonly files: FileStore;
  readonly site: Site;
  /** Of the group G2, as the next one is whom `enter` is told nothing of. */
  readonly officer: Entered;
  readonly head: Browser;
  /** Who must find nothing: by what they are. */
  readonly elsewhere: ReadonlyMap<string, Browser>;
  readonly enter: (place?: Place) => Promise<Entered>;
  readonly close: () => Promise<void>;
};

/** What a candidate's own routes of another room are given. */
export type OwnDeps = Pick<EveryDeskDeps, 'db' | 'events' | 'clock' | 'files' | 'inspector' | 'catalogue'> & {
  readonly guards: Accounts['guards'];
  readonly findCandidate: typeof findCandidate;
  readonly chrome: () => Promise<typeof PLAIN_CHROME>;
};

export type DeskParts = {
  readonly own: (deps: OwnDeps) => readonly Route[];
  readonly more?: (papers: Papers<HeldJobs>, catalogue: Catalogue) => Partial<EveryDeskDeps>;
  readonly others?: Readonly<Record<string, Place>>;
};

/** The door of the office with papers and mails behind it, the candidates' own pages of one room beside it, and people of each kind. */
export async function openDesk({ own, more, others = {} }: DeskParts): Promise<OpenDesk> {
  const test = await emptyDatabase(ROOMS);
  await setClock(test.db, ORDINARY_DAY);
  const catalogue = await shippedCatalogue();
  const back: Backstage = await openBackstage(test.db, catalogue);
  const papers = await openPapers(test.db, { catalogue, jobs: heldJobs(), findCandidate, effects: EFFECTS });
  const site = await openSite(test.db, {}, (accounts) => {
    const office = { ...back.depsWith(accounts), events: papers.events, ...more?.(papers, catalogue) };
    const { db, events, clock, files, inspector } = office;
    const { guards } = accounts;
    const chrome = async () => PLAIN_CHROME;
    const theirs = { db, events, clock, files, inspector, catalogue: () => catalogue, guards, findCandidate, chrome };
    return [...deskRoutes(office), ...own(theirs)];
  });
  const enter = async (place: Place = {}): Promise<Entered> => {
    const entered = await entering(test, site)(place);
    await entered.browser.get('/gestion');
    return entered;
  };
  const officer = await enter();
  const head = (await enter({ role: 'head' })).browser;
  const strangers: Readonly<Record<string, Place>> = {
    'another group': { portfolios: ['G1'] },
    'another academy': { role: 'head', academy: 'lyon' },
    accommodation: { role: 'accommodation' },
    admin: { role: 'admin' },
    ...others,
  };
  const elsewhere = new Map<string, Browser>();
  for (const [who, place] of Object.entries(strangers)) elsewhere.set(who, (await enter(place)).browser);
  const close = async (): Promise<void> => {
    await site.server.close();
    await papers.end();
    back.end();
    await test.close();
  };
  return { test, catalogue, papers, files: back.files, site, officer, head, elsewhere, enter, close };
}
