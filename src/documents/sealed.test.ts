import { unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { fileNameOf, findLatest, issuePaper } from '../papers/index.ts';
import { SYSTEM } from '../platform/journal.ts';
import { openSeal } from '../platform/pdf/seal/seal.ts';
import { makeOwnCertificate } from '../platform/pdf/seal/selfMade.ts';
import { askAuthority } from '../platform/pdf/seal/timeStamp.ts';
import { aboutOf } from '../post/index.ts';
import { emptyDatabase } from '../testing/database.ts';
import { findCandidate, registeredEnrolment, shippedCatalogue } from '../testing/enrolments.ts';
import { heldJobs } from '../testing/heldJobs.ts';
import { openPapers, ROOMS } from '../testing/papers.ts';
import { openTimeStampAuthority } from '../testing/timeStampAuthority.ts';
import { gatherPapers } from './actions/readPaperFile.ts';
import { issuedPapers } from './issuedPapers.ts';

/** A busy machine is no fault of the authority. */
const PATIENCE_MS = 60_000;

it('What is sealed is said so in the list of the office and in the ZIP of its candidate; what is not sealed is not', async () => {
  const [test, catalogue, authority] = [
    await emptyDatabase(ROOMS),
    await shippedCatalogue(),
    await openTimeStampAuthority(),
  ];
  const papers = await openPapers(test.db, { catalogue, jobs: heldJobs(), findCandidate });
  try {
    const timeStamper = askAuthority(authority.url, PATIENCE_MS);
    const seal = await openSeal({ ...(await makeOwnCertificate('Rectorat')), timeStamper, onTrouble: () => undefined });
    if (!seal.ok) throw new Error(seal.error);
    const { enrolment, candidate } = await registeredEnrolment(test.db, { events: papers.events, catalogue });
    const confirmation = await findLatest(test.db, enrolment.id, 'confirmation');
    if (confirmation === null) throw new Error('No confirmation');
    const content = { ...confirmation.content, title: 'Relevé', pages: null };
    const about = aboutOf(catalogue, enrolment, candidate);
    await test.db.transaction().execute((tx) => issuePaper(papers, tx, SYSTEM, about, 'transcript', content));
    const record = await findLatest(test.db, enrolment.id, 'transcript');
    if (record === null) throw new Error('No transcript');
    const files = unzipSync(await gatherPapers({ ...papers, seal: seal.value }, SYSTEM, enrolment.id));
    const list = Buffer.from(files['documents-scelles.txt'] ?? '').toString();
    expect(list).toContain(`${fileNameOf(record)}\u00a0: Scellé et horodaté`);
    expect(list).not.toContain(fileNameOf(confirmation));
    const office = await issuedPapers(
      { db: test.db, catalogue: () => catalogue },
      'clermont',
      enrolment.id,
      Temporal.Now.instant(),
    );
    expect(office.find(({ key }) => key === record.id)?.sealed).toContain('Scellé et horodaté');
    expect(office.find(({ key }) => key === confirmation.id)?.sealed).toBeNull();
  } finally {
    await papers.end();
    await authority.close();
    await test.close();
  }
});
