import { h } from 'preact';
import { findRequest } from '../accommodations/index.ts';
import type { ResolvedSession } from '../catalogue/index.ts';
import { findCancellations } from '../closing/index.ts';
import {
  dossierOf,
  type Enrolment,
  enrolmentStream,
  findReserve,
  type OwnEnrolment,
  reviewAnswers,
} from '../enrolment/index.ts';
import { listExclusions } from '../hearings/index.ts';
import { countUnreadMessages, findThread } from '../messages/index.ts';
import { listPieces, type PieceWithFiles, pieceTexts, type Remaining, saidOf, unreadIn } from '../pieces/index.ts';
import { momentOnPage } from '../platform/clock.ts';
import type { Reply, Visit } from '../platform/http/visit.ts';
import { readStream } from '../platform/journal.ts';
import { readResultNews } from '../publication/index.ts';
import { lastSummons, listExpectedCalls } from '../summonses/index.ts';
import { type Flash, show } from '../ui/index.ts';
import type { CandidateDeps } from './deps.ts';
import { historyOf } from './history.ts';
import { HubPage } from './pages/hub/hubPage.tsx';
import { READINGS } from './rules/readings.ts';
import { texts } from './texts.ts';
import { decidedOf, endOf, toldTo } from './told.ts';

const HISTORY_SHOWN = 30;

export async function showHub(
  deps: CandidateDeps,
  visit: Visit,
  { candidate, enrolment }: OwnEnrolment,
): Promise<Reply> {
  const catalogue = deps.catalogue();
  const { begunAt: now } = momentOnPage(deps, visit);
  const dossier = dossierOf(enrolment, { catalogue, now, person: candidate.candidate });
  const review = reviewAnswers(dossier);
  const { session } = dossier;
  const [
    chrome,
    { remaining, comments, pieces },
    unread,
    entries,
    reserve,
    accommodation,
    toRead,
    thread,
    summons,
    results,
    exclusions,
    cancellations,
    told,
  ] = await Promise.all([
    deps.chrome(visit, candidate, enrolment),
    remainingOf(deps, enrolment, session, now),
    deps.countUnread(deps.db, enrolment.id),
    readStream(deps.db, enrolmentStream(enrolment.id), HISTORY_SHOWN, READINGS),
    enrolment.reserve === null ? null : findReserve(deps.db, enrolment.id),
    findRequest(deps.db, enrolment.id),
    countUnreadMessages(deps.db, enrolment.id),
    findThread(deps.db, enrolment.id),
    lastSummons(deps.db, enrolment.id),
    enrolment.number === null ? null : readResultNews(deps.db, enrolment),
    listExclusions(deps.db, [enrolment.id]),
    enrolment.status === 'cancelled' ? findCancellations(deps.db, enrolment.id) : [],
    toldTo(deps, enrolment),
  ]);
  // Whoever is called before no board is expected at no other hour.
  const isCalled = summons?.facts.seats.some(({ callsAt }) => callsAt != null) === true;
  const calls = isCalled ? await listExpectedCalls(deps.db, [enrolment.id]) : [];
  const cancelled = cancellations.find(({ state }) => state === 'done') ?? null;
  const view = {
    chrome,
    enrolment,
    session,
    catalogue,
    review,
    remaining,
    comments,
    pieces,
    reserve,
    results,
    unread,
    messages: { toRead, waiting: thread?.waiting ?? 0 },
    accommodation,
    summons,
    calls,
    cancelled,
    ...endOf(deps, enrolment, told),
    ...(await decidedOf(deps, enrolment, told, exclusions)),
    isTyped: entries.some(({ name }) => name === 'entry.opened'),
    history: historyOf(deps, session.code, entries),
    now,
    flash: flashOf(visit, enrolment, remaining),
  };
  return show(h(HubPage, view));
}

/** What remains, and what was said of what has come for each piece. */
async function remainingOf(
  deps: CandidateDeps,
  enrolment: Enrolment,
  session: ResolvedSession,
  now: Temporal.Instant,
): Promise<{
  readonly remaining: Remaining;
  readonly comments: ReadonlyMap<string, string>;
  readonly pieces: readonly PieceWithFiles[];
}> {
  const pieces = await listPieces(deps.db, enrolment.id);
  return {
    remaining: await deps.due(deps.db, { enrolment, session, pieces }, now, 'candidate'),
    pieces,
    comments: new Map(
      pieces.flatMap((piece): readonly (readonly [string, string])[] => {
        const said = saidOf(piece, now);
        return said === null ? [] : [[piece.code, said]];
      }),
    ),
  };
}

function flashOf(visit: Visit, { number, version }: Enrolment, remaining: Remaining): Flash | null {
  const message = visit.query.message;
  if (message === 'enregistre' && number !== null) return { tone: 'ok', text: texts.flash.enregistre(number, version) };
  if (message === 'remis') return { tone: 'ok', text: pieceTexts.flash.handedOver(unreadIn(remaining)) };
  if (message === 'enregistre-sans-signer') return { tone: 'ok', text: texts.flash[message] };
  return message === 'inchange' || message === 'pas-maintenant' ? { tone: 'info', text: texts.flash[message] } : null;
}
