import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { readStream } from '../platform/journal.ts';
import { aCentre } from '../testing/exam.ts';
import { mailsTo } from '../testing/mails.ts';
import { readPdf } from '../testing/pdf.ts';
import { stage } from '../testing/stage.ts';
import { fieldOn, words } from '../testing/words.ts';
import { unheardLetters } from './duties.ts';
import type { ExaminerWords } from './examiners.ts';
import { countBoards } from './ground.ts';
import { oldExaminers } from './store/convening.ts';
import { aPerson, boardIds, examinerRoom, heldBoards, lettersDue, publishAgain, SESSION } from './testing.ts';

/** Letters to examiners without a mail box: printed, noted as posted or told, due again once something changes. */

const {
  db,
  deps,
  papers,
  setClock,
  staff: { head, second },
  candidates: { camille },
} = await stage(examinerRoom, {
  staff: { head: { role: 'head', name: 'Anne Martin' }, second: { role: 'head', name: 'Paul Roux' } },
  candidates: { camille: 'Camille' },
});
const { rooms } = await aCentre(db, ['A']);
const AT = '/gestion/examen/examinateurs';
const oral = { held: 'oral', unit: 'U41', room: rooms.A ?? '', enrolments: [camille.enrolment.id] } as const;
const dayOf = { jour: '02/05/2024' };

const page = async (): Promise<string> => words((await head.get(`${AT}/convoquer`)).body);
const board = async (): Promise<string> => `${AT}/commissions/${(await boardIds(db))[0] ?? ''}`;
async function convene(): Promise<void> {
  await head.post(`${AT}/convoquer`, { vu: fieldOn((await head.get(`${AT}/convoquer`)).body, 'vu') });
  await papers.jobs.run();
}
async function seated(name: string, more: Partial<ExaminerWords> = {}): Promise<string> {
  const person = await aPerson(db, name, {
    mail: null,
    phone: '0612345678',
    postal: '3 rue Haute, 63100 Riom',
    ...more,
  });
  await head.post(`${await board()}/ajouter`, { personne: person });
  return person;
}
type Fields = Readonly<Record<string, string | string[]>>;
const note = (acte: string, fields: Fields, by = head) => by.post(`${AT}/lettres`, { acte, ...fields });
const noted = async (acte: string, fields: Fields, by = head): Promise<readonly [number, string]> => {
  const { status, body, location } = await note(acte, fields, by);
  return [status, status === 303 ? location : words(body)];
};
const due = () => lettersDue(db);
const home = async (now: string) =>
  unheardLetters.read(deps as never, { scope: { academy: 'clermont' }, now: Temporal.Instant.from(now) } as never);
const journal = async (): Promise<readonly unknown[]> =>
  (await readStream(db, `exam:clermont:${SESSION}`, 500))
    .filter(({ name }) => name.startsWith('examiner.reached'))
    .map(({ name, data }) => [name, data]);

beforeEach(async () => {
  await setClock('2024-05-01T10:00+02:00');
  await sql`truncate board_member, examiner_link, examiner_code, examiner_letter, examiner cascade`.execute(db);
  await sql`delete from exam_plan`.execute(db);
  await sql`delete from exam_sitting`.execute(db);
  await heldBoards(db, [{ ...oral, at: '2024-06-03T08:00' }]);
});

describe('A letter to an examiner without a mail box', () => {
  it('waits on the page, at the head’s home and in « Ce qui manque », until somebody notes that it left', async () => {
    await seated('Vernet');
    await seated('Roche', { mail: 'roche@exemple.fr' });
    expect(await home('2024-05-01T10:00+02:00')).toBeNull();
    await convene();
    expect(await page()).toMatch(
      /1 personne convoquée sans adresse mail.*Vernet Alix 3 rue Haute, 63100 Riom 06 12 34 56 78 .*3 juin, 8 h 00 À imprimer et à poster\./,
    );
    expect(await page()).not.toMatch(/Trop tard|Envoyer par mail/);
    expect(await home('2024-05-01T10:00+02:00')).toMatchObject({
      words: expect.stringMatching(/^1\s+convocation sans mail attend d'être postée/),
      href: `${AT}/convoquer?session=${SESSION}#lettres`,
    });
    expect(await home('2024-05-31T10:00+02:00')).toMatchObject({ tone: 'warn' });
    const place = { academy: 'clermont', session: SESSION };
    expect(await countBoards(db, deps.catalogue(), place, deps.clock.now())).toMatchObject({ unheard: 1 });
    // Printed twice, nothing has left.
    for (const _ of [1, 2]) {
      const pdf = await note('imprimer', { choix: await due() });
      expect((await readPdf(pdf.bytes)).pages).toBe(1);
    }
    expect(await page()).toMatch(/Imprimée le .*1er mai 2024.*, à poster\./);
    await setClock('2024-05-02T10:00+02:00');
    expect(await noted('partie', { choix: await due(), ...dayOf })).toEqual([
      303,
      expect.stringContaining('notees=1#lettres'),
    ]);
    expect(await page()).toMatch(
      /Personne n'attend de lettre.*1 convocation sans mail partie.*Partie par la poste le jeudi 2 mai 2024, sans numéro de suivi\. Noté par Anne Martin\./,
    );
    // An address says whatever somebody typed: no more letters were noted than there are.
    const flash = async (notees: string) =>
      /convocations? (est|sont) notées?\./.test((await head.get(`${AT}/convoquer?notees=${notees}`)).body);
    expect(await Promise.all(['1', '2', '99999', 'x', '1e4', '-1'].map(flash))).toEqual([
      true,
      ...Array(5).fill(false),
    ]);
    expect(await home('2024-05-31T10:00+02:00')).toBeNull();
    expect((await journal())[0]).toEqual([
      'examiner.reached',
      { examinerId: expect.any(String), way: 'post', on: '2024-05-02' },
    ]);
  });

  it('is noted once by two heads at once, and by two clicks; what nobody noted is told in words', async () => {
    await seated('Vernet');
    await convene();
    await setClock('2024-05-02T10:00+02:00');
    const letters = await due();
    expect(await noted('partie', dayOf)).toEqual([422, expect.stringContaining('Cochez au moins une lettre')]);
    expect(await noted('imprimer', {})).toEqual([422, expect.stringContaining('Cochez au moins une lettre')]);
    expect(await noted('', { choix: letters })).toEqual([422, expect.stringContaining('Choisissez ce que vous notez')]);
    expect(await noted('partie', { choix: letters, jour: '' })).toEqual([
      422,
      expect.stringContaining("Indiquez le jour de l'envoi"),
    ]);
    expect(await noted('partie', { choix: letters, jour: '03/05/2024' })).toEqual([
      422,
      expect.stringContaining('pas encore venu'),
    ]);
    expect(await noted('appelee', { choix: letters, jour: '30/04/2024' })).toEqual([
      422,
      expect.stringContaining("n'a pas pu partir avant"),
    ]);
    expect(await noted('mail', { choix: letters })).toEqual([409, expect.stringContaining("n'a pas d'adresse mail")]);
    expect(await due()).toEqual(letters);
    const [before, cle] = [(await journal()).length, fieldOn((await head.get(`${AT}/convoquer`)).body, 'cle')];
    const both = await Promise.all([
      note('partie', { choix: letters, cle, ...dayOf }),
      note('appelee', { choix: letters, ...dayOf }, second),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([303, 409]);
    const [first] = both;
    if (first.status === 303) expect((await note('partie', { choix: letters, cle, ...dayOf })).status).toBe(303);
    expect(await noted('imprimer', { choix: letters })).toEqual([409, expect.stringContaining("n'attendent plus")]);
    expect((await journal()).length - before).toBe(1);
  });

  it('noted by mistake is taken back, and waits again', async () => {
    await seated('Vernet');
    await convene();
    await setClock('2024-05-02T10:00+02:00');
    const [letter = ''] = await due();
    const back = () => second.post(`${AT}/lettres/reprendre`, { lettre: letter });
    for (const acte of ['partie', 'appelee']) {
      await note(acte, { choix: [letter], ...dayOf });
      expect(await due()).toEqual([]);
      expect((await back()).location).toContain('notees=0#lettres');
      expect(await due()).toEqual([letter]);
    }
    expect((await back()).status).toBe(409);
    expect(await page()).toContain('À imprimer et à poster.');
  });

  it('is due anew once an hour changes, and once they are taken off, posted before or not', async () => {
    await seated('Vernet');
    await convene();
    await setClock('2024-05-02T10:00+02:00');
    const [first = ''] = await due();
    await note('partie', { choix: [first], ...dayOf });
    await publishAgain(db, sql`update exam_seat set ends_at = ends_at + interval '1 hour'`);
    await convene();
    const [moved = ''] = await due();
    expect(moved).not.toBe(first);
    // Replaced before it went: one letter says all that stands now.
    const { body } = await head.get(await board());
    const [membre, version] = [fieldOn(body, 'membre'), fieldOn(body, 'version')];
    await head.post(`${await board()}/retirer`, { membre, version, motif: 'Remplacée', par: '' });
    const left = await due();
    expect([left.length, left.includes(moved)]).toEqual([1, false]);
    expect(await noted('partie', { choix: [moved], ...dayOf })).toEqual([
      409,
      expect.stringContaining('une autre les remplace'),
    ]);
    const { text } = await readPdf((await note('imprimer', { choix: left })).bytes);
    expect(words(text).replace(/\s+/g, ' ')).toContain("Vous n'avez plus à venir");
    // Once the hour that it speaks of is over, nobody waits for it.
    await setClock('2024-06-03T20:00+02:00');
    expect(await due()).toEqual([]);
  });

  it('is sent by mail to whoever has a mail box since, with an access', async () => {
    const vernet = await seated('Vernet');
    await convene();
    await sql`update examiner set mail = 'vernet@exemple.fr' where id = ${vernet}`.execute(db);
    expect(await page()).toMatch(/À imprimer et à poster\. A une adresse mail depuis\..*Envoyer par mail/);
    await note('mail', { choix: await due() });
    const [mail] = (await mailsTo(db, 'vernet@exemple.fr')).filter(({ template }) => template === 'examiner.convened');
    expect(words(mail?.body ?? '')).toMatch(/lundi 3 juin 2024, de 8 h 00.*Un autre mail vous invite/);
    expect(await page()).toContain('Envoyée par mail le mercredi 1er mai 2024.');
    expect(await due()).toEqual([]);
    // A mail that left isn't taken back.
    const { rows } = await sql<{ id: string }>`select id from examiner_letter`.execute(db);
    expect((await head.post(`${AT}/lettres/reprendre`, { lettre: rows[0]?.id ?? '' })).status).toBe(409);
  });

  it('is due of whoever a mail was refused for good, until it is posted, told, or a mail leaves for another address', async () => {
    const vernet = await seated('Vernet', { mail: 'vernet@exemple.fr' });
    await seated('Roche', { mail: 'roche@exemple.fr' });
    await convene();
    expect([await due(), await page()]).toEqual([[], expect.not.stringContaining('Lettres à poster')]);
    const refuse = (mail: string) => sql`update mail set state = 'failed' where recipient = ${mail}`.execute(db);
    await refuse('vernet@exemple.fr');
    expect(await page()).toMatch(
      /1 personne convoquée sans adresse mail, ou dont l'adresse a refusé le mail.*Vernet Alix .*À imprimer et à poster\. Le mail de convocation a été refusé : vérifiez son adresse \(vernet@exemple\.fr\)/,
    );
    expect(await page()).not.toContain('A une adresse mail depuis');
    expect(await home('2024-05-01T10:00+02:00')).toMatchObject({ words: expect.stringMatching(/^1\s/) });
    const place = { academy: 'clermont', session: SESSION };
    expect(await countBoards(db, deps.catalogue(), place, deps.clock.now())).toMatchObject({ unheard: 1 });
    expect((await readPdf((await note('imprimer', { choix: await due() })).bytes)).pages).toBe(1);
    await setClock('2024-05-02T10:00+02:00');
    const [letter = ''] = await due();
    await note('partie', { choix: [letter], ...dayOf });
    expect([await due(), await page()]).toEqual([[], expect.stringContaining('Partie par la poste le jeudi 2 mai')]);
    expect((await head.post(`${AT}/lettres/reprendre`, { lettre: letter })).status).toBe(303);
    expect(await due()).toEqual([letter]);
    // Sent again: refused again it waits again, at another address it has left.
    for (const [mail, waits] of [
      ['vernet@exemple.fr', [letter]],
      ['alix@exemple.fr', []],
    ] as const) {
      await sql`update examiner set mail = ${mail} where id = ${vernet}`.execute(db);
      await note('mail', { choix: [letter] });
      expect(await due()).toEqual([]);
      await refuse('vernet@exemple.fr');
      expect(await due()).toEqual(waits);
    }
    expect(await page()).toContain('Envoyée par mail le jeudi 2 mai 2024.');
  });

  it('is a call on the same morning: whoever is brought in is listed with their number', async () => {
    const person = await aPerson(db, 'Vernet', { mail: null, phone: '0612345678' });
    await setClock('2024-06-03T07:00+02:00');
    const vu = fieldOn((await head.get(await board())).body, 'vu');
    expect((await head.post(`${await board()}/faire-venir`, { personne: person, vu })).location).toContain(
      'message=venue',
    );
    const { body } = await head.get(`${AT}/convoquer`);
    expect(body).toContain('href="tel:+33612345678"');
    expect(words(body)).toContain('3 juin, 8 h 00 Trop tard pour la poste : appelez.');
    await note('appelee', { choix: await due(), jour: '03/06/2024' });
    expect(await page()).toContain('Dite par téléphone le lundi 3 juin 2024. Noté par Anne Martin.');
  });

  it('waits for nobody who said no, and is erased with whoever isn’t asked any more', async () => {
    const vernet = await seated('Vernet');
    await convene();
    await sql`update board_member set state = 'declined'`.execute(db);
    expect(await due()).toEqual([]);
    await sql`update examiner set retired = true where id = ${vernet}`.execute(db);
    const { erase } = oldExaminers(Temporal.Duration.from({ years: 1 }), async () => null);
    await db.transaction().execute(erase);
    await setClock('2025-05-03T10:00+02:00');
    expect(await db.transaction().execute(erase)).toBe(1);
    expect((await sql`select from examiner_letter`.execute(db)).rows).toEqual([]);
  });
});
