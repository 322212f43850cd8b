import { documentRoutes, subscribeDocuments } from '../documents/index.ts';
import { subscribeMails } from '../mails/index.ts';
import { type PapersDeps, paperRoutes } from '../papers/index.ts';
import { openPapers as openAlone } from '../papers/testing.ts';
import type { Route } from '../platform/http/visit.ts';
import type { Jobs } from '../platform/jobs.ts';

/** The room of papers whole, with the documents of the office, for the tests of the rooms that issue some. */
export const openPapers = async <Chosen extends Jobs>(...[db, given]: Parameters<typeof openAlone<Chosen>>) => {
  const papers = await openAlone(db, given);
  subscribeDocuments(papers);
  subscribeMails(papers);
  return papers;
};

/** The pages of what an enrolment was given: each paper, and the list of all. */
export const givenRoutes = (deps: PapersDeps): readonly Route[] => [...documentRoutes(deps), ...paperRoutes(deps)];

export { mailsTo, type Papers, ROOMS } from '../papers/testing.ts';
/** What a reader program finds in a PDF. */
export { beyondMargins, hasWords, MARGINS, pagesOf } from '../papers/testingPdf.ts';
