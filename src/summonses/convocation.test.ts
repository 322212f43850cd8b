import ICAL from 'ical.js';
import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Browser, PASSWORD, type TestEnrolment, withdraw } from '../testing/enrolments.ts';
import { aCentre, aSeat, examRoom, publishedPlan, type SeatGiven } from '../testing/examSite.ts';
import { misplacedFaults } from '../testing/misplacedFaults.ts';
import { signedIn } from '../testing/staff.ts';
import { stage } from '../testing/stage.ts';
import { hiddenOn, words } from '../testing/words.ts';

let one: TestEnrolment;
let browser: Browser;

const { db, catalogue, papers, site, registered, setClock } = await stage(examRoom());
const rooms = (await aCentre(db, ['Salle 1', 'B'], { name: 'Lycée des Puys; « Riom », bât. A' })).rooms;
beforeEach(async () => {
  one = await registered();
  browser = await signedIn(site, one.candidate.address, PASSWORD);
});

const at = (more = ''): string => `/candidatures/${one.enrolment.id}/convocation${more}`;
const seat = (unit: string, when: string, more: Partial<SeatGiven> = {}): SeatGiven =>
  aSeat(one, unit, when, { place: 7, ...more });
const publish = async (...seats: readonly SeatGiven[]): Promise<void> => {
  await publishedPlan(papers, rooms, seats);
  await papers.jobs.run();
};
const calendar = async (): Promise<readonly ICAL.Component[]> => {
  const answer = await browser.get(at('.ics'));
  expect(answer.header('content-type')).toContain('text/calendar');
  expect(answer.header('content-disposition')).toContain('attachment; filename="convocation.ics"');
  for (const line of answer.body.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  return new ICAL.Component(ICAL.parse(answer.body)).getAllSubcomponents('vevent');
};
const of = (event: ICAL.Component | undefined, name: string): string => String(event?.getFirstPropertyValue(name));

describe('The page of the summons', () => {
  it('says that there is none yet, and when the exam begins', async () => {
    const page = await browser.get(at());
    expect(page.status).toBe(200);
    expect(words(page.body)).toContain("Votre convocation n'est pas encore là");
    expect(words(page.body)).toContain('à partir du 3 juin 2024, une date à confirmer');
    expect(page.body).not.toContain('.ics');
    expect((await browser.get(at('.ics'))).location).toBe(at());
  });

  it('says what comes next, then the paper in its own words, with its PDF and its calendar; opening it is opening the paper', async () => {
    await publish(seat('U20', '2024-06-03T09:00'), seat('U30A', '2024-06-04T14:00', { room: 'B' }));
    const page = await browser.get(at());
    const said = words(page.body);
    expect(said).toContain('Votre première épreuve : lundi 3 juin 2024, 9 h 00');
    expect(said).toContain('U20 : Modification durable de la forme. Lycée des Puys');
    expect(said).toContain("Code d'accueil");
    expect(page.body).toContain('<svg');
    expect(said).toContain('Salle B, table 7');
    const pdf = /href="([^"]+\/pdf)"/.exec(page.body)?.[1] ?? '';
    expect(pdf).toMatch(new RegExp(`^/candidatures/${one.enrolment.id}/documents/`));
    const opened = await sql<{ opened: boolean }>`select opened_at is not null as opened from paper
      where enrolment_id = ${one.enrolment.id} and kind = 'summons'`.execute(db);
    expect(opened.rows).toEqual([{ opened: true }]);
    await setClock('2024-06-03T11:30:00+02:00');
    await papers.clock.refresh();
    const { body } = await browser.get(at());
    expect(words(body)).toContain('Votre prochaine épreuve : mardi 4 juin 2024, 14 h 00');
    // The day that is over stands last, behind its fold.
    expect(words(body)).toMatch(/Mardi 4 juin 2024 .*Une erreur \? .*Épreuves passées Lundi 3 juin 2024/);
    expect(body).toContain('<details><summary>Épreuves passées</summary>');
  });

  it("isn't another's", async () => {
    await publish(seat('U20', '2024-06-03T09:00'));
    const other = await registered();
    const stranger = await signedIn(site, other.candidate.address, PASSWORD);
    for (const address of [at(), at('.ics')]) expect((await stranger.get(address)).status).toBe(404);
    expect((await stranger.post(at(), { epreuve: 'U20', message: 'x' })).status).toBe(404);
  });

  it('holds no more once the enrolment ended, and once it is void it says so', async () => {
    await publish(seat('U20', '2024-06-03T09:00'));
    await withdraw(db, { events: papers.events, catalogue }, one);
    const ended = words((await browser.get(at())).body);
    expect(ended).toContain('Votre inscription a pris fin : cette convocation ne vaut plus');
    expect(ended).not.toContain('Je ne peux pas venir');
    expect(ended).toContain('Convocation annulée');
    expect((await calendar()).map((event) => [of(event, 'status'), of(event, 'sequence')])).toEqual([
      ['CANCELLED', '2'],
    ]);
    await publish();
    expect(words((await browser.get(at())).body)).toContain('Convocation annulée');
    expect((await calendar()).map((event) => [of(event, 'status'), of(event, 'sequence')])).toEqual([
      ['CANCELLED', '2'],
    ]);
  });
});

describe('The calendar file', () => {
  it('is read by another program: hours, place, the same event again with a higher revision, what is gone cancelled', async () => {
    await publish(seat('U20', '2024-06-03T09:00'), seat('U60', '2024-06-05T09:00'));
    const [u20, u60] = await calendar();
    expect(of(u20, 'uid')).toBe(`${one.enrolment.id}-U20@registre.example`);
    expect(of(u20, 'dtstart')).toBe('2024-06-03T07:00:00Z');
    expect(of(u20, 'dtend')).toBe('2024-06-03T09:00:00Z');
    expect(of(u20, 'location')).toBe('Lycée des Puys; « Riom », bât. A, 1 rue du Lac, 63000 Riom, Salle 1, table 7');
    expect([of(u20, 'status'), of(u20, 'sequence'), of(u60, 'sequence')]).toEqual(['CONFIRMED', '0', '0']);
    await publish(seat('U20', '2024-06-03T10:00'), seat('U41', '2024-06-06T09:00'));
    const again = await calendar();
    const found = Object.fromEntries(again.map((event) => [of(event, 'uid').split('-').at(-1)?.split('@')[0], event]));
    expect(of(found.U20, 'uid')).toBe(of(u20, 'uid'));
    expect([of(found.U20, 'dtstart'), of(found.U20, 'sequence')]).toEqual(['2024-06-03T08:00:00Z', '1']);
    expect([of(found.U60, 'status'), of(found.U60, 'sequence')]).toEqual(['CANCELLED', '1']);
    expect(of(found.U60, 'summary')).toMatch(/^Annulée\u00a0: Épreuve U60/);
    expect(of(found.U41, 'status')).toBe('CONFIRMED');
  });
});

describe('Who cannot come', () => {
  it('says so to the office, which reads of which test', async () => {
    await publish(seat('U20', '2024-06-03T09:00'), seat('U60', '2024-06-05T09:00'));
    const form = hiddenOn((await browser.get(at())).body);
    const sent = { ...form, epreuve: 'U20', message: 'Hospitalisée ce jour-là.' };
    const answers = await Promise.all([browser.post(at(), sent), browser.post(at(), sent)]);
    for (const answer of answers)
      expect([answer.status, answer.location]).toEqual([
        303,
        `/candidatures/${one.enrolment.id}/messages?message=envoye`,
      ]);
    const { rows } = await sql<{
      words: string;
    }>`select words from message where enrolment_id = ${one.enrolment.id}`.execute(db);
    expect(rows.map((row) => row.words.replaceAll('\u00a0', ' '))).toEqual([
      'Je ne peux pas venir : U20 : Modification durable de la forme, lundi 3 juin 2024, 9 h 00.\n\nHospitalisée ce jour-là.',
    ]);
    const all = hiddenOn((await browser.get(at())).body);
    await browser.post(at(), { ...all, epreuve: 'toutes', message: 'Je suis à l’étranger.' });
    const { rows: both } = await sql<{
      words: string;
    }>`select words from message where enrolment_id = ${one.enrolment.id}
      order by place`.execute(db);
    expect(both[1]?.words.replaceAll('\u00a0', ' ')).toContain('toutes mes épreuves qui restent');
  });

  it('leads, once a test has begun, to the page where its absence is explained, however long ago it was', async () => {
    await publish(seat('U20', '2024-06-03T09:00'), seat('U60', '2024-06-05T09:00'));
    for (const day of ['03', '20']) {
      await setClock(`2024-06-${day}T12:00:00+02:00`);
      await papers.clock.refresh();
      const page = await browser.get(at());
      expect(page.body).toContain(`href="/candidatures/${one.enrolment.id}/absence"`);
      expect(words(page.body)).toMatch(/Je n'ai pas pu venir .*c'est une personne du rectorat qui décide/);
      // A message has other readers: only what is to come is told there.
      expect(words(page.body)).not.toContain('(passée)');
      const sent = await browser.post(at(), { ...hiddenOn(page.body), epreuve: 'U20', message: 'Panne.' });
      expect(sent.status).toBe(422);
      expect(misplacedFaults(sent.body)).toEqual([]);
    }
  });

  it('is told which field is wrong, and keeps what was typed', async () => {
    await publish(seat('U20', '2024-06-03T09:00'));
    const form = hiddenOn((await browser.get(at())).body);
    const wrong = await browser.post(at(), { ...form, epreuve: 'U99', message: 'Panne de voiture' });
    expect(wrong.status).toBe(422);
    expect(wrong.body).toContain('Panne de voiture');
    const empty = await browser.post(at(), { ...form, epreuve: 'U20', message: ' ' });
    expect([empty.status, words(empty.body)]).toEqual([422, expect.stringContaining('Dites ce qui vous empêche')]);
    expect(misplacedFaults(empty.body)).toEqual([]);
    const long = await browser.post(at(), { ...form, epreuve: 'U20', message: 'x'.repeat(3501) });
    expect(long.status).toBe(422);
    expect((await sql`select 1 from message where enrolment_id = ${one.enrolment.id}`.execute(db)).rows).toEqual([]);
  });
});
