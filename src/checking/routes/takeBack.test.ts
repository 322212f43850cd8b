import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { enrolmentStream, findEnrolmentOf } from '../../enrolment/index.ts';
import { listPieces } from '../../pieces/index.ts';
import { readStream } from '../../platform/journal.ts';
import { silentLog } from '../../platform/log.ts';
import { officeRoom } from '../../testing/desk.ts';
import { type Browser, MACON_WITH_HANDICAP, ORDINARY_DAY, type TestEnrolment } from '../../testing/enrolments.ts';
import { giveFile, pieceOf } from '../../testing/officeSite.ts';
import { stage } from '../../testing/stage.ts';
import { fieldOn } from '../../testing/words.ts';
import { mendLists } from '../actions/mendLists.ts';

/** A slip of the finger, mended within 30 seconds as if it had never been. */
let made: TestEnrolment;
const { db, files, registered, setClock, staff } = await stage(officeRoom, {
  staff: {
    officer: { name: 'Dominique Robert' },
    colleague: { name: 'Paul Roux' },
    accommodation: 'accommodation',
  },
});
const { officer, colleague, accommodation } = staff;

beforeEach(async () => {
  await setClock(ORDINARY_DAY);
  await sql`update enrolment set status = 'set-aside', ended_at = business_now() where status in ('registered', 'validated')`.execute(
    db,
  );
  made = await registered({ status: { birthName: 'Lefèvre' } });
});

const piece = (code: string) => pieceOf(db, made.enrolment.id, code);
const give = async (code: string): Promise<string> => giveFile(db, files, await piece(code));
const enrolment = async () => {
  const found = await findEnrolmentOf(db, 'clermont', made.enrolment.id);
  if (found === null) throw new Error('gone');
  return found;
};

/** Decides as the page asks; gives the page that follows. */
async function decide(who: Browser, code: string, decision: string, fields: Record<string, string> = {}) {
  const at = `/gestion/pieces/${(await piece(code)).id}`;
  const { body } = await who.get(at);
  const seen = ['version', 'decisions-vues', 'fichiers-vus', 'sur-papier'].map((name) => [name, fieldOn(body, name)]);
  const comment = decision === 'non-compliant' ? 'Trop ancien.' : '';
  const done = await who.post(at, { ...Object.fromEntries(seen), decision, comment, ...fields });
  expect(done.status).toBe(303);
  return who.get(done.location);
}
const takeBack = async (who: Browser, code: string, review: string) =>
  who.post(`/gestion/pieces/${(await piece(code)).id}/reprise`, { 'decision-prise': review });
const slip = async (code: string, decision: string, fields: Record<string, string> = {}): Promise<string> =>
  fieldOn((await decide(officer, code, decision, fields)).body, 'decision-prise');
/** All that counts, as paper pieces: the enrolment is then validated. */
async function acceptAll(): Promise<void> {
  for (const { code, countsForValidation, confidential } of await listPieces(db, made.enrolment.id))
    if (countsForValidation && !confidential) await decide(officer, code, 'compliant', { receivedOn: '13/11/2023' });
}

describe('A decision taken back', () => {
  it('leaves the piece deposited and handed over, as it was, and not « corrigée »', async () => {
    await give('DOMICIL');
    const before = await piece('DOMICIL');
    const { body } = await decide(officer, 'DOMICIL', 'non-compliant');
    expect(body).toContain('Reprendre la décision');
    expect(await piece('DOMICIL')).toMatchObject({ status: 'non-compliant', handedOverAt: null });
    const done = await takeBack(officer, 'DOMICIL', fieldOn(body, 'decision-prise'));
    expect(done.status).toBe(303);
    expect(await piece('DOMICIL')).toEqual({ ...before, rowVersion: before.rowVersion + 2 });
    const page = await officer.get(done.location);
    expect(page.body).toContain('La décision est reprise');
    expect(page.body).toContain('Non conforme (reprise aussitôt)');
    expect(page.body).not.toContain('corrigée');
    expect((await officer.get('/gestion/corbeille')).body).toContain('Lefèvre');
    expect((await officer.get('/gestion/corbeille?etat=corrigees')).body).not.toContain('Lefèvre Camille');
    expect(Object.values(await mendLists(db, silentLog)).filter((wrong) => wrong > 0)).toEqual([]);
    const story = await readStream(db, enrolmentStream(made.enrolment.id), 3);
    expect(story.map(({ name }) => name)).toContain('piece.reviewTakenBack');
    expect((await officer.get(`/gestion/dossiers/${made.enrolment.id}`)).body).toContain(
      'Décision reprise aussitôt (non conforme)',
    );
  });
  it('leaves what a decision before it said, with its comment and its time to correct', async () => {
    await give('DOMICIL');
    await decide(officer, 'DOMICIL', 'non-compliant', { comment: 'Illisible.' });
    const before = await piece('DOMICIL');
    await setClock(ORDINARY_DAY.add({ hours: 50 }));
    const review = await slip('DOMICIL', 'compliant');
    expect((await piece('DOMICIL')).correctableUntil).toBeNull();
    expect((await takeBack(officer, 'DOMICIL', review)).status).toBe(303);
    const { rowVersion: _, ...kept } = await piece('DOMICIL');
    expect(before).toMatchObject(kept);
  });
  it('may be decided again at once, and a second slip taken back too', async () => {
    await give('DOMICIL');
    await takeBack(officer, 'DOMICIL', await slip('DOMICIL', 'non-compliant'));
    const { location } = await takeBack(officer, 'DOMICIL', await slip('DOMICIL', 'received'));
    expect((await piece('DOMICIL')).status).toBe('none');
    await decide(officer, 'DOMICIL', 'compliant');
    expect((await piece('DOMICIL')).status).toBe('compliant');
    expect((await officer.get(location)).body, 'back in the browser').not.toContain('de nouveau comme avant');
  });
  it('pressed twice is taken back once', async () => {
    await give('DOMICIL');
    const review = await slip('DOMICIL', 'non-compliant');
    const both = await Promise.all([takeBack(officer, 'DOMICIL', review), takeBack(officer, 'DOMICIL', review)]);
    expect(both.map(({ status }) => status)).toEqual([303, 303]);
    expect((await sql`select from review_taken_back where review_id = ${review}`.execute(db)).rows).toHaveLength(1);
  });
});

describe('With it', () => {
  it('the signature is as it was, of the same instant', async () => {
    await give('CINSIG01');
    await sql`update enrolment set signed_version = version, signed_at = business_now() - interval '2 days' where id = ${made.enrolment.id}`.execute(
      db,
    );
    const before = (await enrolment()).signature;
    const review = await slip('CINSIG01', 'non-compliant');
    expect((await enrolment()).signature).toBeNull();
    await takeBack(officer, 'CINSIG01', review);
    expect((await enrolment()).signature).toEqual(before);
    // And a sheet that the slip had signed is signed no more.
    await sql`update enrolment set signed_version = null, signed_at = null where id = ${made.enrolment.id}`.execute(db);
    const signing = await slip('CINSIG01', 'compliant');
    expect((await enrolment()).signature).not.toBeNull();
    await takeBack(officer, 'CINSIG01', signing);
    expect((await enrolment()).signature).toBeNull();
  });
  it('a validation that the slip had made is undone, and one that it had undone stands since when it stood', async () => {
    await acceptAll();
    const validated = await enrolment();
    expect(validated.status).toBe('validated');
    const [last] = (await listPieces(db, made.enrolment.id)).filter((one) => one.reviewedAt !== null).slice(-1);
    await setClock(ORDINARY_DAY.add({ hours: 30 }));
    const refusal = await slip('DOMICIL', 'non-compliant', { unvalidate: 'oui' });
    expect((await enrolment()).status).toBe('registered');
    await takeBack(officer, 'DOMICIL', refusal);
    expect(await enrolment()).toMatchObject({ status: 'validated', validatedAt: validated.validatedAt });
    await decide(officer, last?.code ?? '', 'non-compliant', { unvalidate: 'oui' });
    const accepting = await slip(last?.code ?? '', 'compliant');
    expect((await enrolment()).status).toBe('validated');
    await takeBack(officer, last?.code ?? '', accepting);
    expect(await enrolment()).toMatchObject({ status: 'registered', validatedAt: null });
    const { body } = await officer.get(`/gestion/dossiers/${made.enrolment.id}`);
    expect(body).toContain('Validation rétablie\u00a0: un refus est repris');
    expect(body).toContain('Validation retirée\u00a0: une décision est reprise');
  });
  it('the pieces that a waiver excused are asked again', async () => {
    made = await registered({ answers: MACON_WITH_HANDICAP });
    await give('R408DISP');
    const excused = (await piece('R408DISP')).excuses.filter((code) => code.startsWith('R408'));
    const { body } = await decide(accommodation, 'R408DISP', 'compliant');
    const asked = async (): Promise<readonly string[]> =>
      (await listPieces(db, made.enrolment.id)).filter((one) => excused.includes(one.code)).map((one) => one.status);
    expect(await asked()).toContain('exempted');
    expect((await takeBack(officer, 'R408DISP', fieldOn(body, 'decision-prise'))).status).toBe(404);
    await takeBack(accommodation, 'R408DISP', fieldOn(body, 'decision-prise'));
    expect(await asked()).not.toContain('exempted');
  });
});

describe('It is too late', () => {
  it('after a minute: offered for 30 seconds, and a press on a slow line still counts', async () => {
    await give('DOMICIL');
    const review = await slip('DOMICIL', 'non-compliant');
    const { id, reviewedAt } = await piece('DOMICIL');
    const at = `/gestion/pieces/${id}`;
    // Since the decision. The clock goes on while a page is asked for: nothing is asked within seconds of a limit that it would pass.
    const moments = (seconds: number) => setClock((reviewedAt ?? ORDINARY_DAY).add({ seconds }));
    await moments(1);
    expect((await officer.get(at)).body).toContain('Reprendre la décision');
    await moments(30);
    expect((await officer.get(at)).body).not.toContain('decision-prise');
    await moments(61);
    const late = await takeBack(officer, 'DOMICIL', review);
    expect([late.status, late.body.includes('Ce délai est passé')]).toEqual([409, true]);
    expect((await piece('DOMICIL')).status).toBe('non-compliant');
    await moments(31);
    expect((await takeBack(officer, 'DOMICIL', review)).status).toBe(303);
  });
  it('once the candidate has given another file', async () => {
    await give('DOMICIL');
    const review = await slip('DOMICIL', 'non-compliant');
    await give('DOMICIL');
    expect((await takeBack(officer, 'DOMICIL', review)).status).toBe(409);
    expect(await piece('DOMICIL')).toMatchObject({ status: 'none', files: [{}] });
  });
  it("for somebody else's decision, one of before, or one that isn't of this piece", async () => {
    await give('DOMICIL');
    await give('DCSTID01');
    const other = await slip('DCSTID01', 'compliant');
    const first = await slip('DOMICIL', 'non-compliant');
    expect((await colleague.get(`/gestion/pieces/${(await piece('DOMICIL')).id}`)).body).not.toContain(
      'decision-prise',
    );
    expect((await takeBack(colleague, 'DOMICIL', first)).status).toBe(409);
    expect((await takeBack(officer, 'DOMICIL', other)).status).toBe(409);
    expect((await takeBack(officer, 'DOMICIL', 'x')).status).toBe(409);
    await decide(officer, 'DOMICIL', 'compliant');
    expect((await takeBack(officer, 'DOMICIL', first)).status).toBe(409);
    expect((await piece('DOMICIL')).status).toBe('compliant');
  });
  it('when the enrolment ended meanwhile', async () => {
    await give('DOMICIL');
    const review = await slip('DOMICIL', 'non-compliant');
    await sql`update enrolment set status = 'withdrawn', ended_at = business_now() where id = ${made.enrolment.id}`.execute(
      db,
    );
    expect((await takeBack(officer, 'DOMICIL', review)).status).toBe(409);
  });
});
