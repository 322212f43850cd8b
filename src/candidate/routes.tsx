import { findRequest } from '../accommodations/index.ts';
import { actBy, type SignedInCandidate } from '../accounts/index.ts';
import { phaseOf, placeName, type ResolvedSession } from '../catalogue/index.ts';
import { ANNULMENT, findCancellations } from '../closing/index.ts';
import { type DecisionId, type DecisionRead, readDecided } from '../decisions/index.ts';
import {
  beginEnrolment,
  candidateOfEnrolment,
  dossierOf,
  type Enrolment,
  enrolmentAddresses,
  enrolmentRefusals,
  enrolmentStream,
  findReserve,
  isLiving,
  listOwnEnrolments,
  type OwnEnrolment,
  reviewAnswers,
  SET_ASIDE,
  whereOf,
} from '../enrolment/index.ts';
import { lastSummons } from '../exam/index.ts';
import { type Exclusion, listExclusions, VALIDATION_UNDONE } from '../hearings/index.ts';
import { isLate, lawTexts } from '../law/index.ts';
import { countUnreadMessages, findThread } from '../messages/index.ts';
import {
  decisionsToldTo,
  isHeld,
  lastDayOfNotified,
  listNotices,
  notifiedIn,
  paperAddresses,
  remediesAgainst,
} from '../papers/index.ts';
import { listPieces, pieceTexts, type Remaining } from '../pieces/index.ts';
import { type Reply, type Route, redirect, route, type Visit } from '../platform/http/visit.ts';
import { readStream } from '../platform/journal.ts';
import { parisDay } from '../platform/time.ts';
import { readResultNews } from '../publication/index.ts';
import { Alert, ButtonLink, type Flash, Page, PageTitle, show } from '../ui/index.ts';
import type { CandidateDeps } from './deps.ts';
import { showEntries } from './entries.ts';
import { historyOf } from './history.ts';
import { BeginPage, type Offered } from './pages/beginPage.tsx';
import { HubPage } from './pages/hub/hubPage.tsx';
import type { HubView } from './pages/hub/view.ts';
import { type Listed, ListPage } from './pages/listPage.tsx';
import { showReadings } from './readings.ts';
import { READINGS } from './rules/readings.ts';
import { decidedInWords } from './state.ts';
import { texts } from './texts.ts';

const HISTORY_SHOWN = 30;

export function candidateRoutes(deps: CandidateDeps): readonly Route[] {
  const who = deps.guards.candidate;
  return [
    route({
      method: 'GET',
      path: '/candidatures',
      who,
      handle: (visit, candidate) => showList(deps, visit, candidate),
    }),
    route({
      method: 'GET',
      path: '/candidatures/nouvelle',
      who,
      handle: (visit, candidate) => showOffer(deps, visit, candidate),
    }),
    route({
      method: 'POST',
      path: '/candidatures/nouvelle',
      who,
      handle: (visit, candidate) => begin(deps, visit, candidate),
    }),
    route({
      method: 'GET',
      path: '/candidatures/:id',
      who: candidateOfEnrolment(deps),
      handle: (visit, own) => showHub(deps, visit, own),
    }),
    route({
      method: 'GET',
      path: '/candidatures/:id/consultations',
      who: candidateOfEnrolment(deps),
      handle: (visit, own) => showReadings(deps, visit, own),
    }),
    route({
      method: 'GET',
      path: '/candidatures/:id/saisies',
      who: candidateOfEnrolment(deps),
      handle: (visit, own) => showEntries(deps, visit, own),
    }),
  ];
}

async function showList(deps: CandidateDeps, visit: Visit, candidate: SignedInCandidate): Promise<Reply> {
  const enrolments = await listOwnEnrolments(deps.db, candidate.accountId);
  const catalogue = deps.catalogue();
  const now = deps.clock.now();
  const listed: Listed[] = [];
  for (const enrolment of enrolments) {
    const cfd = (enrolment.working ?? enrolment.registered)?.qualification?.speciality;
    const session = catalogue.session(enrolment.session);
    const isEnded = enrolment.reserve === 'upheld' || enrolment.status === 'cancelled';
    const told = isEnded ? await decisionsToldTo(deps.db, enrolment, now) : [];
    listed.push({
      enrolment: { ...enrolment, held: isHeld(told, SET_ASIDE) || isHeld(told, ANNULMENT) },
      speciality: typeof cfd === 'string' ? (catalogue.speciality(cfd)?.name ?? null) : null,
      session:
        session === undefined
          ? enrolment.session
          : texts.begin.session(
              catalogue.exam(session.exam)?.name ?? session.exam,
              texts.session(session.label, session.demonstration),
            ),
      decided: decidedInWords(
        enrolment,
        await decidedOf(deps, enrolment, await listExclusions(deps.db, [enrolment.id]), now),
      ),
      remaining: session === undefined ? null : (await remainingOf(deps, enrolment, session)).remaining,
      step:
        session === undefined || !isLiving(enrolment)
          ? null
          : reviewAnswers(dossierOf(enrolment, { catalogue, now, person: candidate.candidate })).next,
    });
  }
  const message = visit.query.message;
  const flash: Flash | null =
    message === 'retire' || message === 'abandonne' || message === 'compte-active'
      ? { tone: 'ok', text: texts.flash[message] }
      : null;
  return show(
    <ListPage
      chrome={await deps.chrome(visit, candidate, null)}
      catalogue={catalogue}
      enrolments={listed}
      flash={flash}
    />,
  );
}

/** What remains, and what the office wrote of each piece. */
async function remainingOf(
  deps: CandidateDeps,
  enrolment: Enrolment,
  session: ResolvedSession,
): Promise<{ readonly remaining: Remaining; readonly comments: ReadonlyMap<string, string> }> {
  const pieces = await listPieces(deps.db, enrolment.id);
  return {
    remaining: await deps.due(deps.db, { enrolment, session, pieces }, deps.clock.now(), 'candidate'),
    comments: new Map(pieces.flatMap(({ code, comment }) => (comment === null ? [] : [[code, comment] as const]))),
  };
}

async function offeredTo(deps: CandidateDeps, candidate: SignedInCandidate): Promise<readonly Offered[]> {
  const catalogue = deps.catalogue();
  const now = deps.clock.now();
  const mine = (await listOwnEnrolments(deps.db, candidate.accountId)).filter(isLiving);
  return catalogue.sessions().map((session) => ({
    session,
    diploma: placeName(catalogue, session),
    state: phaseOf(session, now),
    mine: mine.find((enrolment) => enrolment.session === session.code)?.id ?? null,
  }));
}

async function showOffer(deps: CandidateDeps, visit: Visit, candidate: SignedInCandidate): Promise<Reply> {
  const chrome = await deps.chrome(visit, candidate, null);
  return show(
    <BeginPage chrome={chrome} offered={await offeredTo(deps, candidate)} now={deps.clock.now()} csrf={visit.csrf()} />,
  );
}

async function begin(deps: CandidateDeps, visit: Visit, candidate: SignedInCandidate): Promise<Reply> {
  const { session } = visit.body;
  const begun = await beginEnrolment(
    deps,
    actBy(visit, candidate),
    candidate.accountId,
    typeof session === 'string' ? session : '',
  );
  if (begun.ok) return redirect(enrolmentAddresses.step(begun.value, 'identification'));
  return show(
    <Page chrome={await deps.chrome(visit, candidate, null)} title={texts.begin.title} faulty>
      <PageTitle>{texts.begin.title}</PageTitle>
      <Alert tone="warn">{enrolmentRefusals.inWords(begun.error)}</Alert>
      <p>
        <ButtonLink href={enrolmentAddresses.list}>{texts.list.title}</ButtonLink>
      </p>
    </Page>,
    enrolmentRefusals.status(begun.error),
  );
}

async function showHub(deps: CandidateDeps, visit: Visit, { candidate, enrolment }: OwnEnrolment): Promise<Reply> {
  const catalogue = deps.catalogue();
  const now = deps.clock.now();
  const dossier = dossierOf(enrolment, { catalogue, now, person: candidate.candidate });
  const review = reviewAnswers(dossier);
  const { session } = dossier;
  const [
    chrome,
    { remaining, comments },
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
    end,
  ] = await Promise.all([
    deps.chrome(visit, candidate, enrolment),
    remainingOf(deps, enrolment, session),
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
    notifiedEnd(deps, enrolment, now),
  ]);
  const cancelled = cancellations.find(({ state }) => state === 'done') ?? null;
  const decidedBy = cancelled?.decisionId ?? null;
  const view = {
    chrome,
    enrolment,
    session,
    catalogue,
    review,
    remaining,
    comments,
    reserve,
    results,
    unread,
    messages: { toRead, waiting: thread?.waiting ?? 0 },
    accommodation,
    summons,
    cancelled,
    cancelledBy: decidedBy === null ? null : ((await readDecided(deps.db, decidedBy))?.author ?? null),
    ...end,
    ...(await decidedOf(deps, enrolment, exclusions, now)),
    isTyped: entries.some(({ name }) => name === 'entry.opened'),
    history: historyOf(catalogue, session.code, entries),
    now,
    flash: flashOf(visit, enrolment),
  };
  return show(<HubPage {...view} />);
}

/** The decisions against its candidate that end nothing, and stand. */
async function decidedOf(
  { db, catalogue }: CandidateDeps,
  enrolment: Enrolment,
  exclusions: readonly Exclusion[],
  now: Temporal.Instant,
): Promise<Pick<HubView, 'undone' | 'leftOut'>> {
  if (enrolment.number === null || !isLiving(enrolment)) return { undone: null, leftOut: [] };
  const told = await decisionsToldTo(db, enrolment, now);
  const undone = enrolment.status === 'registered' && told.find(({ act }) => act === VALIDATION_UNDONE.code);
  const standing = exclusions.filter(({ liftedAt }) => liftedAt === null);
  if (!undone && standing.length === 0) return { undone: null, leftOut: [] };
  const notices = await listNotices(db, enrolment.id);
  const at = { now, where: whereOf(catalogue().academy(enrolment.academy), enrolment) };
  const read = async (decisionId: DecisionId, kind: 'left-out' | 'unvalidated'): Promise<DecisionRead> => {
    const { reason, ground, author } = await readDecided(db, decisionId);
    const [notified = null] = notifiedIn(notices, enrolment, at, kind).values();
    return { reason, ground, author, notified, href: paperAddresses.list(enrolment.id) };
  };
  const together = Map.groupBy(standing, ({ at: decidedAt }) => decidedAt.toString());
  return {
    undone: undone ? await read(undone.id, 'unvalidated') : null,
    leftOut: await Promise.all(
      [...together.values()].flatMap((excluded) =>
        excluded[0] === undefined
          ? []
          : [read(excluded[0].decisionId, 'left-out').then((decision) => ({ excluded, decision }))],
      ),
    ),
  };
}

/** Where the notification of the decision that ended it stands, and how it is contested; nothing where none did. */
async function notifiedEnd(
  deps: CandidateDeps,
  enrolment: Enrolment,
  now: Temporal.Instant,
): Promise<Pick<HubView, 'notified' | 'remedies' | 'held'>> {
  const kind = enrolment.status === 'cancelled' ? 'cancellation' : 'set-aside';
  const academy = deps.catalogue().academy(enrolment.academy);
  if ((kind === 'set-aside' && enrolment.reserve !== 'upheld') || academy === undefined)
    return { notified: null, remedies: [] };
  const act = kind === 'set-aside' ? SET_ASIDE : ANNULMENT;
  if (isHeld(await decisionsToldTo(deps.db, enrolment, now), act)) return { notified: null, remedies: [], held: true };
  const at = { now, where: whereOf(academy, enrolment) };
  const notices = await listNotices(deps.db, enrolment.id);
  const until = lastDayOfNotified(notices, enrolment, at, kind);
  const [notified = null] = notifiedIn(notices, enrolment, at, kind).values();
  const binds = kind === 'set-aside' || until !== null;
  return {
    notified: notified === null || binds ? notified : `${notified} ${texts.hub.ended.notBinding}`,
    remedies:
      until !== null && isLate(parisDay(now), until)
        ? [lawTexts.appealIsOver(until)]
        : remediesAgainst({ academy, enrolment }, { until }),
  };
}

function flashOf(visit: Visit, { number, version }: Enrolment): Flash | null {
  const message = visit.query.message;
  if (message === 'enregistre' && number !== null) return { tone: 'ok', text: texts.flash.enregistre(number, version) };
  if (message === 'remis') return { tone: 'ok', text: pieceTexts.flash.handedOver };
  if (message === 'enregistre-sans-signer') return { tone: 'ok', text: texts.flash[message] };
  return message === 'inchange' || message === 'pas-maintenant' ? { tone: 'info', text: texts.flash[message] } : null;
}
