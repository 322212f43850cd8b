import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { SYSTEM } from '../../../platform/journal.ts';
import { deskRoom } from '../../../testing/desk.ts';
import { type Browser, type TestEnrolment, withdraw, withoutMailbox } from '../../../testing/enrolments.ts';
import { readBeforeItLeaves } from '../../../testing/noMailbox.ts';
import { stage } from '../../../testing/stage.ts';
import { fieldOn } from '../../../testing/words.ts';
import { orderLot } from '../../actions/orderLot.ts';
import { sendLot } from '../../actions/sendLot.ts';
import { writeToOffice } from '../../actions/writeToOffice.ts';
import { LOT } from '../../office.ts';
import { findThread, listMessages } from '../../store.ts';

let one: TestEnrolment;
let two: TestEnrolment;
const {
  db,
  catalogue,
  events,
  papers,
  registered,
  told: toldAll,
  staff,
} = await stage(deskRoom(), {
  staff: { officer: 'officer', other: { portfolios: ['G1'] }, head: 'head' },
});
const { officer, other, head } = staff;

beforeEach(async () => {
  one = await registered();
  two = await registered();
});

const text = (html: string): string =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('\u00a0', ' ')
    .replaceAll('&#39;', "'")
    .replace(/\s+/g, ' ');
const FRESH = '/gestion/envois/nouveau';
/** The search that finds one of them. */
const searchOf = ({ enrolment }: TestEnrolment) => ({ recherche: enrolment.number ?? '', etat: '', session: '' });
const told = (whom: TestEnrolment) => toldAll(whom, 'message.available');
const words = async ({ enrolment }: TestEnrolment) =>
  (await listMessages(db, enrolment.id, 50)).map((message) => message.words);
const preview = (who: Browser, search: object, message: string) =>
  who.post(FRESH, { ...search, message, acte: 'apercu' });
async function send(who: Browser, html: string, search: object, message: string): Promise<string> {
  const done = await who.post(FRESH, {
    ...search,
    message,
    acte: 'envoyer',
    cle: fieldOn(html, 'cle'),
    dossiers: fieldOn(html, 'dossiers'),
  });
  expect(done.status).toBe(303);
  const lotId = /envois\/([0-9a-f-]{36})/.exec(done.location)?.[1] ?? '';
  await sendLot(papers, lotId);
  return lotId;
}

describe('A message to a list', () => {
  it('is written from a search, shown to whom and how before, sent to each in their own name, once, and told after', async () => {
    const files = await officer.get('/gestion/dossiers?etat=a-signer');
    expect(files.body).toContain('/gestion/envois/nouveau?etat=a-signer');
    const search = { recherche: '', etat: 'a-signer', session: '' };
    expect(text((await officer.get(`${FRESH}?etat=a-signer`)).body)).toMatch(
      /\d+ dossiers répondent à votre recherche/,
    );
    const before = await preview(officer, search, 'Bonjour {civility} {name}, dossier {number}.');
    expect(before.status).toBe(200);
    expect(text(before.body)).toContain('candidats recevront ce message');
    expect(text(before.body)).toMatch(/Bonjour Mme \w+, dossier BP24/);
    expect(before.body).toContain(two.enrolment.number);
    expect(await words(one)).toEqual([]);
    const lot = await send(officer, before.body, search, 'Bonjour {civility} {name}, dossier {number}.');
    for (const someone of [one, two]) {
      expect(await words(someone)).toEqual([
        `Bonjour Mme ${someone.candidate.birthName}, dossier ${someone.enrolment.number}.`,
      ]);
      expect(await told(someone)).toHaveLength(1);
    }
    await sendLot(papers, lot);
    await send(officer, before.body, search, 'Bonjour {civility} {name}, dossier {number}.');
    expect(await told(one)).toHaveLength(1);
    const after = await officer.get(`/gestion/envois/${lot}`);
    expect(text(after.body)).toContain('candidats ont reçu ce message');
    expect(after.body).toContain(one.enrolment.number);
    expect((await other.get(`/gestion/envois/${lot}`)).status).toBe(404);
    expect((await head.get(`/gestion/envois/${lot}`)).status).toBe(200);
    expect((await officer.get('/gestion/envois')).body).toContain(lot);
    expect((await other.get('/gestion/envois')).body).not.toContain(lot);
  });

  it('is read, before it is shown, for what says nothing to those of the list who have no mail box', async () => {
    await withoutMailbox(db, two);
    const search = { recherche: '', etat: 'a-signer', session: '' };
    const message = 'Bonjour, répondez-nous en ligne.';
    const shown = await readBeforeItLeaves(
      (more) => officer.post(FRESH, { ...search, message, acte: 'apercu', ...more }),
      message,
    );
    expect(shown.status).toBe(200);
    expect(shown.body).toContain('name="tel-quel" value="oui"');
    const form = {
      ...search,
      message,
      acte: 'envoyer',
      cle: fieldOn(shown.body, 'cle'),
      dossiers: fieldOn(shown.body, 'dossiers'),
    };
    const refused = await officer.post(FRESH, form);
    expect([refused.status, text(refused.body)]).toEqual([
      422,
      expect.stringContaining("1 personne à qui vous écrivez n'a pas d'adresse mail, et vous lira sur papier"),
    ]);
    expect((await officer.post(FRESH, { ...form, 'tel-quel': 'oui' })).status).toBe(303);
  });

  it('leaves out who has ended, who just got the same, and whose file gives nothing for a variable, and says so before and after', async () => {
    await withdraw(db, { events: events, catalogue }, two);
    const ended = await preview(head, searchOf(two), 'Bonjour');
    expect(text(ended.body)).toContain('Son inscription a pris fin');
    expect(text(ended.body)).toContain('0 candidat recevra');
    expect(ended.body).not.toContain('Envoyer à');
    const first = await preview(head, searchOf(one), 'Rappel utile');
    const lot = await send(head, first.body, searchOf(one), 'Rappel utile');
    expect(text((await preview(head, searchOf(one), 'Rappel utile')).body)).toContain('déjà reçu ce même message');
    // It changed between the page and the sending.
    const late = await preview(head, searchOf(one), 'Avant le {deadline}');
    await withdraw(db, { events: events, catalogue }, one);
    const missed = await send(head, late.body, searchOf(one), 'Avant le {deadline}');
    expect(missed).not.toBe(lot);
    expect(text((await head.get(`/gestion/envois/${missed}`)).body)).toContain('Son inscription a pris fin');
    expect(await words(one)).toEqual(['Rappel utile']);
  });

  it('answers nobody: who waited still waits', async () => {
    const { enrolment, candidate } = one;
    const question = {
      id: enrolment.id,
      candidateId: candidate.accountId,
      piece: null,
      words: 'Une question',
      key: null,
    };
    await writeToOffice({ db, events: events }, SYSTEM, question);
    const before = await preview(head, searchOf(one), 'À tous');
    await send(head, before.body, searchOf(one), 'À tous');
    expect(await findThread(db, enrolment.id)).toMatchObject({
      waiting: 1,
      lastAuthor: 'office',
      // Whoever writes to many follows none of their conversations.
      officerId: null,
    });
  });

  it('names only what every file gives, and nobody whom its sender may not see', async () => {
    for (const message of ['La pièce {piece}', 'Bonjour {prénom}', 'Bonjour {', ' ']) {
      const refused = await preview(head, searchOf(one), message);
      expect([refused.status, refused.body.includes(message.trim())], message).toEqual([422, true]);
    }
    const none = await preview(other, searchOf(one), 'Bonjour');
    // Nobody is left of the list while it was being written: the text isn't lost.
    expect([none.status, none.body.includes('Bonjour</textarea>')]).toEqual([422, true]);
    const forged = await other.post(FRESH, {
      ...searchOf(one),
      message: 'Bonjour',
      acte: 'envoyer',
      dossiers: `${one.enrolment.id} x ${two.enrolment.id}`,
    });
    expect([forged.status, text(forged.body).includes('Personne de cette liste')]).toEqual([422, true]);
    expect(await words(one)).toEqual([]);
    const corrected = await head.post(FRESH, { ...searchOf(one), message: 'À revoir', acte: 'corriger' });
    expect(corrected.body).toContain('À revoir</textarea>');
  });

  it('has its budgets: so many people, so many lists a day', async () => {
    const ids = Array.from({ length: LOT.people + 1 }, () => one.enrolment.id);
    const order = { academy: 'clermont', officerId: one.candidate.accountId, words: 'x', key: null };
    expect(await orderLot(papers, SYSTEM, { ...order, enrolments: ids })).toMatchObject({
      error: { code: 'too-many-people' },
    });
    for (let n = 0; n < LOT.daily; n += 1)
      expect(await orderLot(papers, SYSTEM, { ...order, enrolments: [one.enrolment.id] })).toMatchObject({ ok: true });
    expect(await orderLot(papers, SYSTEM, { ...order, enrolments: [one.enrolment.id] })).toMatchObject({
      error: { code: 'too-many-lots' },
    });
  });

  it('one person whom it fails for keeps no other from being told', async () => {
    const lot = await orderLot(papers, SYSTEM, {
      academy: 'clermont',
      officerId: two.candidate.accountId,
      words: 'Pour deux',
      enrolments: [one.enrolment.id, two.enrolment.id],
      key: null,
    });
    const broken = one.enrolment.id < two.enrolment.id ? one : two;
    const whole = broken === one ? two : one;
    await sql`update enrolment set registered = '{}' where id = ${broken.enrolment.id}`.execute(db);
    await expect(sendLot(papers, lot.ok ? lot.value : '')).rejects.toThrow('no longer knows');
    expect(await words(whole)).toEqual(['Pour deux']);
    expect(await words(broken)).toEqual([]);
  });
});
