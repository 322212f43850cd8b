import { h } from 'preact';
import { OFFICE_ROLES, type SignedInStaff } from '../../../accounts/index.ts';
import { checkingAddresses, firstInQueue, NO_FILTER, readFigures, waitingByGroup } from '../../../checking/index.ts';
import { numbersOfEntries } from '../../../enrolment/index.ts';
import { troubleTexts } from '../../../incidents/index.ts';
import { countThreads, NO_MESSAGE_FILTER, threadsByGroup } from '../../../messages/index.ts';
import { listDamagedProofs } from '../../../persons/index.ts';
import { listDamaged } from '../../../pieces/index.ts';
import { instantInWords } from '../../../platform/french/dates.ts';
import { type Reply, type Route, route, type Visit } from '../../../platform/http/visit.ts';
import { listTroubles } from '../../../platform/trouble.ts';
import { type Cover, MOST_COUNTED, nameOfSession, peopleOf, readScope, type Scope } from '../../../scope/index.ts';
import { absenceTexts } from '../../../staff/index.ts';
import { show } from '../../../ui/index.ts';
import { dueExams } from '../../../watch/index.ts';
import type { OfficeDeps } from '../../deps.ts';
import { DUTIES } from '../duties.ts';
import { homeTexts } from '../homeTexts.ts';
import { AccommodationHomePage, HomePage, OwnPage } from '../pages/homePage.tsx';
import type { GroupView } from '../pages/waitingGroups.tsx';
import { nearestDeadline, sessionAtExam } from '../rules/nearestDeadline.ts';
import { sessionsInView } from '../rules/sessionsInView.ts';
import { readParts, readPublished } from '../store.ts';

export function homeRoutes(deps: OfficeDeps): readonly Route[] {
  return [
    route({
      method: 'GET',
      path: '/gestion',
      who: deps.guards.staff(...OFFICE_ROLES),
      handle: (visit, staff) => showHome(deps, visit, staff),
    }),
  ];
}

async function showHome(deps: OfficeDeps, visit: Visit, staff: SignedInStaff): Promise<Reply> {
  const frame = { ...(await deps.frame(visit, staff)), notices: await noticesOf(deps, staff) };
  const { role } = staff;
  if (role === 'jury' || role === 'admin') return show(h(OwnPage, { ...frame, role }));
  const catalogue = deps.catalogue();
  const { scope, covers } = await readScope(deps.db, catalogue, staff);
  const now = deps.clock.now();
  const at = { staff, scope, now };
  const [figures, first, messages, ...lines] = await Promise.all([
    readFigures(deps.db, scope),
    firstInQueue(deps.db, scope, NO_FILTER),
    role === 'accommodation' ? 0 : countThreads(deps.db, scope, NO_MESSAGE_FILTER, MOST_COUNTED),
    ...DUTIES.filter(({ readers }) => readers.includes(role)).map(({ read }) => read(deps, at)),
  ]);
  const state = first?.handedOver === true ? 'handed-over' : 'all';
  const start = first === null ? null : checkingAddresses.piece(first.id, { ...NO_FILTER, state });
  const shown = { ...frame, figures, first: start, lines: lines.filter((line) => line !== null) };
  if (role === 'accommodation') return show(h(AccommodationHomePage, shown));
  const sessions = scope.sessions.flatMap((code) => catalogue.session(code) ?? []);
  const inView = sessionsInView(sessions, now);
  const atExam = sessionAtExam(inView, now);
  const [parts, published] = await Promise.all([readParts(deps.db, scope), readPublished(deps.db, scope)]);
  return show(
    h(HomePage, {
      ...shown,
      scope,
      catalogue,
      sessions: inView.map((session) => ({
        session,
        files: parts.get(session.code) ?? {},
        published: published.get(session.code) ?? null,
      })),
      groups: scope.portfolios?.length === 1 ? [] : await groupsOf(deps, staff, scope),
      standIn: await standIn(deps, staff, covers),
      exams:
        role === 'head'
          ? (await dueExams(deps.db, staff.academy)).map((due) => ({
              due,
              label: nameOfSession(catalogue, due.session),
            }))
          : [],
      messages,
      isNew: parts.size === 0 && first === null && messages === 0,
      now,
      atExam,
      deadline: nearestDeadline(atExam === null ? sessions : [atExam], now),
    }),
  );
}

/** What waits in each group that this person reads, the longest wait in front. */
async function groupsOf(deps: OfficeDeps, { academy }: SignedInStaff, scope: Scope): Promise<readonly GroupView[]> {
  const [pieces, threads, staff] = await Promise.all([
    waitingByGroup(deps.db, scope),
    threadsByGroup(deps.db, scope),
    deps.accounts.listStaff(deps.db, academy),
  ]);
  const known = scope.portfolios ?? (deps.catalogue().academy(academy)?.portfolios ?? []).map(({ code }) => code);
  const codes = new Set([...[...pieces, ...threads].map(({ portfolio }) => portfolio), ...known]);
  const officers = staff.filter(({ role, disabledAt }) => role === 'officer' && disabledAt === null);
  const nothing = { count: 0, since: null, oldest: null };
  return [...codes].map((code) => ({
    code,
    people: officers.filter(({ portfolios }) => code !== null && portfolios.includes(code)).map(({ name }) => name),
    pieces: pieces.find(({ portfolio }) => portfolio === code) ?? nothing,
    messages: { ...nothing, ...threads.find(({ portfolio }) => portfolio === code) },
  }));
}

/** For whom this person reads files today, a sentence each. */
async function standIn(deps: OfficeDeps, staff: SignedInStaff, covers: readonly Cover[]): Promise<readonly string[]> {
  if (covers.length === 0) return [];
  const people = peopleOf(await deps.accounts.listStaff(deps.db, staff.academy), null);
  return covers.map(({ absentId, portfolios, untilDay }) =>
    absenceTexts.standIn(people('staff', absentId), portfolios, untilDay),
  );
}

async function noticesOf({ db, damagedPapers }: OfficeDeps, { academy }: SignedInStaff): Promise<readonly string[]> {
  const [troubles, files, papers, proofs] = await Promise.all([
    listTroubles(db),
    listDamaged(db, academy),
    damagedPapers?.(academy) ?? [],
    listDamagedProofs(db, academy).then((entries) => numbersOfEntries(db, entries)),
  ]);
  const say = homeTexts;
  return [
    ...troubles.map(({ sort, since }) => troubleTexts[sort](instantInWords(since))),
    ...(files.length === 0 ? [] : [say.damaged(files)]),
    ...(papers.length === 0 ? [] : [say.damagedPapers(papers)]),
    ...(proofs.length === 0 ? [] : [say.damagedProofs(proofs)]),
  ];
}
