import { sql } from 'kysely';
import { afterAll, expect, it, vi } from 'vitest';
import { listPieces, reviewPiece } from '../pieces/index.ts';
import { createJobs } from '../platform/jobs.ts';
import { SYSTEM } from '../platform/journal.ts';
import { ownDatabase } from '../testing/database.ts';
import { findCandidate, registeredEnrolment, shippedCatalogue } from '../testing/enrolments.ts';
import { mailsTo, openPapers, ROOMS } from '../testing/papers.ts';
import { listPapers } from './store.ts';

/** With the real queue. */
const { connection, db } = await ownDatabase(ROOMS);
const jobs = createJobs(connection, () => undefined);
const papers = await openPapers(db, {
  catalogue: await shippedCatalogue(),
  jobs,
  findCandidate,
  decisionDelaySeconds: 1,
});
await jobs.start();
afterAll(async () => {
  await jobs.stop();
  await papers.end();
});

it('A registered enrolment has its papers printed and its digest sent by jobs that exist if and only if it does', async () => {
  const catalogue = papers.catalogue();
  const { candidate, enrolment } = await registeredEnrolment(db, { events: papers.events, catalogue });
  const wait = { timeout: 60_000, interval: 100 };
  const printed = async (): Promise<readonly boolean[]> =>
    (await listPapers(db, null, enrolment.id)).map((paper) => paper.pdf !== null);
  await vi.waitFor(async () => expect(await printed()).toEqual([true, false, false]), wait);
  // The rush is over.
  await sql`update pgboss.job set start_after = now() where name = 'paper.render' and state = 'created'`.execute(db);
  await vi.waitFor(async () => expect(await printed()).toEqual([true, true, true]), wait);
  const [piece] = await listPieces(db, enrolment.id);
  if (piece === undefined) throw new Error('No piece');
  await sql`update piece set mode = 'post' where id = ${piece.id}`.execute(db);
  const done = await reviewPiece(papers, SYSTEM, {
    academy: 'clermont',
    mayDecide: () => true,
    mayUnvalidate: true,
    pieceId: piece.id,
    decision: 'compliant',
    comment: null,
    rowVersion: piece.rowVersion,
    officerId: '5a0c2d1e-7b7e-4a57-9d0f-0f3c3a1b2c4d',
    receivedOn: Temporal.PlainDate.from('2023-11-16'),
    onPaper: false,
  });
  expect(done.ok).toBe(true);
  await vi.waitFor(async () => {
    const sent = (await mailsTo(db, candidate.address)).map((mail) => mail.template);
    expect(sent.filter((template) => template === 'pieces.accepted')).toHaveLength(1);
  }, wait);
});
