import { actBy } from '../accounts/index.ts';
import type { SignatureSetting } from '../catalogue/index.ts';
import {
  candidateOfEnrolment,
  dossierOf,
  type Enrolment,
  type OwnEnrolment,
  reviewAnswers,
  type StepName,
  whereOf,
} from '../enrolment/index.ts';
import {
  type Contribution,
  closingOf,
  doubtOf,
  groupOfPiece,
  listPieces,
  type PieceWithFiles,
  progressInWords,
  SIGNED_CONFIRMATION,
  sessionOf,
} from '../pieces/index.ts';
import { file, type Reply, type Route, route, type Visit } from '../platform/http/visit.ts';
import { show } from '../ui/index.ts';
import { openPaper } from './actions/openPaper.ts';
import { readPdf } from './actions/printPaper.ts';
import { fileNameOf, gatherPapers } from './actions/readPaperFile.ts';
import { addresses } from './addresses.ts';
import type { PapersDeps } from './deps.ts';
import { candidateOfPaper, type OwnPaper } from './guards.ts';
import { notifiedIn } from './notified.ts';
import { ConfirmationPage } from './pages/confirmationPage.tsx';
import { DocumentsPage } from './pages/documentsPage.tsx';
import { NothingYetPage } from './pages/nothingYetPage.tsx';
import { PaperPage } from './pages/paperPage.tsx';
import { pageTexts } from './pages/texts.ts';
import { publishedRoutes } from './publishedRoutes.ts';
import { type ConfirmationState, confirmationState } from './rules/confirmationState.ts';
import { listNotices } from './store/notices.ts';
import { listPublished } from './store/published.ts';
import { findLatest, isSuspended, listPapers } from './store.ts';
import { PAPERS } from './texts.ts';
import { decisionsToldTo, heldPapers } from './toldDecisions.ts';

export function paperRoutes(deps: PapersDeps): readonly Route[] {
  const ofEnrolment = candidateOfEnrolment(deps);
  const ofPaper = candidateOfPaper(deps);
  const get = { method: 'GET' } as const;
  return [
    ...publishedRoutes(deps),
    route({
      ...get,
      path: '/candidatures/:id/documents',
      who: ofEnrolment,
      handle: (visit, own) => showList(deps, visit, own),
    }),
    route({
      ...get,
      path: '/candidatures/:id/documents.zip',
      who: ofEnrolment,
      handle: async (visit, { candidate, enrolment }) => {
        const zip = await gatherPapers(deps, actBy(visit, candidate), enrolment.id);
        const name = `${pageTexts.list.zip}-${enrolment.number ?? ''}.zip`;
        return file(zip, 'application/zip', name, 'attachment', zip.length);
      },
    }),
    route({
      ...get,
      path: '/candidatures/:id/documents/:paper',
      who: ofPaper,
      handle: (visit, own) => showPaper(deps, visit, own),
    }),
    route({
      ...get,
      path: '/candidatures/:id/documents/:paper/pdf',
      who: ofPaper,
      handle: (visit, own) => givePdf(deps, visit, own),
    }),
    route({
      ...get,
      path: '/candidatures/:id/confirmation',
      who: ofEnrolment,
      handle: (visit, own) => showConfirmation(deps, visit, own),
    }),
  ];
}

async function showList(deps: PapersDeps, visit: Visit, own: OwnEnrolment): Promise<Reply> {
  const { candidate, enrolment } = own;
  if (enrolment.number === null) return showNothingYet(deps, visit, own);
  const [papers, suspended, published, notices, confirmation, chrome] = await Promise.all([
    listPapers(deps.db, null, enrolment.id),
    isSuspended(deps.db, enrolment.id),
    listPublished(deps.db, enrolment.id),
    listNotices(deps.db, enrolment.id),
    signing(deps, own),
    deps.chrome(visit, candidate, enrolment),
  ]);
  const time = timeOf(deps, enrolment);
  const notified = notifiedIn(notices, enrolment, time);
  const held = heldPapers(await decisionsToldTo(deps.db, enrolment, time.now));
  return show(<DocumentsPage {...{ chrome, enrolment, papers, suspended, published, notified, held, confirmation }} />);
}

async function showPaper(deps: PapersDeps, visit: Visit, { candidate, enrolment, paper }: OwnPaper): Promise<Reply> {
  await openPaper(deps, actBy(visit, candidate), paper);
  const latest = await findLatest(deps.db, enrolment.id, paper.kind);
  const newer = latest === null || latest.id === paper.id ? null : addresses.paper(enrolment.id, latest.id);
  // After the opening, so that the page counts it as read.
  const time = timeOf(deps, enrolment);
  const notified = notifiedIn(await listNotices(deps.db, enrolment.id), enrolment, time).get(paper.id);
  const told = PAPERS[paper.kind].notified ? await decisionsToldTo(deps.db, enrolment, time.now) : [];
  const decision = told.find(({ paperId }) => paperId === paper.id);
  const contest = decision === undefined ? null : addresses.contest(enrolment.id, decision.id);
  const chrome = await deps.chrome(visit, candidate, enrolment);
  return show(<PaperPage chrome={chrome} paper={paper} latest={newer} notified={notified ?? null} contest={contest} />);
}

function timeOf(deps: PapersDeps, enrolment: OwnEnrolment['enrolment']) {
  return { now: deps.clock.now(), where: whereOf(deps.catalogue().academy(enrolment.academy), enrolment) };
}

/** The PDF, to look at and print, or to save. */
async function givePdf(deps: PapersDeps, visit: Visit, { candidate, paper }: OwnPaper): Promise<Reply> {
  const bytes = await readPdf(deps, paper);
  await openPaper(deps, actBy(visit, candidate), paper);
  const disposition = visit.query.telecharger === '1' ? 'attachment' : 'inline';
  return file(bytes, 'application/pdf', fileNameOf(paper), disposition, bytes.length);
}

async function showConfirmation(deps: PapersDeps, visit: Visit, own: OwnEnrolment): Promise<Reply> {
  const { candidate, enrolment } = own;
  const paper = await findLatest(deps.db, enrolment.id, 'confirmation');
  if (paper === null) return showNothingYet(deps, visit, own);
  await openPaper(deps, actBy(visit, candidate), paper);
  const { state, piece, closesAt, doubt, setting } = await signing(deps, own);
  return show(
    <ConfirmationPage
      chrome={await deps.chrome(visit, candidate, enrolment)}
      enrolment={enrolment}
      paper={paper}
      state={state}
      piece={piece}
      closesAt={closesAt}
      doubt={doubt}
      now={deps.clock.now()}
      next={nextStep(deps, own)}
      setting={setting}
    />,
  );
}

async function showNothingYet(deps: PapersDeps, visit: Visit, own: OwnEnrolment): Promise<Reply> {
  const { candidate, enrolment } = own;
  const chrome = await deps.chrome(visit, candidate, enrolment);
  const next = enrolment.status === 'abandoned' ? null : nextStep(deps, own);
  return show(<NothingYetPage chrome={chrome} enrolmentId={enrolment.id} next={next} />);
}

function settingOf({ catalogue }: PapersDeps, { session }: Enrolment): SignatureSetting {
  return catalogue().session(session)?.switches.signature ?? 'paper';
}

function nextStep(deps: PapersDeps, { candidate, enrolment }: OwnEnrolment): StepName {
  const circumstances = { catalogue: deps.catalogue(), now: deps.clock.now(), person: candidate.candidate };
  return reviewAnswers(dossierOf(enrolment, circumstances)).next;
}

type Signing = {
  readonly state: ConfirmationState;
  readonly piece: PieceWithFiles | null;
  readonly closesAt: Temporal.Instant;
  /** What is to be looked at of the sheet that is in. */
  readonly doubt: Contribution | null;
  /** « 2 pièces déposées sur 5, confirmation à signer » */
  readonly progress: string;
  readonly setting: SignatureSetting;
};

/** Where the candidate is with the signed sheet, and until when it may be given. */
async function signing(deps: PapersDeps, { enrolment }: OwnEnrolment): Promise<Signing> {
  const catalogue = deps.catalogue();
  const pieces = await listPieces(deps.db, enrolment.id);
  const piece = pieces.find(({ code }) => code === SIGNED_CONFIRMATION) ?? null;
  const due = groupOfPiece(catalogue, enrolment.session, SIGNED_CONFIRMATION)?.dueAt;
  const session = sessionOf(catalogue, enrolment.session);
  const closesAt = piece === null ? (due ?? session.window.closesAt) : closingOf(piece);
  const remaining = await deps.due(deps.db, { enrolment, session, pieces }, deps.clock.now(), 'candidate');
  const state = confirmationState(enrolment.status, remaining.standings.get(SIGNED_CONFIRMATION));
  const doubt = doubtOf(remaining, SIGNED_CONFIRMATION);
  return { state, piece, closesAt, doubt, progress: progressInWords(remaining), setting: settingOf(deps, enrolment) };
}
