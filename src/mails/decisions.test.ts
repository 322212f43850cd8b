import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { listPieces, listReviews, type PieceDecision, reviewPiece, takeBackReview } from '../pieces/index.ts';
import { SYSTEM } from '../platform/journal.ts';
import { neverTold } from '../testing/delegations.ts';
import type { TestEnrolment } from '../testing/enrolments.ts';
import { mailsTo, papersRoom } from '../testing/papers.ts';
import { stage } from '../testing/stage.ts';
import { plainSpaces } from '../testing/words.ts';
import { resumeDecisions } from './actions/noteDecision.ts';

/** One officer's decisions on one file form one mail, ten minutes after the last, thirty after the first. */
const { db, catalogue, papers, registered } = await stage(papersRoom());

const begin = async (): Promise<TestEnrolment> => {
  const made = await registered();
  await papers.jobs.run();
  return made;
};
async function decide(
  { enrolment }: TestEnrolment,
  code: string,
  decision: PieceDecision,
  comment: string | null = null,
) {
  const piece = (await listPieces(db, enrolment.id)).find((one) => one.code === code);
  if (piece === undefined) throw new Error(`${code} isn't asked`);
  const done = await reviewPiece({ ...papers, catalogue: () => catalogue }, SYSTEM, {
    academy: 'clermont',
    mayDecide: () => true,
    mayUnvalidate: true,
    untold: neverTold,
    pieceId: piece.id,
    decision,
    comment,
    rowVersion: piece.rowVersion,
    officerId: '5a0c2d1e-7b7e-4a57-9d0f-0f3c3a1b2c4d',
    receivedOn: null,
    onPaper: true,
  });
  if (!done.ok) throw new Error(JSON.stringify(done.error));
}
async function takeBack({ enrolment }: TestEnrolment, code: string) {
  const piece = (await listPieces(db, enrolment.id)).find((one) => one.code === code);
  const [last] = await listReviews(db, piece?.id ?? '');
  const done = await takeBackReview({ ...papers, catalogue: () => catalogue }, SYSTEM, {
    academy: 'clermont',
    untold: neverTold,
    mayDecide: () => true,
    pieceId: piece?.id ?? '',
    reviewId: last?.id ?? '',
    officerId: last?.officerId ?? '',
  });
  expect(done.ok).toBe(true);
}
/** Real time goes by: what waits has waited for so much longer. */
const later = (made: TestEnrolment, interval: string): Promise<unknown> =>
  sql`update decision_to_tell set created_at = created_at - ${interval}::interval
    where enrolment_id = ${made.enrolment.id} and settled_at is null`.execute(db);
const told = async ({ candidate }: TestEnrolment) =>
  (await mailsTo(db, candidate.address)).filter(({ template }) => template !== 'enrolment.registered');

describe('The mail of the decisions on a file', () => {
  it('leaves ten minutes after the last, and says them all', async () => {
    const made = await begin();
    await decide(made, 'DCSTID01', 'compliant');
    await later(made, '9 minutes');
    await decide(made, 'DOMICIL', 'non-compliant', 'Le document a plus de trois mois.');
    expect(papers.jobs.orders.map(({ kind, afterSeconds }) => [kind, afterSeconds])).toEqual([
      ['decisions.tell', 600],
      ['decisions.tell', 600],
    ]);
    await later(made, '9 minutes');
    const [first, last] = papers.jobs.orders;
    await papers.jobs.run();
    expect(await told(made)).toEqual([]);
    // The job of the last decision came before its time: it waits for the rest. That of the first leaves it to that one.
    expect(papers.jobs.orders).toMatchObject([{ kind: 'decisions.tell', data: last?.data }]);
    expect(papers.jobs.orders[0]?.afterSeconds).toBeLessThanOrEqual(60);
    await later(made, '1 minute');
    await papers.jobs.run();
    const [mail, ...others] = await told(made);
    expect(others).toEqual([]);
    expect(plainSpaces(mail?.subject)).toBe(`Votre inscription ${made.enrolment.number} : une pièce est à refaire`);
    expect(plainSpaces(mail?.body)).toContain('À refaire : Justificatif de domicile (DOMICIL).');
    expect(mail?.body).toContain('Le document a plus de trois mois.');
    expect(plainSpaces(mail?.body)).toContain("Conforme : Document justifiant l'identité (DCSTID01).");
    expect(plainSpaces(mail?.body)).toContain("- Corriger une pièce, jusqu'au vendredi 22 décembre 2023 à 17 h 00");
    // Killed after its work and begun again, or the one of the first at last.
    papers.jobs.orders.push(...[first, last].filter((order) => order !== undefined));
    await papers.jobs.run();
    expect(await told(made)).toHaveLength(1);
  });

  it('never leaves more than thirty minutes after the first', async () => {
    const made = await begin();
    await decide(made, 'DCSTID01', 'compliant');
    for (const code of ['DOMICIL', '1NATID01', 'RELNOTES']) {
      await later(made, '9 minutes');
      await decide(made, code, 'compliant');
    }
    expect(papers.jobs.orders.map(({ afterSeconds }) => afterSeconds)).toEqual([600, 600, 600, 180]);
    await later(made, '3 minutes');
    await papers.jobs.run();
    expect((await told(made)).map(({ template }) => template)).toEqual(['pieces.accepted']);
  });

  it('says that a refusal already told is taken back, and a « Conforme » too', async () => {
    const made = await begin();
    await decide(made, 'DOMICIL', 'non-compliant', 'Trop ancien.');
    await decide(made, 'DCSTID01', 'compliant');
    await later(made, '10 minutes');
    await papers.jobs.run();
    await decide(made, 'DOMICIL', 'received');
    await decide(made, 'DCSTID01', 'received');
    await later(made, '10 minutes');
    await papers.jobs.run();
    const [, back, ...others] = await told(made);
    expect(others).toEqual([]);
    expect(plainSpaces(back?.subject)).toContain('une décision est reprise');
    expect(plainSpaces(back?.body)).toContain(
      "cette pièce n'était pas conforme. Ce refus ne tient plus, elle est de nouveau à l'examen : Justificatif de domicile",
    );
    expect(plainSpaces(back?.body)).toContain('Cette décision est reprise, la pièce est de nouveau');
    await decide(made, 'DOMICIL', 'compliant');
    await later(made, '10 minutes');
    await papers.jobs.run();
    expect((await told(made)).at(-1)?.template).toBe('pieces.accepted');
  });

  it('says nothing of a decision taken back before it leaves', async () => {
    const made = await begin();
    await decide(made, 'DOMICIL', 'non-compliant', 'Trop ancien.');
    await decide(made, 'DOMICIL', 'received');
    await later(made, '10 minutes');
    await papers.jobs.run();
    expect(await told(made)).toEqual([]);
  });

  it('says nothing of a slip taken back in time, and tells it where it had been told already', async () => {
    const made = await begin();
    await decide(made, 'DOMICIL', 'non-compliant', 'Trop ancien.');
    await takeBack(made, 'DOMICIL');
    await later(made, '10 minutes');
    await papers.jobs.run();
    expect(await told(made)).toEqual([]);
    await decide(made, 'DOMICIL', 'non-compliant', 'Trop ancien.');
    await later(made, '10 minutes');
    await papers.jobs.run();
    await takeBack(made, 'DOMICIL');
    await later(made, '10 minutes');
    await papers.jobs.run();
    expect((await told(made)).map(({ template }) => template)).toEqual(['piece.refused', 'pieces.decided']);
    expect(plainSpaces((await told(made))[1]?.body)).toContain(
      "Ce refus ne tient plus, elle est de nouveau à l'examen",
    );
    // What was taken back is as if it had never been told: the next refusal is news.
    await decide(made, 'DOMICIL', 'non-compliant', 'Trop ancien.');
    await later(made, '10 minutes');
    await papers.jobs.run();
    expect((await told(made)).at(-1)?.template).toBe('piece.refused');
  });

  it('of a file that is set aside waits, and leaves once it is reinstated', async () => {
    const made = await begin();
    const become = (status: string): Promise<unknown> =>
      sql`update enrolment set status = ${status} where id = ${made.enrolment.id}`.execute(db);
    await decide(made, 'DOMICIL', 'non-compliant', 'Trop ancien.');
    await become('set-aside');
    await later(made, '10 minutes');
    await papers.jobs.run();
    expect(await told(made)).toEqual([]);
    await become('registered');
    await db.transaction().execute((tx) => resumeDecisions(papers, tx, made.enrolment.id));
    await papers.jobs.run();
    expect((await told(made)).map(({ template }) => template)).toEqual(['piece.refused']);
  });

  it('says a validation with what was decided beside it, and a refusal that was told as taken back', async () => {
    const made = await begin();
    await decide(made, 'DOMICIL', 'non-compliant', 'Trop ancien.');
    await later(made, '10 minutes');
    await papers.jobs.run();
    for (const { code } of await listPieces(db, made.enrolment.id)) await decide(made, code, 'compliant');
    await later(made, '10 minutes');
    await papers.jobs.run();
    const sent = await told(made);
    expect(sent.map(({ template }) => template)).toEqual(['piece.refused', 'enrolment.validated']);
  });

  it('takes up what the version before had ordered', async () => {
    const made = await begin();
    const piece = (await listPieces(db, made.enrolment.id)).find(({ code }) => code === 'DOMICIL');
    if (piece === undefined) throw new Error('no piece');
    await decide(made, 'DOMICIL', 'compliant');
    const { rows } = await sql<{ event_id: string }>`delete from decision_to_tell
      where enrolment_id = ${made.enrolment.id} returning event_id`.execute(db);
    const eventId = rows[0]?.event_id ?? '';
    await sql`insert into accepted_piece (event_id, academy, session, enrolment_id, piece_id)
      values (${eventId}, 'clermont', ${made.enrolment.session}, ${made.enrolment.id}, ${piece.id})`.execute(db);
    papers.jobs.orders.splice(0);
    papers.jobs.orders.push({ kind: 'pieces.digest', data: { enrolmentId: made.enrolment.id }, afterSeconds: 0 });
    await papers.jobs.run();
    await later(made, '10 minutes');
    await papers.jobs.run();
    expect((await told(made)).map(({ template }) => template)).toEqual(['pieces.accepted']);
  });
});
