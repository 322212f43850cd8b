import { h } from 'preact';
import { countWaiting } from '../../../accommodations/index.ts';
import { OFFICE_ROLES, type SignedInStaff } from '../../../accounts/index.ts';
import { numbersOfEntries } from '../../../enrolment/index.ts';
import { dueExams } from '../../../exam/index.ts';
import { countThreads } from '../../../messages/index.ts';
import { listDamaged } from '../../../pieces/index.ts';
import { type Reply, type Route, route, type Visit } from '../../../platform/http/visit.ts';
import { parisDay } from '../../../platform/time.ts';
import { listTroubles } from '../../../platform/trouble.ts';
import { countWaitingCases } from '../../../publication/index.ts';
import { instantInWords, show } from '../../../ui/index.ts';
import { addresses } from '../../addresses.ts';
import type { OfficeDeps } from '../../deps.ts';
import { countToInvite } from '../../hearings/certificateLines.ts';
import { countDecisionsToPost } from '../../letters/trayLines.ts';
import { healthTray } from '../../letters/trays.ts';
import type { QueueFilter } from '../../office.ts';
import { pageFrame } from '../../pageFrame.ts';
import { MOST_COUNTED } from '../../rules/counts.ts';
import { NEWS_DAYS } from '../../rules/letterFilter.ts';
import { NO_MESSAGE_FILTER } from '../../rules/messageFilter.ts';
import { nearestDeadline, sessionAtExam } from '../../rules/nearestDeadline.ts';
import { peopleOf } from '../../rules/people.ts';
import { NO_FILTER } from '../../rules/queueFilter.ts';
import { NOTHING_TO_SIGN, readToSign } from '../../signing/toSign.ts';
import type { Cover } from '../../store/covers.ts';
import { listDamagedProofs } from '../../store/entryProofs.ts';
import { readFigures } from '../../store/figures.ts';
import { countToPost, countWithoutNews } from '../../store/letters.ts';
import { firstInQueue } from '../../store/queue.ts';
import { readScope } from '../../store/reader.ts';
import { listAskedLetters, listWaitingRecoveries } from '../../store/recoveries.ts';
import { countUnreached } from '../../store/refusedMails.ts';
import { homeTexts } from '../homeTexts.ts';
import { AccommodationHomePage, HomePage, OwnPage } from '../pages/homePage.tsx';
import { severalTexts } from '../severalTexts.ts';

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
  const frame = { ...(await pageFrame(deps, visit, staff)), notices: await noticesOf(deps, staff) };
  const { role } = staff;
  if (role === 'jury' || role === 'admin') return show(h(OwnPage, { ...frame, role }));
  const catalogue = deps.catalogue();
  const { scope, covers } = await readScope(deps.db, catalogue, staff);
  const now = deps.clock.now();
  const [figures, first, unreached, toPost, withoutNews, recoveries, letters, messages, toSign, appeals] =
    await Promise.all([
      readFigures(deps.db, scope),
      firstInQueue(deps.db, scope, NO_FILTER),
      role === 'accommodation' ? 0 : countUnreached(deps.db, scope),
      countToPost(deps.db, scope),
      countWithoutNews(deps.db, scope, parisDay(now).subtract({ days: NEWS_DAYS })),
      role === 'accommodation' ? [] : listWaitingRecoveries(deps.db, scope, staff.accountId),
      role === 'accommodation' ? [] : listAskedLetters(deps.db, scope, staff.accountId),
      role === 'accommodation' ? 0 : countThreads(deps.db, scope, NO_MESSAGE_FILTER, MOST_COUNTED),
      role === 'accommodation' ? NOTHING_TO_SIGN : readToSign(deps, { staff, scope }),
      role === 'head' || role === 'accommodation'
        ? countWaitingCases(deps.db, staff.academy, role === 'head' ? 'office' : 'health')
        : null,
    ]);
  const filter: QueueFilter = { ...NO_FILTER, state: figures.toCheck > 0 ? 'handed-over' : 'all' };
  const start = first === null ? null : addresses.piece(first, filter);
  if (role === 'accommodation') {
    const [requests, decisions] = await Promise.all([
      countWaiting(deps.db, staff.academy),
      countDecisionsToPost(deps, healthTray(deps), scope),
    ]);
    const waits = { figures, toPost, withoutNews, appeals, requests, decisions };
    return show(h(AccommodationHomePage, { ...frame, ...waits, first: start }));
  }
  const sessions = scope.sessions.flatMap((code) => catalogue.session(code) ?? []);
  const atExam = sessionAtExam(sessions, now);
  return show(
    h(HomePage, {
      ...frame,
      scope,
      standIn: await standIn(deps, staff, covers),
      figures,
      unreached,
      toPost,
      withoutNews,
      recoveries: recoveries.length,
      letters: letters.length,
      appeals,
      toSign: { yours: toSign.yours.length, back: toSign.back.length },
      exams:
        role === 'head'
          ? (await dueExams(deps.db, staff.academy)).map((due) => ({
              due,
              label: catalogue.session(due.session)?.label ?? due.session,
            }))
          : [],
      toInvite: await countToInvite(deps, scope, now),
      messages,
      now,
      atExam,
      deadline: nearestDeadline(atExam === null ? sessions : [atExam], now),
      first: start,
    }),
  );
}

/** For whom this person reads files today, a sentence each. */
async function standIn(deps: OfficeDeps, staff: SignedInStaff, covers: readonly Cover[]): Promise<readonly string[]> {
  if (covers.length === 0) return [];
  const people = peopleOf(await deps.accounts.listStaff(deps.db, staff.academy), null);
  return covers.map(({ absentId, portfolios, untilDay }) =>
    severalTexts.absence.standIn(people('staff', absentId), portfolios, untilDay),
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
    ...troubles.map(({ sort, since }) => say.troubles[sort](instantInWords(since))),
    ...(files.length === 0 ? [] : [say.damaged(files)]),
    ...(papers.length === 0 ? [] : [say.damagedPapers(papers)]),
    ...(proofs.length === 0 ? [] : [say.damagedProofs(proofs)]),
  ];
}
