import type { Accounts } from '../accounts/index.ts';
import { ACTS } from '../acts.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { EveryDeskDeps } from '../deskRoutes.ts';
import { countUnread, documentDesk, enclosedWith, issuedPapers, readPaperFile } from '../documents/index.ts';
import { EFFECTS } from '../effects.ts';
import { EVENTS } from '../events.ts';
import { readVerdicts } from '../jury/index.ts';
import { printLabels, printLetters } from '../papers/index.ts';
import type { Differing } from '../papers/testing.ts';
import type { Database } from '../platform/database/database.ts';
import type { EventBus } from '../platform/events.ts';
import type { FileStore } from '../platform/files.ts';
import type { Route } from '../platform/http/visit.ts';
import { setClock } from './clock.ts';
import { COIFFURE, findCandidate, ORDINARY_DAY, openSite, type Site } from './enrolments.ts';
import { type HeldJobs, heldJobs } from './heldJobs.ts';
import { deskRoutes, openBackstage, ROOMS } from './officeSite.ts';
import { openPapers, type Papers } from './papers.ts';
import { PLAIN_CHROME } from './plainChrome.ts';
import { inspector } from './shared.ts';
import type { Place } from './staff.ts';
import type { Asked, Room } from './stage.ts';

export type Office = {
  readonly site: Site;
  readonly events: EventBus;
  /** Where what people give is kept. */
  readonly files: FileStore;
  /** What the pages of the office are given. */
  readonly deps: EveryDeskDeps;
  /** All its addresses. */
  readonly routes: readonly Route[];
  readonly end: () => Promise<void>;
};

type Given = {
  readonly more?: (plain: EveryDeskDeps) => Partial<EveryDeskDeps>;
  readonly doors?: (deps: EveryDeskDeps, accounts: Accounts) => readonly Route[];
};

/** The door of the office alone: no papers behind it. */
export const officeRoom: Room<Office> = { tables: ROOMS, open: openOffice };

async function openOffice(db: Database, catalogue: Catalogue, { more, doors }: Given = {}): Promise<Office> {
  const back = await openBackstage(db, catalogue);
  let deps: EveryDeskDeps | null = null;
  let routes: readonly Route[] = [];
  const site = await openSite(db, {}, (accounts) => {
    const plain = back.depsWith(accounts);
    deps = { ...plain, ...more?.(plain) };
    routes = deskRoutes(deps);
    return [...routes, ...(doors?.(deps, accounts) ?? [])];
  });
  if (deps === null) throw new Error('No site');
  const { events, files }: EveryDeskDeps = deps;
  const end = async (): Promise<void> => {
    await site.server.close();
    back.end();
  };
  return { site, events, files, deps, routes, end };
}

/** Somebody of each kind who must find nothing of the usual candidate's file: by what they are. */
export const STRANGERS = {
  'another group': { portfolios: ['G1'] },
  'another academy': { role: 'head', academy: 'lyon' },
  accommodation: 'accommodation',
  admin: 'admin',
} as const satisfies Readonly<Record<string, Place>>;

/** Two months of work where two years are asked: a reserve that a person decides. */
export const UNDER_RESERVE: Asked = {
  answers: { informations: { ...COIFFURE.informations, from1: '01/09/2023' } },
  reserveRead: ['experience-two-years'],
};

export type Desk = Office & { readonly papers: Papers<HeldJobs> };

/** What the pages that a candidate opens, in any room, are given. */
export type OwnDeps = ReturnType<typeof ownDeps>;

export type DeskParts = Differing & {
  /** The candidates' own pages of the rooms that the test needs. */
  readonly own?: (deps: OwnDeps) => readonly Route[];
  /** What the office is given otherwise. */
  readonly more?: (office: EveryDeskDeps, papers: Papers<HeldJobs>) => Partial<EveryDeskDeps>;
};

/** The door of the office as the site has it, papers and mails behind it, and candidates' own pages beside. */
export const deskRoom = ({ own = () => [], more, ...differing }: DeskParts = {}): Room<Desk> => ({
  tables: ROOMS,
  open: async (db, catalogue) => {
    await setClock(db, ORDINARY_DAY);
    const usual = { catalogue, jobs: heldJobs(), findCandidate, effects: EFFECTS };
    const papers = await openPapers(db, { ...usual, ...differing });
    const { events, files, clock } = papers;
    const office = await openOffice(db, catalogue, {
      more: (plain) => {
        const whole: EveryDeskDeps = {
          ...{ ...plain, events, files, clock, letters: papers },
          papers: (academy, id) => issuedPapers({ db, catalogue: () => catalogue }, academy, id, clock.now()),
          paperFile: (reader, id, paper) => readPaperFile(papers, reader, id, paper),
          labels: (labels, on) => printLabels(papers, labels, on),
          postedLetters: (order) => printLetters({ ...papers, inspector, goesWith: enclosedWith }, order),
        };
        return { ...whole, ...more?.(whole, papers) };
      },
      doors: (deps, accounts) => own(ownDeps(papers, deps, accounts)),
    });
    const end = async (): Promise<void> => {
      await office.end();
      await papers.end();
    };
    return { ...office, papers, end };
  },
});

function ownDeps(papers: Papers<HeldJobs>, { inspector: reader, scans }: EveryDeskDeps, accounts: Accounts) {
  const chrome = async (): Promise<typeof PLAIN_CHROME> => PLAIN_CHROME;
  return {
    ...{ ...papers, accounts, guards: accounts.guards, inspector: reader, scans, findCandidate },
    ...{ chrome, candidateChrome: chrome, serviceChrome: chrome, visitorChrome: () => PLAIN_CHROME },
    ...{ definedEvents: EVENTS, countUnread, listStaff: accounts.listStaff, verdicts: readVerdicts },
    officePaper: documentDesk.paper,
    undoing: (act: string, id: string) => ({
      how: ACTS.find(({ code }) => code === act)?.undone ?? '',
      href: `/gestion/dossiers/${id}`,
    }),
    after: () => [],
    notification: (academy: string, id: string, paper: string) =>
      readPaperFile(papers, { serviceOf: academy }, id, paper),
  };
}
