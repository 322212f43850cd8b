import type { Catalogue } from '../catalogue/index.ts';
import type { Enrolment } from '../enrolment/index.ts';
import { type JuryVerdict, juryMigrations } from '../jury/index.ts';
import type { Database } from '../platform/database/database.ts';
import type { EventBus } from '../platform/events.ts';
import type { Route, Visit } from '../platform/http/visit.ts';
import { judgeAverage, type UnitAccount, type UnitResult } from '../results/index.ts';
import { findCandidate, openSite, type Site } from '../testing/enrolments.ts';
import { type HeldJobs, heldJobs } from '../testing/heldJobs.ts';
import { givenRoutes, openPapers, type Papers } from '../testing/papers.ts';
import { PLAIN_CHROME } from '../testing/plainChrome.ts';
import { ROOMS as ACCOUNT_ROOMS } from '../testing/results.ts';
import { inspector } from '../testing/shared.ts';
import type { Room } from '../testing/stage.ts';
import type { PublicationDeps } from './deps.ts';
import { publicationMigrations } from './migrations.ts';
import { publicationRoutes } from './routes.ts';
import { subscribePublication } from './subscribe.ts';

/** Builders for the tests of this room and of higher ones. */

export const ROOMS = [...ACCOUNT_ROOMS, juryMigrations, publicationMigrations];
export const SESSION = 'bp-2024-clermont';
const PLACE = { academy: 'clermont', session: SESSION };
export const COIFFURE = '45033608';

export type Space = {
  readonly papers: Papers<HeldJobs>;
  readonly events: EventBus;
  readonly deps: PublicationDeps;
  readonly site: Site;
  readonly routes: readonly Route[];
  /** What the closed records say: the tests write it. */
  readonly verdicts: JuryVerdict[];
  readonly end: () => Promise<void>;
};

type Doors = (deps: PublicationDeps & Omit<Papers<HeldJobs>, keyof PublicationDeps>) => readonly Route[];

/** The room behind a real server, with the papers that candidates open; `more`: of doors. */
export async function openSpace(
  db: Database,
  catalogue: Catalogue,
  more: Doors = () => [],
  given: { catalogue?: Catalogue } = {},
): Promise<Space> {
  const papers = await openPapers(db, { catalogue, jobs: heldJobs(), findCandidate });
  const verdicts: JuryVerdict[] = [];
  const chrome = async (visit: Visit) => ({ ...PLAIN_CHROME, csrf: visit.csrf(), address: visit.address });
  let routes: readonly Route[] = [];
  let deps: PublicationDeps | null = null;
  const site = await openSite(db, {}, (accounts) => {
    deps = {
      ...papers,
      accounts,
      guards: accounts.guards,
      chrome,
      candidateChrome: chrome,
      visitorChrome: (visit) => ({ ...PLAIN_CHROME, csrf: visit.csrf(), address: visit.address }),
      after: () => [],
      undoing: () => null,
      officePaper: () => '/',
      inspector,
      scans: false,
      verdicts: async () => verdicts,
      catalogue: () => given.catalogue ?? catalogue,
    };
    routes = publicationRoutes(deps);
    return [...routes, ...givenRoutes({ ...papers, guards: accounts.guards, chrome }), ...more({ ...papers, ...deps })];
  });
  if (deps === null) throw new Error('The site asks for its routes at once');
  subscribePublication(papers);
  return {
    papers,
    events: papers.events,
    deps,
    site,
    routes,
    verdicts,
    end: async () => {
      await site.server.close();
      await papers.end();
    },
  };
}

export const publicationRoom = (more?: Doors, given?: { catalogue?: Catalogue }): Room<Space> => ({
  tables: ROOMS,
  open: (db, catalogue) => openSpace(db, catalogue, more, given),
});

/** A unit as `aVerdict` takes it: its outcome, a mark of 20, or that the candidate was left out of it. */
export type GivenUnit = number | UnitResult | { readonly kept: number; readonly on: string } | 'left-out';

/** What a record says of somebody: units by id, in order, all of coefficient 1 unless `coefficients` says otherwise. */
export function aVerdict(
  enrolment: Pick<Enrolment, 'id' | 'number'>,
  units: Readonly<Record<string, GivenUnit>>,
  more: Partial<Pick<JuryVerdict, 'addition' | 'juryPoints' | 'reasons' | 'record' | 'decision'>> & {
    readonly speciality?: string;
    readonly form?: 'GLOBAL' | 'PROGRESSIVE';
    readonly coefficients?: Readonly<Record<string, number>>;
  } = {},
): JuryVerdict {
  const { speciality = COIFFURE, form = 'GLOBAL', coefficients = {}, ...said } = more;
  const accounts = Object.entries(units).map(([id, said]): UnitAccount => {
    const out = said === 'left-out';
    const given = out ? ({ code: 'not-entered' } as const) : said;
    const kept = typeof given === 'object' && 'kept' in given ? given : null;
    return {
      id,
      code: id.replace('U', 'E'),
      title: `Épreuve ${id}`,
      coefficient: coefficients[id] ?? 1,
      optional: false,
      outcome:
        typeof given === 'number'
          ? { code: 'mark', halfPoints: given * 2 }
          : 'kept' in given
            ? { code: 'kept', halfPoints: given.kept * 2 }
            : given,
      obtainedOn: kept === null ? null : Temporal.PlainDate.from(kept.on),
      ground: null,
      note: out ? 'withheld' : null,
      leftOut: out && form === 'GLOBAL',
    };
  });
  const judgement = judgeAverage(accounts, { average: 20, professional: null });
  const decision = { PASSED: 'ADMITTED', FAILED: 'REFUSED', NOT_JUDGED: 'NOT_JUDGED' } as const;
  const closedAt = Temporal.Instant.from('2024-07-01T16:00:00+02:00');
  return {
    enrolmentId: enrolment.id,
    ...PLACE,
    juryId: '00000000-0000-4000-8000-0000000000aa',
    record: 'PV 2024-012',
    closedAt,
    saidAt: closedAt,
    addition: 0,
    decision: decision[judgement.outcome],
    juryPoints: [],
    reasons: [],
    ...said,
    account: {
      enrolmentId: enrolment.id,
      number: enrolment.number ?? '',
      speciality,
      form,
      units: accounts,
      judgement,
      doubts: [],
    },
  };
}
