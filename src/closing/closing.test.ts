import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import type { EnrolmentId } from '../enrolment/index.ts';
import { countAnswersTo, hearingDue, hearingMigrations, hearingRoutes, listAnswersTo } from '../hearings/index.ts';
import { listPapers } from '../papers/index.ts';
import { listPieces, moveSession, openDues, type PieceWithFiles } from '../pieces/index.ts';
import { SYSTEM } from '../platform/journal.ts';
import { type Browser, PASSWORD, reread, type TestEnrolment, withdraw } from '../testing/enrolments.ts';
import { misplacedFaults } from '../testing/misplacedFaults.ts';
import { mailsTo, papersRoom } from '../testing/papers.ts';
import { stage } from '../testing/stage.ts';
import { plainSpaces } from '../testing/words.ts';
import { inviteToRegularise } from './actions/inviteToRegularise.ts';
import { readCases } from './fileCase.ts';
import { closingMigrations } from './migrations.ts';
import { listRegularisations } from './store.ts';

let made: TestEnrolment;
const OFFICER = '5a0c2d1e-7b7e-4a57-9d0f-0f3c3a1b2c4d';
const AFTER = '2023-12-01T17:30:01+01:00';

const room = papersRoom({
  tables: [hearingMigrations, closingMigrations],
  decisionDelaySeconds: 0,
  routes: hearingRoutes,
});
const { db, catalogue, papers, site, registered, setClock } = await stage(room);
beforeEach(async () => {
  made = await registered();
  await give((code) => code !== 'DOMICIL' && code !== 'CINSIG01');
});

async function give(which: (code: string) => boolean): Promise<void> {
  for (const piece of await listPieces(db, made.enrolment.id))
    if (which(piece.code))
      await sql`insert into deposit (id, academy, session, enrolment_id, piece_id, state, name, type, size, sha256, file_key, receipt, enrolment_version, begun_at, finished_at)
        values (gen_random_uuid(), ${piece.academy}, ${piece.session}, ${piece.enrolmentId}, ${piece.id}, 'stored', 'x.pdf', 'application/pdf', 1000, 'x', gen_random_uuid()::text, gen_random_uuid()::text, 1, business_now(), business_now())`.execute(
        db,
      );
}
const order = (more: { academy?: string; id?: EnrolmentId } = {}) => ({
  id: made.enrolment.id,
  academy: 'clermont',
  officerId: OFFICER,
  ...more,
});
const invite = (more = {}) => inviteToRegularise(papers, SYSTEM, order(more));
const found = async (instant: string) => {
  const enrolment = await reread(db, made.candidate, made.enrolment.id);
  return (await readCases(db, catalogue, [enrolment], Temporal.Instant.from(instant)))[0]?.found;
};
const page = async (): Promise<string> => {
  const [last] = await listRegularisations(db, [made.enrolment.id]);
  return `/candidatures/${made.enrolment.id}/procedures/${last?.id}`;
};
const pieceNow = async (code: string): Promise<PieceWithFiles | undefined> =>
  (await listPieces(db, made.enrolment.id)).find((piece) => piece.code === code);

describe('An invitation to regularise', () => {
  it('names what is missing and until when, by a mail and a paper, and reopens exactly that', async () => {
    await setClock(AFTER);
    expect(await found(AFTER)).toEqual({ state: 'to-invite', missing: ['CINSIG01', 'DOMICIL'], held: [], apart: [] });
    expect(await invite()).toEqual({ ok: true, value: { codes: ['CINSIG01', 'DOMICIL'] } });
    const until = Temporal.Instant.from('2023-12-22T17:00:00+01:00');
    expect([(await pieceNow('DOMICIL'))?.correctableUntil, (await pieceNow('CINSIG01'))?.correctableUntil]).toEqual([
      until,
      until,
    ]);
    expect((await pieceNow('DCSTID01'))?.correctableUntil).toBeNull();
    const [mail] = (await mailsTo(db, made.candidate.address)).filter((one) => one.template.startsWith('regul'));
    expect(plainSpaces(mail?.subject ?? '')).toBe(
      `Inscription ${made.enrolment.number} : des pièces manquent, donnez-les jusqu'au vendredi 22 décembre 2023 à 17 h 00 (heure de Paris)`,
    );
    expect(plainSpaces(mail?.body ?? '')).toContain(
      "- Déposer jusqu'au vendredi 22 décembre 2023 à 17 h 00 (heure de Paris) : Justificatif de domicile (DOMICIL).",
    );
    expect(mail?.body).toContain('Signer la confirmation');
    expect(mail?.body).toContain(await page());
    expect(mail?.body).toMatch(/L114-5 et L114-6[\s\S]*L121-1 et L122-1/);
    expect(mail?.body).not.toMatch(/sans appel/i);
    await papers.jobs.run();
    const paper = (await listPapers(db, null, made.enrolment.id)).find(({ kind }) => kind === 'invitation');
    expect(paper).toMatchObject({ reference: `${made.enrolment.number}-I1`, pdf: expect.anything() });
    const pieces = await listPieces(db, made.enrolment.id);
    const session = catalogue.session(made.enrolment.session);
    if (session === undefined) throw new Error('no session');
    const file = { enrolment: made.enrolment, session, pieces };
    const { lines } = await openDues([])(db, file, Temporal.Instant.from(AFTER), 'candidate');
    expect(lines.filter(({ who }) => who === 'candidate').map(({ act }) => act)).toEqual(['sign', 'give', 'hand-over']);
  });

  it('is for nobody whose sheet only a machine doubts: it came, at its date', async () => {
    await setClock('2023-11-20T10:00:00+01:00');
    await give(() => true);
    await sql`insert into sheet_reading (deposit_id, academy, session, enrolment_id, reading)
      select d.id, d.academy, d.session, d.enrolment_id, '{"state":"older","version":1,"pages":[1],"missing":[],"empty":null}'::jsonb
      from deposit d join piece p on p.id = d.piece_id where d.enrolment_id = ${made.enrolment.id} and p.code = 'CINSIG01'`.execute(
      db,
    );
    await setClock(AFTER);
    expect(await found(AFTER)).toBeNull();
    expect(await invite()).toMatchObject({ ok: false, error: { code: 'nothing-missing' } });
    // A person decides, and it is to be done again.
    await sql`update piece set status = 'non-compliant' where enrolment_id = ${made.enrolment.id} and code = 'CINSIG01'`.execute(
      db,
    );
    expect(await found(AFTER)).toMatchObject({ missing: ['CINSIG01'] });
  });

  it('is open until its date and not doubled; what comes meanwhile is no longer missing; then it has expired, and may be sent again', async () => {
    await setClock(AFTER);
    await invite();
    expect((await found(AFTER))?.state).toBe('invited');
    expect(await invite()).toMatchObject({ error: { code: 'already-invited' } });
    await give((code) => code === 'CINSIG01');
    expect(await found('2023-12-22T16:59:59+01:00')).toEqual({
      state: 'invited',
      missing: ['DOMICIL'],
      held: [],
      apart: [],
    });
    expect(await found('2023-12-22T17:00:00+01:00')).toEqual({
      state: 'expired',
      missing: ['DOMICIL'],
      held: ['DOMICIL'],
      apart: [],
    });
    await setClock('2023-12-23T10:00:00+01:00');
    expect(await invite()).toEqual({ ok: true, value: { codes: ['DOMICIL'] } });
    expect((await listRegularisations(db, [made.enrolment.id])).map(({ reference }) => reference)).toEqual([
      `${made.enrolment.number}-I2`,
      `${made.enrolment.number}-I1`,
    ]);
    await give((code) => code === 'DOMICIL');
    expect(await found('2024-02-01T17:00:00+01:00')).toBeNull();
  });

  it('comes neither before the closing, nor within the half hour in which a deposit begun in time may end', async () => {
    await setClock('2023-12-01T16:59:00+01:00');
    expect(await invite()).toMatchObject({ error: { code: 'not-closed' } });
    await setClock('2023-12-01T17:29:00+01:00');
    expect(await invite()).toMatchObject({ error: { code: 'in-grace' } });
    expect(await listRegularisations(db, [made.enrolment.id])).toEqual([]);
  });

  it('is for nobody who gave all in time, checked or not; nor whose correction time runs; nor who has ended; nor another academy', async () => {
    await setClock('2023-11-20T10:00:00+01:00');
    await give((code) => code === 'DOMICIL' || code === 'CINSIG01');
    await setClock(AFTER);
    expect(await invite()).toMatchObject({ error: { code: 'nothing-missing' } });
    await sql`update piece set status = 'non-compliant', correctable_until = '2023-12-22T17:00:00+01:00', handed_over_at = null
      where enrolment_id = ${made.enrolment.id} and code = 'DOMICIL'`.execute(db);
    expect(await invite()).toMatchObject({ error: { code: 'not-closed' } });
    expect(await invite({ academy: 'lyon' })).toMatchObject({ error: { code: 'not-found' } });
    await withdraw(db, { events: papers.events, catalogue }, made);
    expect(await invite()).toMatchObject({ error: { code: 'ended' } });
  });

  it('is not sent to whom the service failed: their file stands apart until it has come', async () => {
    await setClock('2023-12-01T16:59:00+01:00');
    const turnedAway = {
      enrolmentId: made.enrolment.id,
      code: 'DOMICIL',
      begunAt: '2023-12-01T15:59:00Z',
      confidential: false,
    };
    const subject = { stream: `enrolment:${made.enrolment.id}`, academy: 'clermont', session: made.enrolment.session };
    await db
      .transaction()
      .execute((tx) =>
        papers.events.publish(tx, SYSTEM, 'piece.turnedAway', subject, { ...turnedAway, pieceId: made.enrolment.id }),
      );
    await setClock(AFTER);
    expect(await found(AFTER)).toMatchObject({ state: 'apart', apart: ['DOMICIL'] });
    expect(await invite()).toMatchObject({ error: { code: 'begun-in-time' } });
  });

  it('is not sent once the convocations are made', async () => {
    await setClock('2024-05-03T17:00:00+02:00');
    expect(await invite()).toMatchObject({ error: { code: 'no-time-left' } });
  });

  it('sent twice at once is one', async () => {
    await setClock(AFTER);
    const both = await Promise.all([invite(), invite()]);
    expect(both.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
    const mails = await mailsTo(db, made.candidate.address);
    expect(mails.filter(({ template }) => template === 'regularisation.invited')).toHaveLength(1);
  });
});

describe('What the candidate has to say', () => {
  const enter = async ({ candidate }: TestEnrolment): Promise<Browser> => {
    const browser = site.browser();
    await browser.get('/connexion');
    await browser.post('/connexion', { address: candidate.address, password: PASSWORD });
    return browser;
  };
  /** As invitations of before name it. */
  const former = (): string => `/candidatures/${made.enrolment.id}/observations`;
  const listed = async (instant: string) => {
    const enrolment = await reread(db, made.candidate, made.enrolment.id);
    const session = catalogue.session(enrolment.session);
    if (session === undefined) throw new Error('No session');
    const file = { enrolment, session, pieces: await listPieces(db, enrolment.id) };
    const { lines } = await openDues([hearingDue])(db, file, Temporal.Instant.from(instant), 'candidate');
    return lines.filter((line) => line.act === 'other');
  };

  it('is written on the page of the invitation while it is open, kept as it came, once, and read by nobody else', async () => {
    await setClock(AFTER);
    await invite();
    const browser = await enter(made);
    const { body } = await browser.get(await page());
    expect(plainSpaces(body)).toContain("jusqu'au vendredi 22 décembre 2023 à 17 h 00 (heure de Paris)");
    expect(plainSpaces(body)).toMatch(/Mes observations.*Justificatif de domicile \(DOMICIL\)/s);
    expect((await browser.post(await page(), { reponse: '   ' })).status).toBe(422);
    const long = await browser.post(await page(), { reponse: 'x'.repeat(4001) });
    expect([long.status, long.body.includes('xxxx')]).toEqual([422, true]);
    expect(misplacedFaults(long.body)).toEqual([]);
    const words = 'Mon propriétaire <b>ne répond pas</b>.';
    for (const _ of [1, 2]) {
      const done = await browser.post(await page(), { reponse: words });
      expect([done.status, done.location]).toEqual([303, `${await page()}?message=enregistree`]);
    }
    expect((await listAnswersTo(db, made.enrolment.id, 'regularisation')).map((one) => one.words)).toEqual([words]);
    expect(await countAnswersTo(db, [made.enrolment.id], 'regularisation')).toEqual(new Map([[made.enrolment.id, 1]]));
    expect((await browser.get(await page())).body).toContain('&lt;b>ne répond pas');
    const other = await enter(await registered());
    for (const address of [await page(), former()]) {
      expect((await other.get(address)).status).toBe(404);
      expect((await other.post(address, { reponse: 'x', observations: 'x' })).status).toBe(404);
    }
  });

  it('is reached by the address that earlier mails name, and what an open page of before sends is kept', async () => {
    const browser = await enter(made);
    expect((await browser.get(former())).status).toBe(404);
    await setClock(AFTER);
    await invite();
    expect(await browser.get(former())).toMatchObject({ status: 303, location: await page() });
    expect((await browser.post(former(), { observations: 'Mon bail est perdu.' })).location).toContain(await page());
    expect(plainSpaces((await browser.get(await page())).body)).toContain('Mon bail est perdu.');
    const empty = await browser.post(former(), { observations: ' ' });
    expect([empty.status, plainSpaces(empty.body)]).toEqual([422, expect.stringContaining('Écrivez votre réponse')]);
  });

  it('of an invitation that was sent, or answered, before invitations were hearings is there as it came', async () => {
    await setClock(AFTER);
    const { id } = made.enrolment;
    const paper = (await listPapers(db, null, id))[0]?.id;
    // As a node of the version before writes them, beside this one.
    await sql`insert into regularisation (event_id, academy, session, enrolment_id, codes, until, officer_id, paper_id)
      select gen_random_uuid(), academy, session, id, '{DOMICIL}', business_now() + interval '20 days', ${OFFICER}, ${paper} from enrolment where id = ${id}`.execute(
      db,
    );
    await sql`insert into observation (id, academy, session, enrolment_id, words)
      select gen_random_uuid(), academy, session, id, 'Bail perdu' from enrolment where id = ${id}`.execute(db);
    const browser = await enter(made);
    const body = plainSpaces((await browser.get((await browser.get(former())).location)).body);
    expect(body).toMatch(/Vous pouvez répondre jusqu'au jeudi 21 décembre 2023.*Bail perdu/s);
    expect((await listAnswersTo(db, id, 'regularisation')).map((one) => one.words)).toEqual(['Bail perdu']);
    expect((await listRegularisations(db, [id])).map(({ codes }) => codes)).toEqual([['DOMICIL']]);
  });

  it('is one line of what is due, as long as something is missing', async () => {
    expect(await listed(AFTER)).toEqual([]);
    await setClock(AFTER);
    await invite();
    const [line, ...others] = await listed(AFTER);
    expect([line?.href, `${line?.until}`, others]).toEqual([await page(), '2023-12-22T16:00:00Z', []]);
    expect(await listed('2023-12-22T17:00:00+01:00')).toEqual([]);
    await give((code) => code === 'DOMICIL' || code === 'CINSIG01');
    expect(await listed(AFTER)).toEqual([]);
  });

  it('is taken as long as what was asked may be given, where an extension puts it off, and its page names that date', async () => {
    await setClock(AFTER);
    await invite();
    await setClock('2023-12-20T10:00:00+01:00');
    const last = Temporal.Instant.from('2024-03-01T00:00:00+01:00');
    await db.transaction().execute((tx) => moveSession(tx, made.enrolment.session, [], { days: 4, hours: 0, last }));
    const browser = await enter(made);
    await setClock('2023-12-23T10:00:00+01:00');
    const until = "jusqu'au mardi 26 décembre 2023 à 17 h 00 (heure de Paris)";
    expect(plainSpaces((await browser.get(await page())).body)).toContain(until);
    expect((await browser.post(await page(), { reponse: 'Le site était fermé.' })).status).toBe(303);
    await setClock('2023-12-26T16:59:00+01:00');
    expect((await browser.post(await page(), { reponse: 'La dernière minute.' })).status).toBe(303);
    await setClock('2023-12-26T17:01:00+01:00');
    const late = await browser.post(await page(), { reponse: 'Trop tard' });
    expect([late.status, plainSpaces(late.body)]).toEqual([
      409,
      expect.stringMatching(/temps de répondre est passé.*Trop tard/s),
    ]);
    expect(misplacedFaults(late.body)).toEqual([]);
  });

  it('is kept so many times and no more, and nobody changes it', async () => {
    await setClock(AFTER);
    await invite();
    const browser = await enter(made);
    for (let n = 0; n < 20; n += 1)
      expect((await browser.post(await page(), { reponse: `Texte ${n}` })).status).toBe(303);
    expect((await browser.post(await page(), { reponse: 'Encore' })).status).toBe(429);
    await expect(sql`update hearing_answer set words = 'x'`.execute(db)).rejects.toThrow('kept');
    await expect(sql`delete from hearing`.execute(db)).rejects.toThrow('kept');
  });
});
