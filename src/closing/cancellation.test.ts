import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Catalogue } from '../catalogue/index.ts';
import { hearingMigrations, listHearings } from '../hearings/index.ts';
import type { CourtSeat } from '../law/index.ts';
import { listPapers, publicVerification } from '../papers/index.ts';
import { listPieces, moveSession } from '../pieces/index.ts';
import { readStream, SYSTEM } from '../platform/journal.ts';
import { delegated } from '../testing/delegations.ts';
import { reread, type TestEnrolment, withdraw } from '../testing/enrolments.ts';
import { answered } from '../testing/hearings.ts';
import { mailsTo, papersRoom } from '../testing/papers.ts';
import { stage } from '../testing/stage.ts';
import { carryOutCancellations } from './actions/carryOutCancellations.ts';
import { decideCancellation } from './actions/decideCancellation.ts';
import { grantTime } from './actions/grantTime.ts';
import { inviteToRegularise } from './actions/inviteToRegularise.ts';
import { proposeCancellation } from './actions/proposeCancellation.ts';
import { findCancellations } from './cancellations.ts';
import { closingMigrations } from './migrations.ts';
import type { CancellationStep } from './rules/cancellation.ts';

let made: TestEnrolment;
const OFFICER = '5a0c2d1e-7b7e-4a57-9d0f-0f3c3a1b2c4d';
const HEAD = '6b0c2d1e-7b7e-4a57-9d0f-0f3c3a1b2c4e';

const { db, catalogue, papers, registered, setClock } = await stage(
  papersRoom({ decisionDelaySeconds: 0, tables: [hearingMigrations, closingMigrations] }),
);
await delegated(db, HEAD);
/** Everything is given but the proof of residence; invited the day after the closing, and the invitation has run out. */
beforeEach(async () => {
  made = await registered();
  await give((code) => code !== 'DOMICIL');
  await at('2023-12-02T10:00:00+01:00');
  await inviteToRegularise(papers, SYSTEM, { ...whose(), officerId: OFFICER });
  await answered(db, made.enrolment.id, 'Mon bail est perdu.');
  await at('2023-12-23T10:00:00+01:00');
});

const at = (instant: string): Promise<void> => setClock(instant);
const whose = () => ({ id: made.enrolment.id, academy: 'clermont' });
async function give(which: (code: string) => boolean): Promise<void> {
  for (const piece of await listPieces(db, made.enrolment.id))
    if (which(piece.code))
      await sql`insert into deposit (id, academy, session, enrolment_id, piece_id, state, name, type, size, sha256, file_key, receipt, enrolment_version, begun_at, finished_at)
        values (gen_random_uuid(), ${piece.academy}, ${piece.session}, ${piece.enrolmentId}, ${piece.id}, 'stored', 'x.pdf', 'application/pdf', 1000, 'x', gen_random_uuid()::text, gen_random_uuid()::text, 1, business_now(), business_now())`.execute(
        db,
      );
}
/** The catalogue with the court of Clermont elsewhere. */
const seatedIn = (courtSeat: CourtSeat): Catalogue => ({
  ...catalogue,
  academy: (code) => {
    const academy = catalogue.academy(code);
    return academy === undefined ? undefined : { ...academy, courtSeat };
  },
});
const REASONS = { words: 'Un bail se redemande.', ground: "Notice d'information, pièces à fournir" };
const propose = (more = {}) =>
  proposeCancellation(papers, SYSTEM, { ...whose(), officerId: OFFICER, ...REASONS, ...more });
const take = (step: CancellationStep, officerId = HEAD, more = {}) =>
  decideCancellation(papers, SYSTEM, { ...whose(), officerId, step, note: null, ...more });
const status = async () => (await reread(db, made.candidate, made.enrolment.id)).status;
const state = async () => (await findCancellations(db, made.enrolment.id))[0]?.state;
/** What anybody who holds the last annulment is told of it. */
const verified = async () => {
  const paper = (await listPapers(db, null, made.enrolment.id)).find(({ kind }) => kind === 'cancellation');
  return publicVerification(db).verify({ code: paper?.code ?? '', name: '' });
};
const told = async () =>
  (await mailsTo(db, made.candidate.address)).filter(({ template }) => /cancelled|restored/.test(template));

describe('An annulment', () => {
  it('is written by one person and approved by another, waits untold until the next working day, then ends the enrolment by a paper and a mail', async () => {
    expect(await propose()).toMatchObject({ ok: true });
    expect(await propose()).toMatchObject({ ok: true });
    expect(await propose({ officerId: HEAD })).toMatchObject({ error: { code: 'standing' } });
    expect(await take('approve', OFFICER)).toMatchObject({ error: { code: 'one-person' } });
    expect(await take('approve')).toMatchObject({ ok: true });
    await at('2023-12-26T09:59:00+01:00');
    await carryOutCancellations(papers);
    expect([await status(), await state(), await told()]).toEqual(['registered', 'approved', []]);
    await at('2023-12-26T10:00:30+01:00');
    await Promise.all([carryOutCancellations(papers), carryOutCancellations(papers)]);
    expect([await status(), await state()]).toEqual(['cancelled', 'done']);
    expect((await listHearings(db, [made.enrolment.id])).map(({ outcome }) => outcome)).toEqual(['decided']);
    const [mail, ...others] = await told();
    expect(others).toEqual([]);
    expect(mail?.subject).toBe(`Votre inscription ${made.enrolment.number} est annulée`);
    for (const said of [
      REASONS.words,
      REASONS.ground,
      '- Justificatif de domicile (DOMICIL)',
      'R421-1',
      'L411-2',
      'L221-8',
    ])
      expect(mail?.body).toContain(said);
    expect(mail?.body).not.toMatch(/sans appel/i);
    await papers.jobs.run();
    const paper = (await listPapers(db, null, made.enrolment.id)).find(({ kind }) => kind === 'cancellation');
    expect(paper).toMatchObject({ reference: `${made.enrolment.number}-A1`, pdf: expect.anything() });
    expect(await verified()).toMatchObject({ value: { state: 'valid' } });
    const { rows } = await sql<{ content: string }>`select content::text from paper where id = ${paper?.id}`.execute(
      db,
    );
    for (const said of [
      REASONS.words,
      REASONS.ground,
      'DOMICIL',
      'Vos observations ont été lues',
      'tribunal administratif',
      '2 décembre',
    ])
      expect(rows[0]?.content.replaceAll('\u00a0', ' ')).toContain(said);
    const entries = await readStream(db, `enrolment:${made.enrolment.id}`, 30);
    expect(JSON.stringify(entries)).not.toContain(REASONS.words);
    expect(entries.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['cancellation.proposed', 'cancellation.approved', 'enrolment.cancelled']),
    );
  });

  it('approved on a Friday evening before Christmas it takes effect on the Tuesday, in Alsace-Moselle on the Wednesday', async () => {
    const seats = { mainland: '2023-12-26T19:00:00+01:00', 'alsace-moselle': '2023-12-27T19:00:00+01:00' } as const;
    for (const courtSeat of ['mainland', 'alsace-moselle'] as const) {
      await at('2023-12-22T19:00:00+01:00');
      expect(await propose()).toMatchObject({ ok: true });
      const there = { ...papers, catalogue: () => seatedIn(courtSeat) };
      const order = { ...whose(), officerId: HEAD, step: 'approve', note: null } as const;
      expect(await decideCancellation(there, SYSTEM, order)).toMatchObject({ ok: true });
      const all = await findCancellations(db, made.enrolment.id);
      const approved = all.find((one) => one.state === 'approved');
      expect(approved?.takesEffectAt?.round('minute').toString(), courtSeat).toBe(
        Temporal.Instant.from(seats[courtSeat]).toString(),
      );
      expect(await take('undo')).toMatchObject({ ok: true });
    }
  });

  it('takes effect on no Sunday, whatever the hour that an earlier version gave it', async () => {
    await propose();
    await take('approve');
    await sql`update cancellation set takes_effect_at = '2023-12-24T10:00:00+01:00' where state = 'approved'`.execute(
      db,
    );
    for (const day of ['2023-12-24T10:01:00+01:00', '2023-12-25T10:01:00+01:00']) {
      await at(day);
      await carryOutCancellations(papers);
      expect([await status(), await state()], day).toEqual(['registered', 'approved']);
    }
    await at('2023-12-26T00:01:00+01:00');
    await carryOutCancellations(papers);
    expect([await status(), await state()]).toEqual(['cancelled', 'done']);
  });

  it('is not proposed while nobody was invited, the invitation runs, nothing is missing, or the service failed the candidate', async () => {
    await at('2023-12-22T16:59:00+01:00');
    expect(await propose()).toMatchObject({ error: { code: 'not-expired' } });
    const other = await registered();
    await at('2023-12-23T10:00:00+01:00');
    expect(await propose({ id: other.enrolment.id })).toMatchObject({ error: { code: 'not-expired' } });
    expect(await propose({ academy: 'lyon' })).toMatchObject({ error: { code: 'not-found' } });
    await give((code) => code === 'DOMICIL');
    expect(await propose()).toMatchObject({ error: { code: 'nothing-missing' } });
    await withdraw(db, { events: papers.events, catalogue }, made);
    expect(await propose()).toMatchObject({ error: { code: 'ended' } });
  });

  it('comes to nothing when it is dropped, undone before it takes effect, or no longer true; and may be proposed again', async () => {
    await propose();
    expect(await take('undo')).toMatchObject({ error: { code: 'decided-meanwhile' } });
    expect(await take('drop', OFFICER)).toMatchObject({ ok: true });
    expect(await take('approve')).toMatchObject({ error: { code: 'decided-meanwhile' } });
    await propose();
    await take('approve');
    expect(await take('undo', OFFICER)).toMatchObject({ ok: true });
    await propose();
    await take('approve');
    await give((code) => code === 'DOMICIL');
    await at('2023-12-26T10:01:00+01:00');
    await carryOutCancellations(papers);
    expect(await status()).toBe('registered');
    expect((await findCancellations(db, made.enrolment.id)).map((one) => one.state).toSorted()).toEqual([
      'dropped',
      'undone',
      'void',
    ]);
    expect(await told()).toEqual([]);
  });

  it('comes to nothing when an extension gives time again within its day, and may be proposed once that is over', async () => {
    await propose();
    await take('approve');
    const dueAt = Temporal.Instant.from('2024-01-05T17:00:00+01:00');
    const groups = [...new Set((await listPieces(db, made.enrolment.id)).map(({ group }) => group))];
    await db.transaction().execute((tx) =>
      moveSession(
        tx,
        made.enrolment.session,
        groups.map((code) => ({ code, dueAt })),
        null,
      ),
    );
    await at('2023-12-26T10:01:00+01:00');
    await carryOutCancellations(papers);
    expect([await status(), await state(), await told()]).toEqual(['registered', 'void', []]);
    expect(await propose()).toMatchObject({ error: { code: 'nothing-missing' } });
    await at('2024-01-05T18:00:00+01:00');
    expect(await propose()).toMatchObject({ ok: true });
  });

  it('waits, as the invitation does, while a file of its candidate waits to be read: neither proposed, approved, carried out nor void', async () => {
    const unread = (is: boolean) =>
      sql`update deposit set unread = ${is} where id = (select id from deposit where enrolment_id = ${made.enrolment.id} order by id limit 1)`.execute(
        db,
      );
    const waits = { error: { code: 'being-read' } };
    await unread(true);
    expect(await propose()).toMatchObject(waits);
    expect(await inviteToRegularise(papers, SYSTEM, { ...whose(), officerId: OFFICER })).toMatchObject(waits);
    await unread(false);
    await propose();
    await unread(true);
    expect(await take('approve')).toMatchObject(waits);
    await unread(false);
    await take('approve');
    await unread(true);
    await at('2023-12-26T10:00:30+01:00');
    await carryOutCancellations(papers);
    expect([await status(), await state()]).toEqual(['registered', 'approved']);
    await unread(false);
    await carryOutCancellations(papers);
    expect([await status(), await state()]).toEqual(['cancelled', 'done']);
  });

  it('is not approved once the piece has come', async () => {
    await propose();
    await give((code) => code === 'DOMICIL');
    expect(await take('approve')).toMatchObject({ error: { code: 'nothing-missing' } });
    expect(await state()).toBe('proposed');
  });

  it('is not proposed while the candidate has time of their own, which nobody grants beside it; after that time it may be', async () => {
    const grant = (more = {}) =>
      grantTime(papers, SYSTEM, {
        ...whose(),
        officerId: OFFICER,
        day: Temporal.PlainDate.from('2024-01-10'),
        reason: 'Le service a perdu votre envoi.',
        ...more,
      });
    await propose();
    expect(await grant()).toMatchObject({ error: { code: 'decided-already' } });
    await take('drop');
    expect(await grant({ academy: 'lyon' })).toMatchObject({ error: { code: 'not-found' } });
    const twice = await Promise.all([grant(), grant()]);
    expect(twice).toMatchObject([{ ok: true }, { ok: true }]);
    const mails = (await mailsTo(db, made.candidate.address)).filter(({ template }) => template === 'time.granted');
    expect(mails).toHaveLength(1);
    expect(mails[0]?.body).toContain('Le service a perdu votre envoi.');
    expect(await propose()).toMatchObject({ error: { code: 'nothing-missing' } });
    await at('2024-01-10T23:59:00+01:00');
    expect(await propose()).toMatchObject({ error: { code: 'nothing-missing' } });
    await at('2024-01-11T00:00:00+01:00');
    expect(await propose()).toMatchObject({ ok: true });
    await take('drop');
    await give((code) => code === 'DOMICIL');
    expect(await grant({ day: Temporal.PlainDate.from('2024-02-10') })).toMatchObject({
      error: { code: 'nothing-awaited' },
    });
    await withdraw(db, { events: papers.events, catalogue }, made);
    expect(await grant()).toMatchObject({ error: { code: 'ended' } });
    await expect(sql`update granted_time set reason = 'x'`.execute(db)).rejects.toThrow('kept');
  });

  it('of a candidate who withdrew meanwhile changes nothing', async () => {
    await propose();
    await take('approve');
    await withdraw(db, { events: papers.events, catalogue }, made);
    await at('2023-12-26T10:01:00+01:00');
    await carryOutCancellations(papers);
    expect([await status(), await state()]).toEqual(['withdrawn', 'void']);
  });

  it('is reversed with words that the candidate reads, never beside another enrolment of theirs', async () => {
    await propose();
    await take('approve');
    await at('2023-12-26T10:01:00+01:00');
    await carryOutCancellations(papers);
    expect(await take('undo')).toMatchObject({ error: { code: 'decided-meanwhile' } });
    const rival = await registered();
    await sql`update enrolment set candidate_id = ${made.candidate.accountId} where id = ${rival.enrolment.id}`.execute(
      db,
    );
    const note = 'La pièce était bien parvenue.';
    await at('2023-12-27T10:00:00+01:00');
    expect(await take('reverse', HEAD, { note })).toMatchObject({ error: { code: 'already-enrolled' } });
    await sql`update enrolment set status = 'withdrawn' where id = ${rival.enrolment.id}`.execute(db);
    expect(await take('reverse', HEAD, { note })).toMatchObject({ ok: true });
    expect([await status(), await state()]).toEqual(['registered', 'reversed']);
    expect(await verified()).toMatchObject({ value: { state: 'cancelled' } });
    const mails = await told();
    expect(mails.at(-1)?.subject).toBe(`Votre inscription ${made.enrolment.number} est rétablie`);
    expect(mails.at(-1)?.body).toContain(note);
    expect(mails.at(-1)?.body).toMatch(/reste à faire\s:\n- Déposer\sjusqu'au\s.*11\sjanvier\s2024\sinclus.*DOMICIL/);
    // Their new days over, they are invited anew: the invitation of before was followed by a decision.
    await at('2024-02-20T10:00:00+01:00');
    expect(await propose()).toMatchObject({ error: { code: 'not-expired' } });
    expect(await take('reverse', HEAD, { note })).toMatchObject({ error: { code: 'decided-meanwhile' } });
  });

  it('is never approved by who proposed it, whatever asks the table; and is kept', async () => {
    await propose();
    await expect(
      sql`update cancellation set state = 'approved', approved_by = proposed_by, approved_at = now(), takes_effect_at = now()`.execute(
        db,
      ),
    ).rejects.toThrow('check');
    await expect(sql`delete from cancellation`.execute(db)).rejects.toThrow('kept');
  });
});
