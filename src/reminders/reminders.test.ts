import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { enrolmentStream } from '../enrolment/index.ts';
import { listPapers, sheetDoubts } from '../papers/index.ts';
import { listPieces } from '../pieces/index.ts';
import { readStream, SYSTEM } from '../platform/journal.ts';
import { aDraft, MACON_WITH_HANDICAP, register, type TestEnrolment, withdraw } from '../testing/enrolments.ts';
import { mailsTo, papersRoom } from '../testing/papers.ts';
import { stage } from '../testing/stage.ts';
import { callUnfinished } from './actions/callUnfinished.ts';
import { excludeFromReminders } from './actions/excludeFromReminders.ts';
import { planReminders } from './actions/planReminders.ts';
import { tellDraft } from './actions/tellDraft.ts';
import { countUnfinished, listCalls } from './callStore.ts';
import { reminderMigrations } from './migrations.ts';
import { listProofs, tallyReminders } from './store.ts';
import { subscribeReminders } from './subscribe.ts';

let made: TestEnrolment;
const OFFICER = '5a0c2d1e-7b7e-4a57-9d0f-0f3c3a1b2c4d';
const PLACE = { academy: 'clermont', session: 'bp-2024-clermont' };

const { db, catalogue, papers, registered, setClock } = await stage(
  papersRoom({ decisionDelaySeconds: 0, due: [sheetDoubts], tables: [reminderMigrations] }),
);
subscribeReminders(papers);
beforeEach(async () => {
  made = await registered();
  await ask();
  await papers.jobs.run();
});

/** The look of every minute. */
const ask = (): Promise<void> => planReminders(papers);
async function at(instant: string): Promise<void> {
  await setClock(instant);
  await ask();
  await papers.jobs.run();
}
const told = async ({ candidate }: TestEnrolment = made) =>
  (await mailsTo(db, candidate.address)).filter(({ template }) => template === 'pieces.reminder');
const proofs = async ({ enrolment }: TestEnrolment = made) =>
  (await listProofs(db, [enrolment.id])).map(({ step, state }) => `${step} ${state}`).toReversed();
const give = async (which: (code: string) => boolean, handedOver: boolean, { enrolment }: TestEnrolment = made) => {
  for (const piece of await listPieces(db, enrolment.id)) {
    if (!which(piece.code)) continue;
    await sql`insert into deposit (id, academy, session, enrolment_id, piece_id, state, name, type, size, sha256, file_key, receipt, enrolment_version, begun_at, finished_at)
      values (gen_random_uuid(), ${piece.academy}, ${piece.session}, ${piece.enrolmentId}, ${piece.id}, 'stored', 'x.pdf', 'application/pdf', 1000, 'x', gen_random_uuid()::text, gen_random_uuid()::text, 1, business_now(), business_now())`.execute(
      db,
    );
    if (handedOver) await sql`update piece set handed_over_at = business_now() where id = ${piece.id}`.execute(db);
  }
};

describe('Who has something left to give', () => {
  it('is reminded once at each step of the plan, with what is missing and until when, by a mail and a paper', async () => {
    for (const instant of ['2023-11-17T16:59:00+01:00', '2023-11-17T17:00:30+01:00', '2023-11-17T17:01:30+01:00'])
      await at(instant);
    await at('2023-11-24T17:00:30+01:00');
    const [first, second, ...others] = await told();
    expect(others).toEqual([]);
    expect(first?.subject.replaceAll('\u00a0', ' ')).toBe(
      `Inscription ${made.enrolment.number} : il vous reste à faire jusqu'au vendredi 1er décembre 2023 à 17 h 00 (heure de Paris)`,
    );
    expect(first?.body).toContain('- Signer la confirmation');
    expect(first?.body).toContain('Justificatif de domicile');
    expect(first?.body).toContain(`/candidatures/${made.enrolment.id}\n`);
    expect(second?.body).toBe(first?.body);
    const issued = await listPapers(db, null, made.enrolment.id);
    expect(issued.filter(({ kind }) => kind === 'reminder').map(({ reference }) => reference)).toEqual([
      `${made.enrolment.number}-R2`,
      `${made.enrolment.number}-R1`,
    ]);
    expect(await proofs()).toEqual(['P14D sent', 'P7D sent']);
  });

  it('hears nothing more from the moment when all is given and handed over, even when the order was out', async () => {
    await setClock('2023-11-17T17:00:30+01:00');
    await ask();
    await give(() => true, true);
    await papers.jobs.run();
    expect(await told()).toEqual([]);
    expect(await proofs()).toEqual(['P14D solved']);
    await at('2023-11-24T17:00:30+01:00');
    expect(await proofs()).toEqual(['P14D solved']);
  });

  it("is reminded too of « J'ai fourni toutes mes pièces », when that alone is missing", async () => {
    await give(() => true, false);
    await at('2023-11-28T17:00:30+01:00');
    const [mail] = await told();
    expect(mail?.body).toContain("J'ai fourni toutes mes pièces");
  });

  it('is reminded of the time that a refusal opened for them alone, and not of a step that passed before it was told', async () => {
    await give(() => true, true);
    await setClock('2023-12-18T10:00:00+01:00');
    await sql`update piece set status = 'non-compliant', comment = 'x', reviewed_at = business_now(), handed_over_at = null,
      correctable_until = '2024-01-03T00:00:00+01:00' where enrolment_id = ${made.enrolment.id} and code = 'DOMICIL'`.execute(
      db,
    );
    await at('2023-12-21T10:00:00+01:00');
    expect(await proofs()).toEqual(['P14D sent']);
    await sql`update piece set reviewed_at = business_now(), correctable_until = '2024-01-05T00:00:00+01:00'
      where enrolment_id = ${made.enrolment.id} and code = 'DOMICIL'`.execute(db);
    // Its fourteen days began seven hours before the second refusal.
    await at('2023-12-22T10:00:00+01:00');
    await at('2023-12-29T10:00:00+01:00');
    expect(await proofs()).toEqual(['P14D sent', 'P14D sent', 'P7D sent']);
    expect((await told()).at(-1)?.subject).toContain('jeudi 4\u00a0janvier\u00a02024 inclus');
  });

  it('is told of two deadlines that come together in one mail and one paper', async () => {
    await sql`update piece set due_at = '2023-12-02T17:00:00+01:00' where enrolment_id = ${made.enrolment.id} and code = 'DOMICIL'`.execute(
      db,
    );
    await at('2023-11-29T17:00:00+01:00');
    expect(await proofs()).toEqual(['P3D sent', 'P3D sent']);
    expect(await told()).toHaveLength(1);
  });

  it('reads of no document of health, and is never reminded of one', async () => {
    const ill = await registered({ answers: MACON_WITH_HANDICAP });
    await give((code) => !code.startsWith('R408'), true, ill);
    await give((code) => code === 'R408DISP', false, ill);
    await sql`update piece set status = 'non-compliant', reviewed_at = business_now() where enrolment_id = ${ill.enrolment.id} and code = 'R408DISP'`.execute(
      db,
    );
    await at('2024-03-01T00:00:30+01:00');
    const [mail] = await told(ill);
    expect(mail?.body).toContain('R408A3');
    expect(mail?.body).not.toMatch(/R408DISP|handicap|dispense/i);
  });
});

describe('Nobody is reminded', () => {
  it('whose enrolment has ended, or whom the deadline has passed by', async () => {
    const late = await registered();
    await setClock('2023-11-17T17:00:30+01:00');
    await ask();
    await withdraw(db, { events: papers.events, catalogue }, made);
    await setClock('2024-04-01T17:00:00+02:00');
    await papers.jobs.run();
    expect([await proofs(), await proofs(late)]).toEqual([['P14D ended'], ['P14D missed']]);
    expect([...(await told()), ...(await told(late))]).toEqual([]);
  });

  it('whom a signed decision sets aside, before they are notified of it and still registered', async () => {
    await setClock('2023-11-17T17:00:30+01:00');
    await ask();
    await sql`update enrolment set reserve = 'upheld' where id = ${made.enrolment.id}`.execute(db);
    await papers.jobs.run();
    expect([await proofs(), await told()]).toEqual([['P14D ended'], []]);
    // Reinstated, they are told at the next step.
    await sql`update enrolment set reserve = 'lifted' where id = ${made.enrolment.id}`.execute(db);
    await at('2023-11-24T17:00:30+01:00');
    expect(await proofs()).toEqual(['P14D ended', 'P7D sent']);
  });

  it('whose file an officer took out, for a reason that is kept; it can be taken back in', async () => {
    const order = { id: made.enrolment.id, academy: 'clermont', officerId: OFFICER, reason: 'Hospitalisée' };
    const exclude = (more: Partial<Omit<typeof order, 'reason'>> & { reason?: string | null } = {}) =>
      excludeFromReminders(papers, SYSTEM, { ...order, ...more });
    expect(await exclude({ academy: 'lyon' })).toMatchObject({ error: { code: 'not-found' } });
    expect(await exclude({ reason: null })).toMatchObject({ error: { code: 'not-excluded' } });
    expect(await exclude()).toMatchObject({ ok: true });
    expect(await exclude()).toMatchObject({ ok: true });
    expect(await exclude({ reason: 'Autre' })).toMatchObject({ error: { code: 'excluded' } });
    await at('2023-11-17T17:00:30+01:00');
    expect(await proofs()).toEqual(['P14D excluded']);
    expect(await exclude({ reason: null })).toMatchObject({ ok: true });
    await at('2023-11-24T17:00:30+01:00');
    expect(await proofs()).toEqual(['P14D excluded', 'P7D sent']);
    const entries = await readStream(db, enrolmentStream(made.enrolment.id), 20);
    const names = entries.map(({ name }) => name).filter((name) => name.startsWith('reminder.'));
    expect(names.toReversed()).toEqual(['reminder.excluded', 'reminder.resumed', 'reminder.sent']);
    expect(JSON.stringify(entries)).not.toContain('Hospitalisée');
    await withdraw(db, { events: papers.events, catalogue }, made);
    expect(await exclude()).toMatchObject({ error: { code: 'ended' } });
  });
});

describe('The proof of a reminder', () => {
  it('says what became of it: computed, sent, answered, opened; and counts them by portfolio', async () => {
    await at('2023-11-24T17:00:30+01:00');
    const [proof] = await listProofs(db, [made.enrolment.id]);
    expect(proof).toMatchObject({
      state: 'sent',
      mail: 'kept',
      openedAt: null,
      reference: expect.stringMatching(/R1$/),
    });
    await sql`update paper set opened_at = business_now() where reference = ${proof?.reference ?? ''}`.execute(db);
    await sql`update mail set state = 'failed', smtp_reply = '550 no such user' where template = 'pieces.reminder'`.execute(
      db,
    );
    expect((await listProofs(db, [made.enrolment.id]))[0]).toMatchObject({
      mail: 'failed',
      reply: '550 no such user',
      openedAt: expect.anything(),
    });
    const ours = await tallyReminders(db, PLACE, ['G2']);
    const closing = ours.filter(({ step, until }) => step === 'P7D' && until.equals('2023-12-01T16:00:00Z'));
    expect(closing).toMatchObject([{ state: 'sent', opened: 1 }]);
    expect(await tallyReminders(db, PLACE, ['G9'])).toEqual([]);
    expect((await tallyReminders(db, PLACE, null)).length).toBeGreaterThan(0);
  });

  it('is kept: nobody deletes a reminder or an exclusion', async () => {
    await at('2023-11-24T17:00:30+01:00');
    await expect(sql`delete from reminder`.execute(db)).rejects.toThrow('kept');
    await expect(sql`truncate reminder_exclusion`.execute(db)).rejects.toThrow('kept');
  });
});

it('A sheet that a machine doubts is told of, though all is handed over, until a person decides', async () => {
  await setClock('2023-11-16T10:00:00+01:00');
  await give(() => true, true);
  await sql`insert into sheet_reading (deposit_id, academy, session, enrolment_id, reading)
    select d.id, d.academy, d.session, d.enrolment_id, '{"state":"other","version":null,"pages":[],"missing":[],"empty":null}'::jsonb
    from deposit d join piece p on p.id = d.piece_id where d.enrolment_id = ${made.enrolment.id} and p.code = 'CINSIG01'`.execute(
    db,
  );
  await at('2023-11-17T17:00:30+01:00');
  const [mail, ...others] = await told();
  expect(others).toEqual([]);
  expect(mail?.body.replaceAll('\u00a0', ' ')).toMatch(
    /- Vérifier la confirmation signée que vous avez déposée \(le fichier semble être une autre feuille[^)]*\), jusqu'au vendredi 1er décembre 2023/,
  );
  await sql`update piece set status = 'compliant' where enrolment_id = ${made.enrolment.id} and code = 'CINSIG01'`.execute(
    db,
  );
  await at('2023-11-24T17:00:30+01:00');
  expect(await told()).toHaveLength(1);
});

describe('An order', () => {
  it('is carried out for each of its people, whatever became of another, and twice is once', async () => {
    const other = await registered();
    await setClock('2023-11-24T17:00:30+01:00');
    await Promise.all([ask(), ask()]);
    const orders = papers.jobs.orders.filter(({ kind }) => kind === 'reminder.tell');
    papers.jobs.orders.push(...orders);
    await sql`update enrolment set registered = '{}' where id = ${made.enrolment.id}`.execute(db);
    await expect(papers.jobs.run()).rejects.toThrow('no longer knows');
    expect(await told(other)).toHaveLength(1);
    await sql`update enrolment set registered = v.answers from enrolment_version v where v.enrolment_id = enrolment.id and enrolment.id = ${made.enrolment.id}`.execute(
      db,
    );
    papers.jobs.orders.push(...orders);
    await papers.jobs.run();
    expect([await told(other), await told()].map(({ length }) => length)).toEqual([1, 1]);
  });
});

describe('Whoever began an enrolment and never registered it', () => {
  const reminded = async ({ candidate }: TestEnrolment) =>
    (await mailsTo(db, candidate.address)).filter(({ template }) => template === 'enrolment.unregistered');

  it('is told once at each step before the closing, by a mail, and no more once it is registered or abandoned', async () => {
    const draft = await aDraft(db, { events: papers.events, catalogue });
    const [later, gone] = [
      await aDraft(db, { events: papers.events, catalogue }),
      await aDraft(db, { events: papers.events, catalogue }, 'identification'),
    ];
    for (const instant of ['2023-11-17T16:59:00+01:00', '2023-11-17T17:00:30+01:00', '2023-11-17T17:01:30+01:00'])
      await at(instant);
    const [mail, ...others] = await reminded(draft);
    expect(others).toEqual([]);
    expect(mail?.body.replaceAll('\u00a0', ' ')).toContain("jusqu'au vendredi 1er décembre 2023 à 17 h 00");
    expect(mail?.body).toContain(`/candidatures/${draft.enrolment.id}`);
    expect(await told(draft), 'no paper, no list of pieces').toEqual([]);
    expect((await reminded(made)).length, 'who is registered').toBe(0);
    await withdraw(db, { events: papers.events, catalogue }, gone);
    await register(db, { events: papers.events, catalogue }, later.candidate, later.enrolment.id);
    await at('2023-11-24T17:00:30+01:00');
    expect([(await reminded(draft)).length, (await reminded(later)).length, (await reminded(gone)).length]).toEqual([
      2, 1, 1,
    ]);
    // What waits when the closing is past is never sent.
    await sql`update draft_reminder set state = 'queued', settled_at = null, event_id = null
      where enrolment_id = ${draft.enrolment.id} and step = 'P7D'`.execute(db);
    await setClock('2023-12-02T10:00:00+01:00');
    const { rows } = await sql<{ id: string }>`select id from draft_reminder
      where enrolment_id = ${draft.enrolment.id} and step = 'P7D'`.execute(db);
    await tellDraft(papers, rows[0]?.id ?? '');
    expect((await reminded(draft)).length).toBe(2);
    const states = await sql<{ state: string }>`select state from draft_reminder where id = ${rows[0]?.id}`.execute(db);
    expect(states.rows).toEqual([{ state: 'missed' }]);
  });
});

describe('Whoever has something due at a closing, after an incident', () => {
  const HEAD = '5a0c2d1e-7b7e-4a57-9d0f-0f3c3a1b2c4e';
  const order = {
    academy: 'clermont',
    headId: HEAD,
    session: PLACE.session,
    words: 'Le site <b>était</b> en panne.',
    key: null,
  };
  const call = (more: Partial<Parameters<typeof callUnfinished>[2]> = {}) =>
    callUnfinished(papers, SYSTEM, { ...order, ...more });
  const closing = () => ({
    ...PLACE,
    closesAt: catalogue.session(PLACE.session)?.window.closesAt ?? Temporal.Now.instant(),
  });
  const toldDraft = async ({ candidate }: TestEnrolment) =>
    (await mailsTo(db, candidate.address)).filter(({ template }) => template === 'enrolment.unregistered');

  it('is told once in the words of the head, with what is left; two heads and two clicks are one message', async () => {
    await setClock('2023-12-01T15:00:00+01:00');
    await ask();
    await papers.jobs.run();
    const draft = await aDraft(db, { events: papers.events, catalogue });
    const finished = await registered();
    await give(() => true, true, finished);
    const excluded = await registered();
    await excludeFromReminders(papers, SYSTEM, {
      id: excluded.enrolment.id,
      academy: 'clermont',
      officerId: OFFICER,
      reason: 'Hospitalisée',
    });
    const before = await countUnfinished(db, closing());
    expect(before.told).toBe(0);
    const [seen, seenDraft] = [(await told()).length, (await toldDraft(draft)).length];
    const key = randomUUID();
    const all = await Promise.all([call({ key }), call({ key }), call({ headId: OFFICER })]);
    expect(all.filter(({ ok }) => ok).length).toBe(2);
    expect(all.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'nobody' } });
    await papers.jobs.run();
    await papers.jobs.run();
    const mails = (await told()).slice(seen);
    expect(mails).toHaveLength(1);
    expect(mails[0]?.body).toContain(
      "À la suite d'un incident, le rectorat vous écrit\u00a0: Le site <b>était</b> en panne.\n\n",
    );
    expect(mails[0]?.body).toContain('- Signer la confirmation');
    const [own, ...others] = (await toldDraft(draft)).slice(seenDraft);
    expect([own?.body.includes('était'), others]).toEqual([true, []]);
    expect((await told(finished)).some(({ body }) => body.includes('était'))).toBe(false);
    expect((await told(excluded)).some(({ body }) => body.includes('était'))).toBe(false);
    const after = await countUnfinished(db, closing());
    expect([after.registered, after.drafts]).toEqual([0, 0]);
    expect(after.told).toBe(
      before.registered + before.drafts + (await proofs(excluded)).filter((one) => one.startsWith('PT0H')).length,
    );
    expect(await call()).toMatchObject({ error: { code: 'nobody' } });
    // Who begins afterwards is somebody to tell, and nobody else again.
    const late = await aDraft(db, { events: papers.events, catalogue });
    expect(await countUnfinished(db, closing())).toMatchObject({ registered: 0, drafts: 1 });
    expect(await call({ words: 'De nouveau en service.' })).toMatchObject({ ok: true });
    await papers.jobs.run();
    await papers.jobs.run();
    expect((await toldDraft(late)).at(-1)?.body).toContain('De nouveau en service.');
    expect((await told()).slice(seen)).toHaveLength(1);
    const calls = await listCalls(db, 'clermont');
    expect(calls.map(({ words, waiting, sent }) => [words, waiting, sent])).toMatchObject([
      ['De nouveau en service.', 0, 1],
      [order.words, 0, expect.any(Number)],
    ]);
    expect(await listCalls(db, 'lyon')).toEqual([]);
  });

  it('is counted for no document of health', async () => {
    await setClock('2023-12-01T15:00:00+01:00');
    const ill = await registered({ answers: MACON_WITH_HANDICAP });
    const before = await countUnfinished(db, closing());
    await sql`update piece set handed_over_at = business_now() where enrolment_id = ${ill.enrolment.id} and not confidential`.execute(
      db,
    );
    expect((await countUnfinished(db, closing())).registered).toBe(before.registered - 1);
  });

  it('is written to for a closing that is ahead, of one\u2019s own academy', async () => {
    await setClock('2023-12-01T15:00:00+01:00');
    expect(await call({ academy: 'lyon' })).toMatchObject({ error: { code: 'no-session' } });
    expect(await call({ session: 'bp-1900' })).toMatchObject({ error: { code: 'no-session' } });
    await setClock('2023-12-01T17:00:00+01:00');
    expect(await call()).toMatchObject({ error: { code: 'closed' } });
  });
});
