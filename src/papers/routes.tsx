import { actBy } from '../accounts/index.ts';
import { candidateOfEnrolment, type OwnEnrolment } from '../enrolment/index.ts';
import { file, type Reply, type Route, route, type Visit } from '../platform/http/visit.ts';
import { show } from '../ui/index.ts';
import { openPaper } from './actions/openPaper.ts';
import { readPdf } from './actions/printPaper.ts';
import { addresses } from './addresses.ts';
import type { PapersDeps } from './deps.ts';
import { fileNameOf } from './fileNames.ts';
import { candidateOfPaper, type OwnPaper } from './guards.ts';
import { nextStep, showNothingYet } from './nothingYet.tsx';
import { notifiedIn, timeOf } from './notified.ts';
import { ConfirmationPage } from './pages/confirmationPage.tsx';
import { PaperPage } from './pages/paperPage.tsx';
import { confirmationSigning } from './signing.ts';
import { listNotices } from './store/notices.ts';
import { findLatest } from './store.ts';
import { PAPERS } from './texts.ts';
import { decisionsToldTo } from './toldDecisions.ts';

export function paperRoutes(deps: PapersDeps): readonly Route[] {
  const ofEnrolment = candidateOfEnrolment(deps);
  const ofPaper = candidateOfPaper(deps);
  const get = { method: 'GET' } as const;
  return [
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
  const { state, piece, closesAt, doubt, setting } = await confirmationSigning(deps, own);
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
