import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { enrolmentStream } from '../enrolment/index.ts';
import { readStream, SYSTEM } from '../platform/journal.ts';
import {
  aDraft,
  type Browser,
  MACON_WITH_HANDICAP,
  PASSWORD,
  type TestEnrolment,
  withdraw,
} from '../testing/enrolments.ts';
import { misplacedFaults } from '../testing/misplacedFaults.ts';
import { mailsTo, papersRoom } from '../testing/papers.ts';
import { stage } from '../testing/stage.ts';
import { plainSpaces } from '../testing/words.ts';
import { settleThread } from './actions/settleThread.ts';
import { writeToCandidate } from './actions/writeToCandidate.ts';
import { writeToOffice } from './actions/writeToOffice.ts';
import { MESSAGE } from './message.ts';
import { messageMigrations } from './migrations.ts';
import { OFFICE_DAILY } from './office.ts';
import { messageRoutes } from './routes.ts';
import { countThreads, listThreads, type ThreadFilter, type ThreadScope } from './store/threads.ts';
import { countUnreadMessages, findThread, listMessages, listReadings, listSettlements } from './store.ts';

let made: TestEnrolment;
const OFFICER = '5a0c2d1e-7b7e-4a57-9d0f-0f3c3a1b2c4d';
const COLLEAGUE = '5a0c2d1e-7b7e-4a57-9d0f-0f3c3a1b2c4e';
const KEY = '11111111-1111-4111-8111-111111111111';

const { db, catalogue, papers, site, registered, setClock } = await stage(
  papersRoom({ routes: messageRoutes, decisionDelaySeconds: 0, tables: [messageMigrations] }),
);
beforeEach(async () => {
  made = await registered();
});

const at = (instant: string): Promise<void> => setClock(instant);
const ask = (words: string, more: { piece?: string; key?: string; candidateId?: string } = {}) =>
  writeToOffice(papers, SYSTEM, {
    id: made.enrolment.id,
    candidateId: made.candidate.accountId,
    piece: null,
    key: null,
    ...more,
    words,
  });
const version = async (): Promise<number> => (await findThread(db, made.enrolment.id))?.version ?? 0;
const answer = async (
  words: string,
  more: { version?: number; piece?: string; key?: string; academy?: string; officerId?: string } = {},
) =>
  writeToCandidate(papers, SYSTEM, {
    id: made.enrolment.id,
    academy: 'clermont',
    officerId: OFFICER,
    piece: null,
    key: null,
    version: await version(),
    ...more,
    words,
  });
const settle = async (more: { version?: number } = {}) =>
  settleThread(papers, SYSTEM, {
    id: made.enrolment.id,
    academy: 'clermont',
    officerId: COLLEAGUE,
    version: await version(),
    ...more,
  });
const thread = () => findThread(db, made.enrolment.id);
const words = async () => (await listMessages(db, made.enrolment.id, 50)).map((one) => one.words);
const told = async () =>
  (await mailsTo(db, made.candidate.address)).filter(({ template }) => template === 'message.available');
const journal = async () =>
  (await readStream(db, enrolmentStream(made.enrolment.id), 50)).filter(({ name }) => name.startsWith('message.'));

describe('A message of the candidate', () => {
  it('waits for an answer from the first one on, is in the journal without its words, and sends no mail', async () => {
    await at('2023-11-15T11:00:00+01:00');
    expect(await ask('Ma facture suffit-elle ?', { piece: 'DOMICIL' })).toMatchObject({ ok: true });
    await at('2023-11-15T12:00:00+01:00');
    await ask('Et une quittance ?');
    const now = await thread();
    expect(now).toMatchObject({ waiting: 2, version: 2, lastAuthor: 'candidate', officerId: null });
    expect(now?.waitingSince?.toString()).toMatch(/^2023-11-15T10:00:0/);
    expect((await journal()).map(({ name, data }) => [name, data])).toEqual([
      ['message.sent', expect.objectContaining({ author: 'candidate', code: '', lot: '' })],
      ['message.sent', expect.objectContaining({ author: 'candidate', code: 'DOMICIL' })],
    ]);
    expect(JSON.stringify(await journal())).not.toMatch(/facture|quittance/);
    expect(await told()).toEqual([]);
  });

  it('is written once, however often it is sent: by the key of its form, and by its words while nobody else has written', async () => {
    const both = await Promise.all([ask('Bonjour', { key: KEY }), ask('Bonjour', { key: KEY })]);
    expect(both[0]).toEqual(both[1]);
    await ask('Bonjour');
    expect(await words()).toEqual(['Bonjour']);
    await ask('Bonjour', { piece: 'DOMICIL' });
    await answer('Oui.');
    await ask('Bonjour');
    expect(await words()).toEqual(['Bonjour', 'Oui.', 'Bonjour', 'Bonjour']);
    // The browser's « back » brings the key to other words: they are another message, not the first again.
    await ask('Bonjour, et ma pièce ?', { key: KEY });
    expect(await words()).toContain('Bonjour, et ma pièce ?');
  });

  it('names only a piece of this enrolment, and never one of health', async () => {
    expect(await ask('?', { piece: 'NEXISTEPAS' })).toMatchObject({ error: { code: 'unknown-piece' } });
    made = await registered({ answers: MACON_WITH_HANDICAP });
    expect(await ask('?', { piece: 'R408DISP' })).toMatchObject({ error: { code: 'unknown-piece' } });
    expect(await ask('?', { piece: 'R408A3' })).toMatchObject({ ok: true });
  });

  it('is the owner’s alone, of a registered enrolment, which may have ended', async () => {
    expect(await ask('?', { candidateId: COLLEAGUE })).toMatchObject({ error: { code: 'not-found' } });
    await withdraw(db, { events: papers.events, catalogue }, made);
    expect(await ask('Pourquoi ?')).toMatchObject({ ok: true });
    made = await aDraft(db, { events: papers.events, catalogue });
    expect(await ask('?')).toMatchObject({ error: { code: 'not-registered' } });
  });

  it('has its budgets: so many that wait, so many a day', async () => {
    await at('2023-11-15T11:00:00+01:00');
    for (let n = 0; n < MESSAGE.open; n += 1) expect(await ask(`Question ${n}`)).toMatchObject({ ok: true });
    expect(await ask('Encore')).toMatchObject({ error: { code: 'too-many-open' } });
    await answer('Voici.');
    for (let n = MESSAGE.open; n < MESSAGE.daily; n += 1)
      expect(await ask(`Question ${n}`)).toMatchObject({ ok: true });
    await answer('Voici.');
    expect(await ask('Encore')).toMatchObject({ error: { code: 'too-many-today' } });
    await at('2023-11-16T11:00:01+01:00');
    expect(await ask('Encore')).toMatchObject({ ok: true });
  });

  it('is never changed nor taken away, nor is who read or settled it', async () => {
    await ask('?');
    await settle();
    await sql`insert into message_reading (message_id, reader_id) select id, ${COLLEAGUE} from message`.execute(db);
    for (const table of ['message', 'message_settlement', 'message_reading'])
      await expect(sql`delete from ${sql.table(table)}`.execute(db)).rejects.toThrow('kept');
    await expect(sql`update message set words = 'x'`.execute(db)).rejects.toThrow('kept');
  });
});

describe('A message of the office', () => {
  it('answers what waits and is told by a mail that says nothing of it', async () => {
    await ask('Ma facture suffit-elle ?');
    expect(await answer('Oui, si elle est de moins de trois mois.', { piece: 'DOMICIL' })).toMatchObject({ ok: true });
    expect(await thread()).toMatchObject({ waiting: 0, waitingSince: null, officerId: OFFICER, lastAuthor: 'office' });
    const [mail, ...others] = await told();
    expect(others).toEqual([]);
    expect(plainSpaces(mail?.subject ?? '')).toBe(`Inscription ${made.enrolment.number} : le rectorat vous a écrit`);
    expect(mail?.body).toContain(`https://registre.example/candidatures/${made.enrolment.id}/messages\n`);
    expect(`${mail?.subject} ${mail?.body}`).not.toMatch(/facture|trois mois|domicile/i);
  });

  it('may come first, and then answers nothing', async () => {
    await answer('Votre photo est floue.');
    expect((await listMessages(db, made.enrolment.id, 5))[0]).toMatchObject({ answers: false, place: 1 });
    await ask('Merci');
    expect(await thread()).toMatchObject({ waiting: 1, officerId: OFFICER });
  });

  it('isn’t sent when a colleague or the candidate wrote meanwhile, or somebody set it aside; sent again it is', async () => {
    await ask('Un');
    const seen = await version();
    await answer('Réponse', { officerId: COLLEAGUE });
    expect(await answer('La mienne', { version: seen })).toMatchObject({ error: { code: 'answered-meanwhile' } });
    const then = await version();
    await ask('Deux');
    expect(await answer('La mienne', { version: then })).toMatchObject({ error: { code: 'written-meanwhile' } });
    expect(await settle({ version: then })).toMatchObject({ error: { code: 'written-meanwhile' } });
    const last = await version();
    await settle();
    expect(await answer('La mienne', { version: last })).toMatchObject({ error: { code: 'settled-meanwhile' } });
    expect(await words()).toEqual(['Deux', 'Réponse', 'Un']);
    expect(await answer('La mienne')).toMatchObject({ ok: true });
  });

  it('of two officers at once, or of one who clicks twice, is one', async () => {
    await ask('Un');
    const seen = await version();
    const two = await Promise.all([
      answer('A', { version: seen }),
      answer('B', { version: seen, officerId: COLLEAGUE }),
    ]);
    expect(two.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
    const again = await version();
    const twice = await Promise.all([1, 2].map(() => answer('C', { version: again, key: KEY })));
    expect(twice[0]).toEqual(twice[1]);
    expect(await told()).toHaveLength(2);
  });

  it('is refused with a name between braces, for another academy, or for a piece that isn’t asked', async () => {
    expect(await answer('Bonjour {nom}')).toEqual({ ok: false, error: { code: 'unfilled', name: 'nom' } });
    expect(await answer('Bonjour', { academy: 'lyon' })).toMatchObject({ error: { code: 'not-found' } });
    expect(await answer('Bonjour', { piece: 'X' })).toMatchObject({ error: { code: 'unknown-piece' } });
    expect(await told()).toEqual([]);
  });

  it('has its budget too', async () => {
    await at('2023-11-15T11:00:00+01:00');
    for (let n = 0; n < OFFICE_DAILY; n += 1) expect(await answer(`Note ${n}`)).toMatchObject({ ok: true });
    expect(await answer('Encore')).toMatchObject({ error: { code: 'too-many-told' } });
  });
});

describe('What needs no answer', () => {
  it('is set aside, without a word to the candidate by mail; nothing is set aside twice', async () => {
    expect(await settle()).toMatchObject({ error: { code: 'nothing-waits' } });
    await ask('Merci !');
    expect(await settle()).toEqual({ ok: true, value: null });
    expect(await thread()).toMatchObject({ waiting: 0, waitingSince: null, version: 2 });
    expect(await listSettlements(db, made.enrolment.id)).toMatchObject([{ upTo: 1, officerId: COLLEAGUE }]);
    expect(await settle()).toMatchObject({ error: { code: 'nothing-waits' } });
    expect(await told()).toEqual([]);
    await ask('Encore une question');
    expect(await thread()).toMatchObject({ waiting: 1 });
  });
});

describe('The list of threads', () => {
  const NOBODY: ThreadFilter = { waiting: true, session: null, piece: null, officerId: null };
  const scope: ThreadScope = {
    academy: 'clermont',
    sessions: ['bp-2024-clermont', 'bp-demo'],
    portfolios: null,
  };
  const page = async (filter: Partial<ThreadFilter>, of: ThreadScope = scope, size = 50) =>
    (await listThreads(db, of, { ...NOBODY, ...filter }, { after: null, size })).threads.map((one) => one.enrolmentId);

  it('is in the order of waiting, by pages that miss nobody and name nobody twice; all of them, the last written first', async () => {
    await at('2023-11-20T08:00:00+01:00');
    await sql`delete from message_thread`.execute(db);
    const ids: string[] = [];
    for (let n = 0; n < 5; n += 1) {
      made = await registered();
      await at(`2023-11-20T09:00:0${n}+01:00`);
      await ask(`Question ${n}`);
      ids.push(made.enrolment.id);
    }
    const seen: string[] = [];
    for (let after = null, more = true; more; ) {
      const { threads, next } = await listThreads(db, scope, NOBODY, { after, size: 2 });
      seen.push(...threads.map(({ enrolmentId }) => enrolmentId));
      more = next !== null;
      after = next as never;
    }
    expect(seen).toHaveLength(5);
    expect(new Set(seen)).toEqual(new Set(ids));
    expect(seen).toEqual(await page({}));
    expect(await page({ waiting: false })).toEqual(seen.toReversed());
    expect(await countThreads(db, scope, NOBODY, 100)).toBe(5);
    expect(await countThreads(db, scope, NOBODY, 2)).toBe(3);
  });

  it('shows one’s own groups, session, piece and conversations, and follows a file that changes group', async () => {
    await at('2023-11-20T08:00:00+01:00');
    await ask('Ma facture ?', { piece: 'DOMICIL' });
    const id = made.enrolment.id;
    const mine = (portfolios: readonly string[] | null, filter: Partial<ThreadFilter> = {}) =>
      page(filter, { ...scope, portfolios }).then((ids) => ids.includes(id));
    expect([await mine(['G2']), await mine(['G1']), await mine(['G1', 'G2']), await mine([])]).toEqual([
      true,
      false,
      true,
      false,
    ]);
    expect([await mine(null, { piece: 'DOMICIL' }), await mine(null, { piece: 'DCSTID01' })]).toEqual([true, false]);
    expect([await mine(null, { session: 'bp-2024-clermont' }), await mine(null, { session: 'bp-demo' })]).toEqual([
      true,
      false,
    ]);
    expect(await page({}, { ...scope, academy: 'lyon' })).toEqual([]);
    await answer('Oui.');
    expect([await mine(null), await mine(null, { waiting: false })]).toEqual([false, true]);
    await ask('Merci, et la quittance ?');
    expect([await mine(null, { officerId: OFFICER }), await mine(null, { officerId: COLLEAGUE })]).toEqual([
      true,
      false,
    ]);
    const { threads } = await listThreads(db, scope, NOBODY, { after: null, size: 50 });
    expect(threads.find(({ enrolmentId }) => enrolmentId === id)).toMatchObject({
      waiting: 1,
      pieces: [],
      seen: false,
    });
    await sql`update enrolment set portfolio = 'G1' where id = ${id}`.execute(db);
    expect([await mine(['G2']), await mine(['G1'])]).toEqual([false, true]);
  });
});

describe('The page of the candidate', () => {
  const enter = async ({ candidate }: TestEnrolment): Promise<Browser> => {
    const browser = site.browser();
    await browser.get('/connexion');
    await browser.post('/connexion', { address: candidate.address, password: PASSWORD });
    return browser;
  };
  const page = (): string => `/candidatures/${made.enrolment.id}/messages`;

  it('takes a message about a piece chosen by a link, keeps what is faulty, and writes nothing of it', async () => {
    const browser = await enter(made);
    const empty = await browser.get(`${page()}?piece=DOMICIL`);
    expect(empty.body).toMatch(/<option value="DOMICIL" selected/);
    expect(empty.body).not.toMatch(/habitude/);
    expect((await browser.post(page(), { piece: 'DOMICIL', message: '  ' })).status).toBe(422);
    const long = await browser.post(page(), { piece: 'DOMICIL', message: 'x'.repeat(MESSAGE.characters + 1) });
    expect([long.status, long.body.includes('xxxx')]).toEqual([422, true]);
    expect(misplacedFaults(long.body)).toEqual([]);
    expect((await browser.post(page(), { piece: 'AUTRE', message: 'Bonjour' })).status).toBe(422);
    expect(await words()).toEqual([]);
    const done = await browser.post(page(), {
      piece: 'DOMICIL',
      message: 'Ma <b>facture</b>\n\nsuffit-elle ?',
      cle: KEY,
    });
    expect([done.status, done.location]).toEqual([303, `${page()}?message=envoye`]);
    const shown = await browser.get(done.location);
    expect(plainSpaces(shown.body)).toContain('1 message attend une réponse du service');
    expect(shown.body).toContain('Ma &lt;b>facture&lt;/b>');
    expect(shown.body).toContain('Justificatif de domicile (DOMICIL)');
  });

  it('says what became of each message, and that an answer was read at its first reading', async () => {
    const browser = await enter(made);
    await ask('Un');
    await answer('Réponse du bureau');
    expect(await countUnreadMessages(db, made.enrolment.id)).toBe(1);
    const first = (await browser.get(page())).body;
    expect(first).toContain('Nouveau');
    expect(first).toContain('Répondu');
    expect(first).not.toContain(OFFICER);
    expect(await countUnreadMessages(db, made.enrolment.id)).toBe(0);
    expect((await browser.get(page())).body).not.toContain('Nouveau');
    expect((await journal()).filter(({ name }) => name === 'message.read')).toHaveLength(1);
    const [reply] = await listMessages(db, made.enrolment.id, 1);
    expect(await listReadings(db, [reply?.id ?? ''])).toMatchObject([{ readerId: made.candidate.accountId }]);
    await ask('Merci');
    await settle();
    expect((await browser.get(page())).body).toContain('pas de réponse à y faire');
  });

  it('shows the older ones by their place, and what became of them', async () => {
    await at('2023-11-15T11:00:00+01:00');
    await ask('La toute première');
    for (let n = 0; n < 25; n += 1) await answer(`Note ${n}`);
    await at('2023-11-17T11:00:00+01:00');
    for (let n = 25; n < MESSAGE.shown; n += 1) await answer(`Note ${n}`);
    const browser = await enter(made);
    const newest = (await browser.get(page())).body;
    expect(newest).not.toContain('La toute première');
    const link = /href="([^"]*avant=\d+)/.exec(newest)?.[1] ?? '';
    const older = (await browser.get(link)).body;
    expect(older).toContain('La toute première');
    expect(older).toContain('Répondu');
    expect((await browser.get(`${page()}?avant=nimporte`)).status).toBe(200);
  });

  it('is nobody else’s, and of a draft says whom to ask', async () => {
    const other = await enter(await registered());
    expect((await other.get(page())).status).toBe(404);
    expect((await other.post(page(), { message: 'x' })).status).toBe(404);
    made = await aDraft(db, { events: papers.events, catalogue });
    const browser = await enter(made);
    expect((await browser.get(page())).body).toContain("n'est pas encore enregistrée");
    const refused = await browser.post(page(), { message: 'Bonjour' });
    expect([refused.status, refused.body.split("n'est pas encore enregistrée").length]).toEqual([409, 2]);
    expect(misplacedFaults(refused.body)).toEqual([]);
  });
});
