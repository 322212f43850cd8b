import { actBy, type SignedInCandidate } from '../accounts/index.ts';
import { phaseOf, placeName } from '../catalogue/index.ts';
import {
  beginEnrolment,
  candidateOfEnrolment,
  dossierOf,
  enrolmentAddresses,
  enrolmentRefusals,
  isLiving,
  isRunning,
  listOwnEnrolments,
  reviewAnswers,
} from '../enrolment/index.ts';
import { listExclusions } from '../hearings/index.ts';
import { listPieces } from '../pieces/index.ts';
import { type Reply, type Route, redirect, route, type Visit } from '../platform/http/visit.ts';
import { asExpected, lastSummons, listExpectedCalls, nextTestOf, soonOf } from '../summonses/index.ts';
import { Alert, ButtonLink, type Flash, Page, PageTitle, show } from '../ui/index.ts';
import type { CandidateDeps } from './deps.ts';
import { showEntries } from './entries.ts';
import { showHub } from './hub.ts';
import { BeginPage, type OfferedSession } from './pages/beginPage.tsx';
import { type ListedEnrolment, ListPage } from './pages/listPage.tsx';
import { showReadings } from './readings.ts';
import { decidedInWords } from './state.ts';
import { texts } from './texts.ts';
import { standingIn, toldTo } from './told.ts';

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
      note: 'Le candidat commence une inscription.',
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
  const listed: ListedEnrolment[] = [];
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
      remaining:
        session === undefined
          ? null
          : await deps.due(
              deps.db,
              { enrolment, session, pieces: await listPieces(deps.db, enrolment.id) },
              now,
              'candidate',
            ),
      step:
        session === undefined || !isLiving(enrolment)
          ? null
          : reviewAnswers(dossierOf(enrolment, { catalogue, now, person: candidate.candidate })).next,
      soon: isRunning(enrolment) && enrolment.number !== null ? await soonFor(deps, enrolment.id, now) : null,
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

/** What they sit next within a week, at the hour that is expected now. */
async function soonFor({ db }: CandidateDeps, enrolmentId: string, now: Temporal.Instant) {
  const summons = await lastSummons(db, enrolmentId);
  if (summons === null) return null;
  return soonOf(nextTestOf(asExpected(summons.facts.seats, await listExpectedCalls(db, [enrolmentId])), now), now);
}

async function offeredTo(deps: CandidateDeps, candidate: SignedInCandidate): Promise<readonly OfferedSession[]> {
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
