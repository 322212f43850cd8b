import { documentRoutes, subscribeDocuments } from '../documents/index.ts';
import { subscribeMails } from '../mails/index.ts';
import { type PapersDeps, paperRoutes } from '../papers/index.ts';
import { openPapers as openAlone, type Papers, type PapersParts, papersRoom as roomAlone } from '../papers/testing.ts';
import type { Route } from '../platform/http/visit.ts';
import type { Jobs } from '../platform/jobs.ts';

/** The room of papers whole, with the documents of the office, for the tests of the rooms that issue some. */
export const openPapers = async <Chosen extends Jobs>(...[db, given]: Parameters<typeof openAlone<Chosen>>) => {
  const papers = await openAlone(db, given);
  followedBy(papers);
  return papers;
};

/** The same on a stage. */
export const papersRoom = (parts: PapersParts = {}): ReturnType<typeof roomAlone> =>
  roomAlone({
    ...parts,
    subscribe: (papers) => {
      followedBy(papers);
      parts.subscribe?.(papers);
    },
  });

function followedBy(papers: Papers<Jobs>): void {
  subscribeDocuments(papers);
  subscribeMails(papers);
}

/** The pages of what an enrolment was given: each paper, and the list of all. */
export const givenRoutes = (deps: PapersDeps): readonly Route[] => [...documentRoutes(deps), ...paperRoutes(deps)];

export { mailsTo, type Papers, ROOMS } from '../papers/testing.ts';
/** What a reader program finds in a PDF. */
export { beyondMargins, hasWords, MARGINS, pagesOf } from '../papers/testingPdf.ts';
