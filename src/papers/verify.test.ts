import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { COIFFURE, modifiedEnrolment, type TestEnrolment, withdraw } from '../testing/enrolments.ts';
import { stage } from '../testing/stage.ts';
import { readPdf } from './actions/printPaper.ts';
import { publicVerification } from './actions/verifyPaper.ts';
import type { Paper, PaperKind } from './paper.ts';
import { findLatest, insertPapers, listPapers } from './store.ts';
import { papersRoom } from './testing.ts';
import { squaresOn } from './testingPdf.ts';
import { readSquare } from './verification/square.ts';

const { db, catalogue, papers, registered } = await stage(papersRoom());
const making = { events: papers.events, catalogue };

const verify = async (code: string, name = '') => {
  const verified = await publicVerification(db).verify({ code, name });
  return verified.ok ? verified.value : verified.error;
};
const latest = async ({ enrolment }: TestEnrolment, kind: PaperKind = 'confirmation'): Promise<Paper> => {
  const paper = await findLatest(db, enrolment.id, kind);
  if (paper === null) throw new Error(`No ${kind}`);
  return paper;
};
const squaresOf = async (paper: Paper): Promise<readonly string[]> => squaresOn(await readPdf(papers, paper));

describe('A paper in somebody’s hand', () => {
  it('is ours, says its title, exam, reference, day and initials, and nothing else of the candidate', async () => {
    const made = await registered();
    const { code, reference } = await latest(made);
    const told = await verify(code ?? '');
    expect(told).toEqual({
      state: 'valid',
      title: "Confirmation d'inscription",
      subject: expect.stringContaining('Coiffure'),
      reference,
      day: Temporal.PlainDate.from('2023-11-15'),
      initials: 'C.\u00a0M.',
      page: null,
      nameFits: null,
      seal: null,
    });
    expect(JSON.stringify(told)).not.toMatch(/Martin|Camille|Aurillac/);
  });

  it('tells whether the name is the printed one, with its civility or without, in any case', async () => {
    const { code } = await latest(await registered());
    for (const name of ['Camille Martin', 'MME CAMILLE MARTIN', ' camille  martin '])
      expect(await verify(code ?? '', name)).toMatchObject({ nameFits: true });
    for (const name of ['Camille', 'Martin', 'Camille Durand', 'M. Camille Martin '])
      expect(await verify(code ?? '', name)).toMatchObject({ nameFits: false });
  });

  it('is replaced once a later version is issued, without effect once the enrolment ended', async () => {
    const made = await registered();
    const first = await latest(made);
    await modifiedEnrolment(db, making, made, {
      identification: { ...COIFFURE.identification, city: 'Saint-Flour' },
    });
    expect(await verify(first.code ?? '')).toMatchObject({ state: 'superseded' });
    const second = await latest(made);
    expect(await verify(second.code ?? '')).toMatchObject({ state: 'valid', reference: second.reference });
    await withdraw(db, making, made);
    for (const { code } of await listPapers(db, null, made.enrolment.id))
      expect(await verify(code ?? '')).toMatchObject({ state: 'cancelled' });
  });

  it('that tells of a cancellation holds while the enrolment is cancelled, and no longer once it is reinstated', async () => {
    const made = await registered();
    const { enrolment } = made;
    const { content } = await latest(made);
    const paper = { enrolment, kind: 'cancellation', version: 1, reference: `${enrolment.number}-A1` } as const;
    await db
      .transaction()
      .execute((tx) =>
        insertPapers(tx, [{ ...paper, code: '0123456789AB', content: { ...content, title: 'Annulation' } }]),
      );
    const become = (status: string) =>
      sql`update enrolment set status = ${status} where id = ${enrolment.id}`.execute(db);
    await become('cancelled');
    expect(await verify('0123-4567-89AB')).toMatchObject({ state: 'valid', title: 'Annulation' });
    await become('registered');
    expect(await verify('0123-4567-89AB')).toMatchObject({ state: 'cancelled' });
  });

  it('is unknown when nothing bears its code; what can’t be a code is said to be none', async () => {
    expect(await verify('0000-0000-0000')).toEqual({ state: 'unknown' });
    for (const typed of ['', 'BP24-00001-U', "' or 1=1 --", '\u0000', '7'.repeat(9_000)])
      expect(await verify(typed)).toBe('unreadable');
  });
});

describe('The square code', () => {
  it('of each page of a confirmation says enrolment, version and page, and a scan of it is verified', async () => {
    const made = await registered();
    const paper = await latest(made);
    const squares = await squaresOf(paper);
    expect(squares).toHaveLength(2);
    for (const [index, text] of squares.entries()) {
      expect(text).toMatch(/^HTTPS:\/\/REGISTRE\.EXAMPLE\/V\/[0-9A-Z]+$/);
      expect(readSquare(text)?.square).toMatchObject({ page: index + 1, reference: paper.reference, code: paper.code });
      expect(await verify(text)).toMatchObject({ state: 'valid', page: index + 1, reference: paper.reference });
    }
  });

  it('of another paper is the same on all its pages', async () => {
    const paper = await latest(await registered(), 'pieces-request');
    const squares = new Set(await squaresOf(paper));
    expect(squares.size).toBe(1);
    expect(await verify([...squares][0] ?? '')).toMatchObject({ state: 'valid', page: null });
  });

  it('signed by another installation, or by a key that was revoked, proves nothing', async () => {
    const paper = await latest(await registered());
    const foreign = { ...papers, secret: 'the secret of another installation' };
    const [theirs = ''] = await squaresOn(await readPdf(foreign, paper));
    const { keys } = publicVerification(db);
    expect(await verify(theirs)).toMatchObject({ state: 'valid' });
    const { keyId } = readSquare(theirs)?.square ?? { keyId: '' };
    expect((await keys()).map(({ id }) => id)).toContain(keyId);
    await db
      .updateTable('verification_key')
      .set({ revoked_at: new Date().toISOString() as never })
      .where('id', '=', keyId)
      .execute();
    expect(await verify(theirs)).toEqual({ state: 'unknown' });
    expect((await keys()).map(({ id }) => id)).not.toContain(keyId);
    // The typed code is looked up, and needs no key.
    expect(await verify(paper.code ?? '')).toMatchObject({ state: 'valid' });
  });

  it('is on no paper that was issued before there were codes, and that paper is still printed', async () => {
    const paper = await latest(await registered());
    const bytes = await readPdf(papers, {
      ...paper,
      code: null,
      pdf: null,
      content: { ...paper.content, pages: null },
    });
    await expect(squaresOn(bytes)).rejects.toThrow();
  });
});
