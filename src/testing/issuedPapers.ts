import { readPdf } from '../papers/actions/printPaper.ts';
import { findLatest } from '../papers/store.ts';
import { openPapers, ROOMS } from '../papers/testing.ts';
import { squaresOn } from '../papers/testingPdf.ts';
import { emptyDatabase } from './database.ts';
import { findCandidate, registeredEnrolment, shippedCatalogue } from './enrolments.ts';
import { heldJobs } from './heldJobs.ts';

/** A person with a registered enrolment and its papers; for the tests of the door where anybody verifies them. */
export async function issuedPapers() {
  const test = await emptyDatabase(ROOMS);
  const catalogue = await shippedCatalogue();
  const papers = await openPapers(test.db, { catalogue, jobs: heldJobs(), findCandidate });
  const { enrolment } = await registeredEnrolment(test.db, { events: papers.events, catalogue });
  const paper = await findLatest(test.db, enrolment.id, 'confirmation');
  if (paper === null || paper.code === null) throw new Error('No confirmation');
  const [square = ''] = await squaresOn(await readPdf(papers, paper));
  return {
    db: test.db,
    confirmation: { code: paper.code, reference: paper.reference },
    /** Of its first page, as it is read. */
    square,
    end: async () => {
      await papers.end();
      await test.close();
    },
  };
}
