import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { accountId } from '../../accounts/index.ts';
import { declareDisabledWorker, enrolmentStream } from '../../enrolment/index.ts';
import { readStream, SYSTEM } from '../../platform/journal.ts';
import { neverTold } from '../../testing/delegations.ts';
import { onePage } from '../../testing/documents/pdfFile.ts';
import {
  type Answered,
  COIFFURE,
  findCandidate,
  MACON_WITH_HANDICAP,
  modifiedEnrolment,
  reread,
  type TestEnrolment,
} from '../../testing/enrolments.ts';
import { pieceRoom } from '../../testing/pieceSite.ts';
import { stage } from '../../testing/stage.ts';
import type { PieceDecision, PieceWithFiles } from '../piece.ts';
import { listPieces } from '../store/pieces.ts';
import { depositFile } from './depositFile.ts';
import { handOverGroup } from './handOverGroup.ts';
import { removeDeposit } from './removeDeposit.ts';
import { reviewPiece } from './reviewPiece.ts';

const CERTIFICATES = ['R408A3', 'R408A4', 'R408A5'];

const { db, catalogue, events, deps, registered, setClock } = await stage(pieceRoom());

const PDF = onePage();
const enrolled = (answers: Answered = MACON_WITH_HANDICAP) => registered({ answers });
const piece = async (own: TestEnrolment, code: string): Promise<PieceWithFiles> => {
  const found = (await listPieces(db, own.enrolment.id)).find((one) => one.code === code);
  if (found === undefined) throw new Error(`${code} is not there`);
  return found;
};
const give = (own: TestEnrolment, code: string) =>
  depositFile(deps, SYSTEM, {
    enrolmentId: own.enrolment.id,
    candidateId: own.candidate.accountId,
    code,
    key: null,
    file: { name: 'rqth.pdf', content: Readable.from([PDF]), isTruncated: () => false },
  });
const handOver = (own: TestEnrolment) =>
  handOverGroup(deps, SYSTEM, own.enrolment.id, own.candidate.accountId, 'travail-en-hauteur');
const order = async (own: TestEnrolment, code: string, decision: PieceDecision, rowVersion?: number) => {
  const found = await piece(own, code);
  return {
    academy: 'clermont',
    mayDecide: () => true,
    mayUnvalidate: true,
    untold: neverTold,
    pieceId: found.id,
    decision,
    comment: decision === 'non-compliant' ? "La RQTH n'est plus valable." : null,
    rowVersion: rowVersion ?? found.rowVersion,
    officerId: randomUUID(),
    receivedOn: null,
    onPaper: false,
  };
};
const decide = async (own: TestEnrolment, code: string, decision: PieceDecision, rowVersion?: number) =>
  reviewPiece(deps, SYSTEM, await order(own, code, decision, rowVersion));
const states = async (own: TestEnrolment): Promise<string> =>
  (await Promise.all(CERTIFICATES.map(async (code) => (await piece(own, code)).status))).join(' ');
const journal = async (own: TestEnrolment) => readStream(db, enrolmentStream(own.enrolment.id), 50);
/** Everything due at the closing is given and accepted. */
async function allAccepted(own: TestEnrolment): Promise<void> {
  const due = (await listPieces(db, own.enrolment.id)).filter((one) => one.countsForValidation);
  for (const { code } of due) expect((await give(own, code)).ok).toBe(true);
  for (const { code } of due) expect((await decide(own, code, 'compliant')).ok).toBe(true);
}

describe('La dispense R.408', () => {
  it('is offered beside the certificates, by the same day, and counts for nothing', async () => {
    const own = await enrolled();
    const waiver = await piece(own, 'R408DISP');
    const certificate = await piece(own, 'R408A3');
    expect(waiver).toMatchObject({
      confidential: true,
      excuses: CERTIFICATES,
      countsForValidation: false,
      status: 'none',
    });
    expect([waiver.group, String(waiver.dueAt)]).toEqual([certificate.group, String(certificate.dueAt)]);
    expect(certificate).toMatchObject({ confidential: false, excuses: [], excusedBy: null });
  });

  it('is given and taken back like another piece', async () => {
    const own = await enrolled();
    expect((await give(own, 'R408DISP')).ok).toBe(true);
    expect((await give(own, 'R408DISP')).ok).toBe(true);
    const [first] = (await piece(own, 'R408DISP')).files;
    const taken = await removeDeposit(deps, SYSTEM, {
      enrolmentId: own.enrolment.id,
      candidateId: own.candidate.accountId,
      code: 'R408DISP',
      depositId: first?.id ?? '',
    });
    expect([taken.ok, (await piece(own, 'R408DISP')).files.length]).toEqual([true, 1]);
  });

  it('handed over alone, locks itself and leaves the certificates open', async () => {
    const own = await enrolled();
    expect(await handOver(own)).toMatchObject({ ok: false, error: { code: 'pieces-missing' } });
    await give(own, 'R408DISP');
    expect((await handOver(own)).ok).toBe(true);
    expect(await give(own, 'R408DISP')).toMatchObject({ ok: false, error: { code: 'handed-over' } });
    expect((await give(own, 'R408A3')).ok).toBe(true);
    expect((await handOver(own)).ok).toBe(true);
    expect((await piece(own, 'R408A3')).handedOverAt).not.toBeNull();
    expect((await piece(own, 'R408A4')).handedOverAt).toBeNull();
    // Twice is once.
    expect((await handOver(own)).ok).toBe(true);
  });

  it('found compliant, excuses them, with the reason, and they take no file and no decision', async () => {
    const own = await enrolled();
    await give(own, 'R408A4');
    await give(own, 'R408DISP');
    expect((await decide(own, 'R408DISP', 'compliant')).ok).toBe(true);
    expect(await states(own)).toBe('exempted exempted exempted');
    expect((await piece(own, 'R408A3')).excusedBy).toBe('R408DISP');
    expect(await give(own, 'R408A3')).toMatchObject({ ok: false, error: { code: 'exempted' } });
    expect(await decide(own, 'R408A4', 'non-compliant')).toMatchObject({ ok: false, error: { code: 'exempted' } });
    expect(await states(own)).toBe('exempted exempted exempted');
  });

  it('taken back, gives each certificate back as it was', async () => {
    const own = await enrolled();
    for (const code of [...CERTIFICATES, 'R408DISP']) await give(own, code);
    await decide(own, 'R408A3', 'compliant');
    await decide(own, 'R408A4', 'non-compliant');
    expect(await states(own)).toBe('compliant non-compliant none');
    await decide(own, 'R408DISP', 'compliant');
    expect(await states(own)).toBe('compliant exempted exempted');
    await decide(own, 'R408DISP', 'received');
    expect(await states(own)).toBe('compliant non-compliant none');
    const [a4, a5] = [await piece(own, 'R408A4'), await piece(own, 'R408A5')];
    expect([a4.comment, a4.excusedBy, a5.files.length]).toEqual(["La RQTH n'est plus valable.", null, 1]);
    await decide(own, 'R408DISP', 'compliant');
    await decide(own, 'R408DISP', 'non-compliant');
    expect(await states(own)).toBe('compliant non-compliant none');
    expect((await give(own, 'R408DISP')).ok).toBe(true);
    expect((await decide(own, 'R408DISP', 'compliant')).ok).toBe(true);
    expect(await states(own)).toBe('compliant exempted exempted');
  });

  it('excuses at once a certificate that is found non compliant after it', async () => {
    const own = await enrolled();
    for (const code of ['R408A3', 'R408DISP']) await give(own, code);
    await decide(own, 'R408A3', 'compliant');
    await decide(own, 'R408DISP', 'compliant');
    await decide(own, 'R408A3', 'non-compliant');
    expect((await piece(own, 'R408A3')).status).toBe('exempted');
  });

  it('of two officers, only the first decides; the waiver seen before its change excuses nothing', async () => {
    const own = await enrolled();
    await give(own, 'R408DISP');
    const { rowVersion } = await piece(own, 'R408DISP');
    const orders = [await order(own, 'R408DISP', 'compliant'), await order(own, 'R408DISP', 'non-compliant')];
    const done = await Promise.all(orders.map((one) => reviewPiece(deps, SYSTEM, one)));
    expect(done.filter((one) => one.ok)).toHaveLength(1);
    expect(done.find((one) => !one.ok)).toMatchObject({ error: { code: 'decided-meanwhile' } });
    const first = done[0]?.ok === true;
    expect(await states(own)).toBe(first ? 'exempted exempted exempted' : 'none none none');
    expect(await decide(own, 'R408DISP', 'compliant', rowVersion)).toMatchObject({
      ok: false,
      error: { code: 'decided-meanwhile' },
    });
  });

  it('and a certificate decided at the same instant never end half excused', async () => {
    const own = await enrolled();
    for (const code of ['R408A3', 'R408DISP']) await give(own, code);
    const orders = [await order(own, 'R408DISP', 'compliant'), await order(own, 'R408A3', 'non-compliant')];
    await Promise.all(orders.map((one) => reviewPiece(deps, SYSTEM, one)));
    expect(await states(own)).toBe('exempted exempted exempted');
    await decide(own, 'R408DISP', 'received');
    expect(['none', 'non-compliant']).toContain((await piece(own, 'R408A3')).status);
  });

  it('that nobody gave is not decided on', async () => {
    const own = await enrolled();
    expect(await decide(own, 'R408DISP', 'compliant')).toMatchObject({
      ok: false,
      error: { code: 'nothing-to-check' },
    });
    expect(await states(own)).toBe('none none none');
  });

  it('begins too late at its due instant, like the certificates', async () => {
    const own = await enrolled();
    await setClock('2024-03-07T23:50:00+01:00');
    expect((await give(own, 'R408DISP')).ok).toBe(true);
    await setClock('2024-03-08T00:00:00+01:00');
    expect(await give(own, 'R408DISP')).toMatchObject({ ok: false, error: { code: 'closed' } });
  });
});

describe('Le droit à la dispense', () => {
  const NO_ARRANGEMENT = {
    ...MACON_WITH_HANDICAP,
    informations: { ...MACON_WITH_HANDICAP.informations, handicap: 'non' },
  };
  const codes = async (own: TestEnrolment): Promise<readonly string[]> =>
    (await listPieces(db, own.enrolment.id))
      .filter(({ status }) => status !== 'not-applicable')
      .map(({ code }) => code);
  const declare = (own: TestEnrolment, declared: boolean) =>
    declareDisabledWorker({ db, events, catalogue: () => catalogue, findCandidate }, SYSTEM, {
      id: own.enrolment.id,
      candidateId: own.candidate.accountId,
      declared,
    });

  it('is the status alone: « handicap : non » for arrangements does not hide it', async () => {
    const own = await enrolled(NO_ARRANGEMENT);
    expect(await codes(own)).toContain('R408DISP');
    expect((await give(own, 'R408DISP')).ok).toBe(true);
  });

  it('is said after the closing too, as long as the certificates are awaited: version, signature, pieces stand', async () => {
    const own = await enrolled({
      ...NO_ARRANGEMENT,
      qualification: { ...MACON_WITH_HANDICAP.qualification, disabledWorker: 'non' },
    });
    const before = await codes(own);
    expect(before).not.toContain('R408DISP');
    const history = await journal(own);
    await setClock('2024-02-01T10:00:00+01:00');
    expect(await declare(own, true)).toEqual({ ok: true, value: null });
    expect(await codes(own)).toEqual([...before, 'R408DISP']);
    expect((await reread(db, own.candidate, own.enrolment.id)).version).toBe(1);
    expect(await journal(own)).toEqual(history);
    await declare(own, false);
    expect(await codes(own)).toEqual(before);
    expect(
      await declare({ ...own, candidate: { ...own.candidate, accountId: accountId(randomUUID()) } }, true),
    ).toMatchObject({
      ok: false,
    });
  });

  it('is nothing where no certificate is asked', async () => {
    expect(await declare(await enrolled({}), true)).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });
});

describe('La validation', () => {
  it('never waits for a certificate nor for its waiver, and stands when the waiver falls', async () => {
    const own = await enrolled();
    await allAccepted(own);
    const status = async () => (await reread(db, own.candidate, own.enrolment.id)).status;
    expect(await status()).toBe('validated');
    await give(own, 'R408DISP');
    await decide(own, 'R408DISP', 'compliant');
    await decide(own, 'R408DISP', 'non-compliant');
    expect(await status()).toBe('validated');
  });

  it('where certificates count, takes the excuse into account, and its end', async () => {
    const own = await enrolled();
    await allAccepted(own);
    await sql`update piece set counts_for_validation = true where enrolment_id = ${own.enrolment.id} and code like 'R408A%'`.execute(
      db,
    );
    const status = async () => (await reread(db, own.candidate, own.enrolment.id)).status;
    await give(own, 'R408DISP');
    await decide(own, 'R408DISP', 'received');
    expect(await status()).toBe('registered');
    await decide(own, 'R408DISP', 'compliant');
    expect(await status()).toBe('validated');
    await decide(own, 'R408DISP', 'received');
    expect(await status()).toBe('registered');
  });
});

describe('Une inscription modifiée', () => {
  const NO_STATUS = { qualification: { ...MACON_WITH_HANDICAP.qualification, disabledWorker: 'non' } };

  it('without the status makes the waiver « sans objet » and asks for the certificates again; with it, as before', async () => {
    const own = await enrolled();
    await give(own, 'R408DISP');
    await decide(own, 'R408DISP', 'compliant');
    const without = await modifiedEnrolment(db, { events, catalogue }, own, NO_STATUS);
    expect((await piece(own, 'R408DISP')).status).toBe('not-applicable');
    expect(await states(own)).toBe('none none none');
    expect(await give(own, 'R408DISP')).toMatchObject({ ok: false, error: { code: 'not-asked' } });
    await modifiedEnrolment(db, { events, catalogue }, without, {
      qualification: MACON_WITH_HANDICAP.qualification,
    });
    expect((await piece(own, 'R408DISP')).status).toBe('compliant');
    expect(await states(own)).toBe('exempted exempted exempted');
  });

  it('of another trade without R.408 asks for no certificate and offers no waiver', async () => {
    const own = await enrolled();
    await give(own, 'R408DISP');
    await decide(own, 'R408DISP', 'compliant');
    await modifiedEnrolment(db, { events, catalogue }, own, {
      ...COIFFURE,
      informations: { ...COIFFURE.informations, handicap: 'oui' },
    });
    expect((await piece(own, 'R408DISP')).status).toBe('not-applicable');
    expect(await states(own)).toBe('not-applicable not-applicable not-applicable');
    expect((await piece(own, 'R408A3')).excusedBy).toBeNull();
  });
});

describe('Le journal', () => {
  it('names the pieces that are excused, marks what is confidential, and holds no word about health', async () => {
    const own = await enrolled();
    await give(own, 'R408DISP');
    await handOver(own);
    await decide(own, 'R408DISP', 'compliant');
    await decide(own, 'R408DISP', 'non-compliant');
    const entries = (await journal(own)).filter(({ name }) => name.startsWith('piece'));
    expect(entries.map(({ name }) => name).toReversed()).toEqual([
      'piece.deposited',
      'pieces.handedOver',
      'piece.reviewed',
      'pieces.excused',
      'piece.reviewed',
      'pieces.dueAgain',
    ]);
    const data = (name: string) => entries.filter((one) => one.name === name).map((one) => one.data);
    expect(data('pieces.handedOver')).toEqual([expect.objectContaining({ pieces: [], confidential: true })]);
    expect(data('pieces.excused')).toEqual([expect.objectContaining({ pieces: CERTIFICATES })]);
    for (const one of [...data('piece.deposited'), ...data('piece.reviewed')])
      expect(one).toMatchObject({ confidential: true });
    expect(JSON.stringify(entries)).not.toMatch(/RQTH|rqth|valable/);
  });
});
