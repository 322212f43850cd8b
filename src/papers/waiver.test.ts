import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { healthSubjectOf } from '../enrolment/index.ts';
import { listPieces, type PieceDecision, reviewPiece } from '../pieces/index.ts';
import { SYSTEM } from '../platform/journal.ts';
import { MACON_WITH_HANDICAP, modifiedEnrolment, type TestEnrolment, withdraw } from '../testing/enrolments.ts';
import { mailsTo, papersRoom } from '../testing/papers.ts';
import { stage } from '../testing/stage.ts';
import { listPapers } from './store.ts';

const { db, catalogue, papers, registered } = await stage(papersRoom({ decisionDelaySeconds: 0 }));
const making = { events: papers.events, catalogue };

const begin = async (): Promise<TestEnrolment> => {
  const made = await registered({ answers: MACON_WITH_HANDICAP });
  await papers.jobs.run();
  return made;
};
const examined = async ({ candidate }: TestEnrolment) =>
  (await mailsTo(db, candidate.address)).filter((mail) => !/^(enrolment|paper)\./.test(mail.template));

async function decide({ enrolment }: TestEnrolment, code: string, decision: PieceDecision): Promise<void> {
  const piece = (await listPieces(db, enrolment.id)).find((one) => one.code === code);
  if (piece === undefined) throw new Error(`${code} isn't asked`);
  const order = {
    academy: 'clermont',
    mayDecide: () => true,
    mayUnvalidate: true,
    pieceId: piece.id,
    decision,
    comment: decision === 'non-compliant' ? "La RQTH n'est plus valable." : null,
    rowVersion: piece.rowVersion,
    officerId: '5a0c2d1e-7b7e-4a57-9d0f-0f3c3a1b2c4d',
    receivedOn: null,
    onPaper: true,
  };
  const done = await reviewPiece({ ...papers, catalogue: () => catalogue }, SYSTEM, order);
  if (!done.ok) throw new Error(JSON.stringify(done.error));
}

describe('Le mail d’une décision sur un document de santé', () => {
  it.each<PieceDecision>(['compliant', 'non-compliant'])(
    '%s: says that there is one, and nothing more',
    async (decision) => {
      const made = await begin();
      await decide(made, 'R408DISP', decision);
      await papers.jobs.run();
      const [mail, ...others] = await examined(made);
      expect([mail?.template, others]).toEqual(['document.examined', []]);
      expect(mail?.subject).toBe(`Votre inscription ${made.enrolment.number}\u00a0: un document est examiné`);
      expect(mail?.body.split('\n')).toContain(
        `https://registre.example/candidatures/${made.enrolment.id}/justificatifs`,
      );
      const said = `${mail?.subject} ${mail?.body}`;
      expect(said).not.toMatch(/R408|R\.408|RQTH|dispens|handicap|santé|médica|conforme|accept|refus|hauteur/i);
      expect(said).not.toMatch(/[{}]/);
    },
  );

  it('is sent once, and not of a decision that was changed before it left', async () => {
    const made = await begin();
    await decide(made, 'R408DISP', 'compliant');
    await decide(made, 'R408DISP', 'non-compliant');
    const orders = [...papers.jobs.orders];
    await papers.jobs.run();
    expect(await examined(made)).toHaveLength(1);
    papers.jobs.orders.push(...orders);
    await papers.jobs.run();
    expect(await examined(made)).toHaveLength(1);
  });

  it('is not sent for « Reçue », which decides nothing, nor for a decision undone at once', async () => {
    const made = await begin();
    await decide(made, 'R408DISP', 'received');
    await papers.jobs.run();
    await decide(made, 'R408DISP', 'compliant');
    await decide(made, 'R408DISP', 'received');
    await papers.jobs.run();
    expect(await examined(made)).toEqual([]);
  });

  it('is sent again when a decision that was told is taken back', async () => {
    const made = await begin();
    await decide(made, 'R408DISP', 'compliant');
    await papers.jobs.run();
    await decide(made, 'R408DISP', 'received');
    await papers.jobs.run();
    expect((await examined(made)).map(({ template }) => template)).toEqual(['document.examined', 'document.examined']);
  });

  it('is not sent when the enrolment has ended, nor when the document is no longer of use', async () => {
    const ended = await begin();
    await decide(ended, 'R408DISP', 'compliant');
    await withdraw(db, making, ended);
    await papers.jobs.run();
    expect(await examined(ended)).toEqual([]);
    const changed = await begin();
    await decide(changed, 'R408DISP', 'compliant');
    await modifiedEnrolment(db, making, changed, {
      qualification: { ...MACON_WITH_HANDICAP.qualification, disabledWorker: 'non' },
    });
    await papers.jobs.run();
    expect(await examined(changed)).toEqual([]);
  });
});

it('No mail of an ordinary piece, and no paper, names the waiver', async () => {
  const made = await begin();
  await decide(made, 'DOMICIL', 'compliant');
  await decide(made, 'R408DISP', 'compliant');
  await papers.jobs.run();
  const mails = await mailsTo(db, made.candidate.address);
  expect(mails.map(({ template }) => template)).toContain('pieces.decided');
  expect(JSON.stringify(mails.map(({ subject, body }) => [subject, body]))).not.toMatch(/R408DISP|RQTH|dispense/i);
  expect(mails.find(({ template }) => template === 'pieces.decided')?.body).toContain(
    'Un document confidentiel est examiné',
  );
  await modifiedEnrolment(db, making, made, {
    informations: { ...MACON_WITH_HANDICAP.informations, trainingHours: '420' },
  });
  for (const paper of await listPapers(db, null, made.enrolment.id))
    expect(JSON.stringify(paper)).not.toMatch(/R408DISP|RQTH/);
  const { rows } = await sql<{
    content: string;
  }>`select content::text from paper where enrolment_id = ${made.enrolment.id} order by version, kind`.execute(db);
  // Nor what was said of health: the confirmation is signed, and officers open it.
  const health = /R408DISP|RQTH|handicap|aménagement/i;
  expect(rows.map(({ content }) => health.test(content))).toEqual(rows.map(() => false));
  expect(rows).toHaveLength(6);
  // Asked at first; excused by the time of the second version.
  expect(rows.map(({ content }) => content.includes('R408A3'))).toEqual([true, false, true, false, false, false]);
});

it('What rules change of what is offered for health is told without being named', async () => {
  const made = await begin();
  const { id } = made.enrolment;
  const payload = { enrolmentId: id, publication: 1, sentences: [], applied: false, health: true };
  await db
    .transaction()
    .execute((tx) =>
      papers.events.publish(tx, SYSTEM, 'rules.changed', healthSubjectOf(made.enrolment), payload, made),
    );
  const mail = (await mailsTo(db, made.candidate.address)).find(({ template }) => template === 'rules.changed');
  expect(mail?.body).toContain('- Ce qui vous est proposé dans vos justificatifs change');
  expect(`${mail?.subject} ${mail?.body}`).not.toMatch(/R408|RQTH|dispens|handicap|santé|hauteur/i);
});
