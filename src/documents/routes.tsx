import { actBy } from '../accounts/index.ts';
import { candidateOfEnrolment, type OwnEnrolment } from '../enrolment/index.ts';
import {
  confirmationSigning,
  decisionsToldTo,
  heldPapers,
  isSuspended,
  listNotices,
  listPapers,
  notifiedIn,
  type PapersDeps,
  showNothingYet,
  timeOf,
} from '../papers/index.ts';
import { file, type Reply, type Route, route, type Visit } from '../platform/http/visit.ts';
import { show } from '../ui/index.ts';
import { gatherPapers } from './actions/readPaperFile.ts';
import { givenRoutes } from './givenRoutes.ts';
import { DocumentsPage } from './pages/documentsPage.tsx';
import { documentsTexts } from './pages/documentsTexts.ts';
import { listGiven } from './store/given.ts';

/** Everything that an enrolment was given, as its candidate has it: papers, and documents of the office. */
export function documentRoutes(deps: PapersDeps): readonly Route[] {
  const ofEnrolment = candidateOfEnrolment(deps);
  const get = { method: 'GET' } as const;
  return [
    ...givenRoutes(deps),
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
        const name = `${documentsTexts.zip}-${enrolment.number ?? ''}.zip`;
        return file(zip, 'application/zip', name, 'attachment', zip.length);
      },
    }),
  ];
}

async function showList(deps: PapersDeps, visit: Visit, own: OwnEnrolment): Promise<Reply> {
  const { candidate, enrolment } = own;
  if (enrolment.number === null) return showNothingYet(deps, visit, own);
  const [papers, suspended, given, notices, confirmation, chrome] = await Promise.all([
    listPapers(deps.db, null, enrolment.id),
    isSuspended(deps.db, enrolment.id),
    listGiven(deps.db, enrolment.id),
    listNotices(deps.db, enrolment.id),
    confirmationSigning(deps, own),
    deps.chrome(visit, candidate, enrolment),
  ]);
  const time = timeOf(deps, enrolment);
  const notified = notifiedIn(notices, enrolment, time);
  const held = heldPapers(await decisionsToldTo(deps.db, enrolment, time.now));
  return show(<DocumentsPage {...{ chrome, enrolment, papers, suspended, given, notified, held, confirmation }} />);
}
