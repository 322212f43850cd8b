import { accommodationAddresses, countWaiting } from '../accommodations/index.ts';
import { readsFiles, type SignedInStaff } from '../accounts/index.ts';
import type { Catalogue } from '../catalogue/index.ts';
import { checkingAddresses, countToCheck } from '../checking/index.ts';
import { delegationAddresses } from '../decisions/index.ts';
import { examAddresses } from '../exam/index.ts';
import { exportAddresses } from '../exports/index.ts';
import { hearingDesk } from '../hearings/index.ts';
import { incidentDesk } from '../incidents/index.ts';
import { juryAddresses } from '../jury/index.ts';
import { markAddresses } from '../marks/index.ts';
import { countThreads, messageDesk, NO_MESSAGE_FILTER } from '../messages/index.ts';
import { paperDesk } from '../papers/index.ts';
import { personAddresses } from '../persons/index.ts';
import type { Database } from '../platform/database/database.ts';
import { countWaitingCases, publicationAddresses } from '../publication/index.ts';
import { reminderDesk } from '../reminders/index.ts';
import { countToRead, readingTexts, replacementAddresses } from '../replacements/index.ts';
import {
  deskAddresses,
  MOST_COUNTED,
  readScope,
  readsAccommodations,
  readsPieces,
  STAFF_MANAGERS,
} from '../scope/index.ts';
import { staffAddresses } from '../staff/index.ts';
import { statisticsAddresses } from '../statistics/index.ts';
import type { NavigationItem } from '../ui/index.ts';
import { addresses } from './addresses.ts';
import { type Season, seasonOf } from './home/rules/season.ts';
import { texts } from './texts.ts';

/**
 * `drafts`: of rules, that wait to be read again; `messages`: conversations that wait for an answer; `requests`: of accommodations, for
 * their service alone.
 */
export type OfficeCounts = {
  readonly toCheck: number;
  readonly drafts: number;
  readonly messages: number;
  readonly requests: number;
  /** What candidates said of absences, for the same service. */
  readonly absences: number;
  /** Appeals against its decisions, for the same service. */
  readonly appeals: number;
};

/** The numbers that the navigation shows to this person. `countDrafts` is asked for whoever keeps the rules. */
export async function officeCounts(
  db: Database,
  catalogue: Pick<Catalogue, 'sessions'>,
  staff: SignedInStaff,
  countDrafts: (academy: string) => Promise<number>,
): Promise<OfficeCounts> {
  const { scope } = await readScope(db, catalogue, staff);
  return {
    toCheck: readsPieces(staff) ? await countToCheck(db, scope) : 0,
    messages: readsFiles(staff) ? await countThreads(db, scope, NO_MESSAGE_FILTER, MOST_COUNTED) : 0,
    requests: readsAccommodations(staff) ? await countWaiting(db, staff.academy) : 0,
    absences: readsAccommodations(staff) ? await countToRead(db, staff.academy) : 0,
    appeals: readsAccommodations(staff) ? (await countWaitingCases(db, staff.academy, 'health')).waiting : 0,
    drafts: managesStaff(staff) ? await countDrafts(staff.academy) : 0,
  };
}

/** What is done from the list of files. */
const FILES_COVER = [
  '/gestion/documents',
  personAddresses.doubles,
  checkingAddresses.handOver(),
  personAddresses.paperEnrolment(),
  personAddresses.unreached,
  personAddresses.calls,
  personAddresses.changeover(),
  paperDesk.letters(),
  deskAddresses.toSign(),
];

/** What a head does with published results. */
const RESULTS_COVER = [
  '/gestion/recours',
  '/gestion/remplacements',
  '/gestion/export-national',
  '/gestion/resultats-anterieurs',
];

function managesStaff({ role }: Pick<SignedInStaff, 'role'>): boolean {
  return STAFF_MANAGERS.some((manager) => manager === role);
}

/** More than these are read by nobody: they stand in the phases of the year. */
const FEW = 10;

/** Which of them their office is in; null: its academy has no session. */
export function seasonFor(
  catalogue: Pick<Catalogue, 'sessions'>,
  { academy }: Pick<SignedInStaff, 'academy'>,
  now: Temporal.Instant,
): Season | null {
  return seasonOf(
    catalogue.sessions().filter((session) => session.academy === academy),
    now,
  );
}

/** Where a member of staff may go: only pages that open for their role. */
export function officeNavigation(
  staff: Pick<SignedInStaff, 'role'>,
  counts: OfficeCounts,
  season: Season | null,
): readonly NavigationItem[] {
  const items = itemsFor(staff, counts, season);
  return items.length > FEW ? items : items.map(({ group: _, groupIsNow: _now, ...item }) => item);
}

function itemsFor(
  staff: Pick<SignedInStaff, 'role'>,
  counts: OfficeCounts,
  season: Season | null,
): readonly NavigationItem[] {
  const say = texts.navigation;
  const queue: readonly NavigationItem[] = readsPieces(staff)
    ? [
        {
          href: checkingAddresses.queue(),
          covers: ['/gestion/pieces'],
          label: say.queue,
          count: counts.toCheck,
          countText: say.figure(counts.toCheck),
          countLabel: say.toCheck,
        },
      ]
    : [];
  const files: readonly NavigationItem[] = readsFiles(staff)
    ? [
        { href: deskAddresses.files(), label: say.files, covers: FILES_COVER },
        {
          href: messageDesk.messages(),
          covers: ['/gestion/modeles', '/gestion/envois'],
          label: say.messages,
          count: counts.messages,
          countText: say.figure(counts.messages),
          countLabel: say.withoutAnswer,
        },
        { href: reminderDesk.reminders(), label: say.reminders },
        {
          href: exportAddresses.exports(),
          label: say.exports,
          covers: ['/gestion/editions', '/gestion/logiciels', addresses.works],
        },
      ]
    : [];
  const closing: readonly NavigationItem[] = readsFiles(staff)
    ? [
        {
          href: deskAddresses.closing(),
          label: say.closing,
          covers: [incidentDesk.incident(), hearingDesk.certificates()],
        },
      ]
    : [];
  const exam: readonly NavigationItem[] = readsFiles(staff) ? [{ href: examAddresses.home(), label: say.exam }] : [];
  const judged = staff.role === 'head' || staff.role === 'jury';
  const marks: readonly NavigationItem[] = judged ? [{ href: markAddresses.list(), label: say.marks }] : [];
  const results: readonly NavigationItem[] = [
    ...(judged ? [{ href: juryAddresses.list(), label: say.juries }] : []),
    ...(staff.role === 'head'
      ? [
          { href: publicationAddresses.list(), label: say.publication, covers: RESULTS_COVER },
          { href: statisticsAddresses.home(), label: say.statistics },
        ]
      : []),
  ];
  const health: readonly NavigationItem[] = readsAccommodations(staff)
    ? [
        {
          href: accommodationAddresses.list(),
          label: say.accommodations,
          count: counts.requests,
          countLabel: say.requests,
        },
        {
          href: replacementAddresses.toRead(),
          label: readingTexts.nav,
          count: counts.absences,
          countLabel: readingTexts.navCount,
        },
        {
          href: publicationAddresses.healthCases(),
          label: say.appeals,
          count: counts.appeals,
          countLabel: say.withoutAnswer,
        },
      ]
    : [];
  const managing: readonly NavigationItem[] = managesStaff(staff)
    ? [
        { href: '/gestion/regles', label: say.rules, count: counts.drafts, countLabel: say.toReview },
        { href: staffAddresses.staff(), label: say.staff, covers: [delegationAddresses.delegations()] },
        { href: addresses.journal(), label: say.journal },
      ]
    : [];
  return [
    { href: deskAddresses.home, label: say.home, covers: [addresses.dashboard()] },
    ...within('enrolments', season, files),
    ...within('checking', season, [...queue, ...closing, ...health]),
    ...within('exam', season, [...exam, ...marks]),
    ...within('results', season, results),
    ...within('house', season, managing),
    { href: '/compte', label: say.account },
  ];
}

function within(
  phase: Season | 'house',
  season: Season | null,
  items: readonly NavigationItem[],
): readonly NavigationItem[] {
  return items.map((item) => ({ ...item, group: texts.navigation.groups[phase], groupIsNow: phase === season }));
}
