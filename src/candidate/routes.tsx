import { findRequest } from '../accommodations/index.ts';
import { actBy, type SignedInCandidate } from '../accounts/index.ts';
import { phaseOf, placeName, type ResolvedSession } from '../catalogue/index.ts';
import { ANNULMENT, findCancellations } from '../closing/index.ts';
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
  isRunning,
  listOwnEnrolments,
  type OwnEnrolment,
  reviewAnswers,
  SET_ASIDE,
  whereOf,
} from '../enrolment/index.ts';
import { lastSummons } from '../exam/index.ts';
import { type Exclusion, LEFT_OUT, listExclusions, VALIDATION_UNDONE } from '../hearings/index.ts';
import { isLate, lastDayToAppeal, lawTexts } from '../law/index.ts';
import { countUnreadMessages, findThread } from '../messages/index.ts';
import { decisionsToldTo, readTold, remediesAgainst, type ToldDecision, toldInWords } from '../papers/index.ts';
import { listPieces, pieceTexts, type Remaining, saidOf } from '../pieces/index.ts';
import { momentOnPage } from '../platform/clock.ts';
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
    listed.push({
      enrolment,
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
        standingIn(enrolment, await toldTo(deps, enrolment), await listExclusions(deps.db, [enrolment.id])),
      ),
      remaining: session === undefined ? null : (await remainingOf(deps, enrolment, session, now)).remaining,
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

/** What remains, and what was said of what has come for each piece. */
async function remainingOf(
  deps: CandidateDeps,
  enrolment: Enrolment,
  session: ResolvedSession,
  now: Temporal.Instant,
): Promise<{ readonly remaining: Remaining; readonly comments: ReadonlyMap<string, string> }> {
  const pieces = await listPieces(deps.db, enrolment.id);
  return {
    remaining: await deps.due(deps.db, { enrolment, session, pieces }, now, 'candidate'),
    comments: new Map(pieces.flatMap((piece) => (saidOf(piece) === null ? [] : [[piece.code, String(saidOf(piece))]]))),
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
  const { begunAt: now } = momentOnPage(deps, visit);
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
  const cancelled = cancellations.find(({ state }) => state === 'done') ?? null;
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
    ...endOf(deps, enrolment, told),
    ...(await decidedOf(deps, enrolment, told, exclusions)),
    isTyped: entries.some(({ name }) => name === 'entry.opened'),
    history: historyOf(catalogue, session.code, entries),
    now,
    flash: flashOf(visit, enrolment),
  };
  return show(<HubPage {...view} />);
}

function toldTo({ db, clock }: CandidateDeps, enrolment: Enrolment): Promise<readonly ToldDecision[]> {
  return enrolment.number === null ? Promise.resolve([]) : decisionsToldTo(db, enrolment, clock.now());
}

/** The decisions against its candidate that end nothing, and stand; units of one paper, told at one instant, together. */
function standingIn(
  enrolment: Enrolment,
  told: readonly ToldDecision[],
  exclusions: readonly Exclusion[],
): { readonly undone: ToldDecision | null; readonly leftOut: readonly { readonly excluded: readonly Exclusion[] }[] } {
  if (!isRunning(enrolment)) return { undone: null, leftOut: [] };
  const undone = enrolment.status === 'registered' && told.find(({ act }) => act === VALIDATION_UNDONE.code);
  const standing = exclusions.filter(({ liftedAt }) => liftedAt === null);
  const together = [...Map.groupBy(standing, ({ at }) => at.toString()).values()];
  return { undone: undone || null, leftOut: together.map((excluded) => ({ excluded })) };
}

async function decidedOf(
  deps: CandidateDeps,
  enrolment: Enrolment,
  told: readonly ToldDecision[],
  exclusions: readonly Exclusion[],
): Promise<Pick<HubView, 'undone' | 'leftOut'>> {
  const { undone, leftOut } = standingIn(enrolment, told, exclusions);
  const at = atOf(deps, enrolment);
  return {
    undone: undone && (await readTold(deps.db, undone, undone, at)),
    leftOut: await Promise.all(
      leftOut.flatMap(({ excluded }) =>
        excluded.slice(0, 1).map(async ({ decisionId: id, at: decidedAt, enrolmentId }) => {
          const its = told.find(({ act, toldAt }) => act === LEFT_OUT.code && toldAt.equals(decidedAt)) ?? null;
          return { excluded, decision: await readTold(deps.db, { id, enrolmentId }, its, at) };
        }),
      ),
    ),
  };
}

function atOf({ catalogue, clock }: CandidateDeps, enrolment: Enrolment) {
  return { now: clock.now(), where: whereOf(catalogue().academy(enrolment.academy), enrolment) };
}

/** By whom it was ended, or is to be: where the notification of that stands, and how it is contested. */
function endOf(
  deps: CandidateDeps,
  enrolment: Enrolment,
  told: readonly ToldDecision[],
): Pick<HubView, 'notified' | 'remedies' | 'cancelledBy'> {
  const isCancelled = enrolment.status === 'cancelled';
  const academy = deps.catalogue().academy(enrolment.academy);
  if ((!isCancelled && enrolment.reserve !== 'upheld') || academy === undefined)
    return { notified: null, remedies: [] };
  const at = atOf(deps, enrolment);
  const its = told.find(({ act }) => act === (isCancelled ? ANNULMENT : SET_ASIDE).code) ?? null;
  const until = its === null || its.notifiedOn === null ? null : lastDayToAppeal(its.notifiedOn, at.where);
  const words = toldInWords(its, at);
  const isLoose = isCancelled && words !== null && until === null && its?.toUndo === false;
  const over = until !== null && isLate(parisDay(at.now), until) ? [lawTexts.appealIsOver(until)] : null;
  return {
    cancelledBy: its?.author ?? null,
    notified: isLoose ? `${words} ${texts.hub.ended.notBinding}` : words,
    remedies: its?.toUndo ? [] : (over ?? remediesAgainst({ academy, enrolment }, { until })),
  };
}

function flashOf(visit: Visit, { number, version }: Enrolment): Flash | null {
  const message = visit.query.message;
  if (message === 'enregistre' && number !== null) return { tone: 'ok', text: texts.flash.enregistre(number, version) };
  if (message === 'remis') return { tone: 'ok', text: pieceTexts.flash.handedOver };
  if (message === 'enregistre-sans-signer') return { tone: 'ok', text: texts.flash[message] };
  return message === 'inchange' || message === 'pas-maintenant' ? { tone: 'info', text: texts.flash[message] } : null;
}
