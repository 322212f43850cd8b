import { sql } from 'kysely';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { emptyDatabase, type TestDatabase } from '../testing/database.ts';
import {
  type Browser,
  MACON_WITH_HANDICAP,
  PASSWORD,
  registeredEnrolment,
  setClock,
  shippedCatalogue,
  type TestEnrolment,
  withdraw,
} from '../testing/enrolments.ts';
import {
  aCentre,
  aMember,
  aSeat,
  openSpace,
  publishedPlan,
  ROOMS,
  SESSION,
  type SeatGiven,
  type Space,
} from '../testing/examSite.ts';
import { mailsTo } from '../testing/papers.ts';
import { signedIn } from '../testing/staff.ts';
import { hiddenOn, words } from '../testing/words.ts';
import { withoutSummons } from './withoutSummons.ts';

let test: TestDatabase;
let space: Space;
let head: Browser;
let rooms: Readonly<Record<string, string>>;
const LIST = '/gestion/examen/convocations';
const PLACE = { academy: 'clermont', session: SESSION };

const catalogue = await shippedCatalogue();
beforeEach(async () => {
  test = await emptyDatabase(ROOMS);
  space = await openSpace(test.db, catalogue);
  head = await aMember(test.db, space.site, 'head');
  rooms = (await aCentre(test.db, ['Salle 1'])).rooms;
  return async () => {
    await space.end();
    await test.close();
  };
});
afterAll(() => undefined);

const enrolled = (answers = {}): Promise<TestEnrolment> =>
  registeredEnrolment(test.db, { events: space.papers.events, catalogue, answers });
const seat = (one: TestEnrolment, at = '2024-06-03T09:00'): SeatGiven => aSeat(one, 'U20', at);
const publish = async (...seats: readonly SeatGiven[]): Promise<void> => {
  await publishedPlan(space.papers, rooms, seats);
  await space.papers.jobs.run();
};
const at = async (instant: string): Promise<void> => {
  await setClock(test.db, Temporal.Instant.from(instant));
  await space.papers.clock.refresh();
};
const shown = async (state = '', browser = head): Promise<string> =>
  words((await browser.get(`${LIST}?etat=${state}`)).body);
const number = ({ enrolment }: TestEnrolment): string => enrolment.number ?? '';
const hidden = (html: string, of: TestEnrolment): Record<string, string> =>
  hiddenOn(new RegExp(`<form[^>]*${of.enrolment.id}/renvoyer.*?</form>`, 's').exec(html)?.[0] ?? '');
const again = async (of: TestEnrolment, browser = head) => {
  const page = await browser.get(LIST);
  return browser.post(`${LIST}/${of.enrolment.id}/renvoyer`, hidden(page.body, of));
};
const mails = async ({ candidate }: TestEnrolment) =>
  (await mailsTo(test.db, candidate.address)).filter(({ template }) => template.startsWith('summons.'));

describe('The list of summonses', () => {
  it('says that nobody is summoned before a plan is published', async () => {
    expect(await shown()).toContain("Aucune répartition n'est publiée");
  });

  it('counts who was summoned, who opened it, who did not ten days before, whose mail came back, whose is void', async () => {
    const [read, unread, back, gone] = [await enrolled(), await enrolled(), await enrolled(), await enrolled()];
    await publish(seat(read), seat(unread, '2024-06-20T09:00'), seat(back), seat(gone));
    await (await signedIn(space.site, read.candidate.address, PASSWORD)).get(
      `/candidatures/${read.enrolment.id}/convocation`,
    );
    await sql`update mail set state = 'failed', smtp_reply = '550 no such user' where recipient = ${back.candidate.address}
      and template = 'summons.issued'`.execute(test.db);
    await publish(seat(read), seat(unread, '2024-06-20T09:00'), seat(back));
    await at('2024-05-25T10:00:00+02:00');
    const page = await shown();
    expect(page).toContain('En cours (3)');
    expect(page).toContain('Ouvertes (1)');
    expect(page).toContain('Jamais ouvertes (2)');
    expect(page).toContain('épreuve dans moins de 10 jours (1)');
    expect(page).toContain('Mail refusé (1)');
    expect(page).toContain('Annulées (1)');
    expect(page).toContain('1 mail de convocation a été refusé');
    expect(await shown('a-ouvrir')).toContain(number(back));
    expect(await shown('a-ouvrir')).not.toContain(number(unread));
    expect(await shown('mail-refuse')).toContain('refusé (550 no such user)');
    expect(await shown('annulees')).toContain(number(gone));
    expect(await shown('ouvertes')).toContain(number(read));
    expect(await shown('jamais-ouvertes')).not.toContain(number(read));
  });

  it('is searched by number or name, within a filter', async () => {
    const status = { birthName: 'Éloïse-Ferry', usageName: null };
    const made = { events: space.papers.events, catalogue, status };
    const [one, other] = [await registeredEnrolment(test.db, made), await enrolled()];
    await publish(seat(one), seat(other));
    const look = async (q: string, state = ''): Promise<string> =>
      words((await head.get(`${LIST}?etat=${state}&q=${encodeURIComponent(q)}`)).body);
    expect(await look(number(one).toLowerCase())).toContain(number(one));
    expect(await look(number(one))).not.toContain(number(other));
    expect(await look('eloise-fer')).toContain(number(one));
    expect(await look("d'ailleurs")).toContain("Personne dans cette liste pour « d'ailleurs »");
    expect(await look(number(one), 'annulees')).toContain('Personne dans cette liste');
    expect((await head.get(`${LIST}.csv?q=${number(one)}`)).body).not.toContain(number(other));
  });

  it('finds three weeks before who sits something and has no summons, and not who sits nothing', async () => {
    const [one, macon, left] = [await enrolled(), await enrolled(MACON_WITH_HANDICAP), await enrolled()];
    await withdraw(test.db, { events: space.papers.events, catalogue }, left);
    await publish(seat(one));
    const found = async () => withoutSummons(test.db, catalogue, PLACE, null);
    expect(await found()).toMatchObject({ ids: [macon.enrolment.id], due: false });
    expect((await withoutSummons(test.db, catalogue, PLACE, [])).ids).toEqual([]);
    expect(await shown()).not.toContain("n'a pas de convocation :");
    await at('2024-05-13T08:59:00+02:00');
    expect((await found()).due).toBe(false);
    await at('2024-05-13T09:00:00+02:00');
    expect((await found()).due).toBe(true);
    expect(await shown()).toContain("1 candidat doit passer des épreuves et n'a pas de convocation");
    expect(await shown('sans')).toContain(number(macon));
    expect(await shown('sans')).toContain("1 candidat n'a pas de place dans la répartition publiée");
    expect(await shown('sans')).not.toContain(number(one));
  });

  it('says whose room, centre or material was written otherwise since; they alone are told, once, with what changed', async () => {
    const [moved, other, over] = [await enrolled(), await enrolled(), await enrolled()];
    rooms = (await aCentre(test.db, ['Salle 1', 'Salle 2'], { code: 'LYC-2' })).rooms;
    await publish({ ...seat(moved), room: 'Salle 1' }, { ...seat(other), room: 'Salle 2' });
    expect(await shown()).toContain('À refaire (0)');
    await sql`update exam_room set name = 'Atelier 3' where id = ${rooms['Salle 1']}`.execute(test.db);
    const page = await shown();
    expect(page).toContain('1 convocation ne dit plus la salle, le centre ou le matériel enregistrés');
    expect(await shown('a-refaire')).toContain(number(moved));
    expect(await shown('a-refaire')).not.toContain(number(other));
    const officer = await aMember(test.db, space.site, 'officer');
    expect(await shown('', officer)).toMatch(/1 convocation ne dit plus/);
    expect(await shown('', officer)).not.toContain('Convoquer de nouveau');
    expect((await officer.post(`${LIST}/renvoyer`, {})).status).toBe(404);
    const key = /convocations\/renvoyer.*?name="cle" value="([^"]+)"/s.exec((await head.get(LIST)).body)?.[1] ?? '';
    const press = () => head.post(`${LIST}/renvoyer`, { cle: key });
    const both = await Promise.all([press(), press()]);
    expect(both.map(({ status }) => status)).toEqual([303, 303]);
    await space.papers.jobs.run();
    expect((await mails(moved)).map(({ template }) => template)).toEqual(['summons.issued', 'summons.changed']);
    expect((await mails(moved))[1]?.body).toContain('la salle');
    expect(await mails(other)).toHaveLength(1);
    expect(await shown()).toContain('À refaire (0)');
    const none = await head.post(`${LIST}/renvoyer`, {});
    expect([none.status, words(none.body)]).toEqual([409, expect.stringContaining("il n'y a rien à renvoyer")]);
    // Neither of a test that is over, nor of who left; the centre and what to bring count as well.
    await publish({ ...seat(moved), room: 'Salle 1' }, seat(other, '2024-06-20T09:00'), seat(over));
    await withdraw(test.db, { events: space.papers.events, catalogue }, over);
    await at('2024-06-04T09:00:00+02:00');
    await sql`update exam_centre set postcode = '63200' where code = 'LYC-2'`.execute(test.db);
    expect(await shown('a-refaire')).toContain('À refaire (1)');
    expect(await shown('a-refaire')).toContain(number(other));
  });

  it('goes out as a table, and is read by an officer within their groups', async () => {
    const [one, macon] = [await enrolled(), await enrolled(MACON_WITH_HANDICAP)];
    await publish(seat(one), { ...seat(macon), unit: 'U10' });
    const csv = (await head.get(`${LIST}.csv`)).body;
    expect(csv).toContain('Numéro;Nom;Première épreuve');
    expect(csv).toContain(number(one));
    expect((await head.get(`${LIST}.csv?etat=sans`)).body).not.toContain(number(one));
    const group = catalogue.portfolioOf({ cfd: '45023216' }, 'clermont')?.code ?? '';
    const officer = await aMember(test.db, space.site, 'officer', { portfolios: [group] });
    const page = await shown('', officer);
    expect(page).toContain(number(macon));
    expect(page).not.toContain(number(one));
    expect((await officer.get(`${LIST}.csv`)).body).not.toContain(number(one));
    expect((await again(one, officer)).status).toBe(404);
    expect(await mails(one)).toHaveLength(1);
  });
});

describe('A summons again', () => {
  it('is the same paper, and its mail once more; twice within the hour it is not', async () => {
    const one = await enrolled();
    await publish(seat(one));
    const form = hidden((await head.get(LIST)).body, one);
    const answers = await Promise.all([1, 2].map(() => head.post(`${LIST}/${one.enrolment.id}/renvoyer`, form)));
    for (const answer of answers)
      expect([answer.status, answer.location]).toEqual([303, expect.stringContaining('renvoyee')]);
    expect(await mails(one)).toHaveLength(2);
    expect((await sql`select 1 from paper where kind = 'summons'`.execute(test.db)).rows).toHaveLength(1);
    const lately = await again(one);
    expect([lately.status, words(lately.body)]).toEqual([409, expect.stringContaining("il y a moins d'une heure")]);
    await at('2023-11-15T12:00:00+01:00');
    expect((await again(one)).status).toBe(303);
    expect(await mails(one)).toHaveLength(3);
  });

  it('is a new one where something changed since, or where it could not be told', async () => {
    const one = await enrolled();
    await publish(seat(one));
    await sql`update exam_centre set address = '3 rue du Lac'`.execute(test.db);
    const answer = await again(one);
    expect(answer.location).toContain('emise');
    expect((await mails(one)).map(({ template }) => template)).toEqual(['summons.issued', 'summons.changed']);
    expect((await mails(one))[1]?.body).toContain('U20, le centre.');
    const failing = await enrolled();
    await sql`update enrolment set registered = jsonb_set(registered, '{qualification,speciality}', '"45099999"') where id = ${failing.enrolment.id}`.execute(
      test.db,
    );
    await publish(seat(one), seat(failing));
    expect(await shown('en-echec')).toContain('échec : The rule pack no longer knows');
    await sql`update enrolment set registered = jsonb_set(registered, '{qualification,speciality}', '"45033608"') where id = ${failing.enrolment.id}`.execute(
      test.db,
    );
    const list = await head.get(`${LIST}?etat=en-echec`);
    expect((await head.post(`${LIST}/${failing.enrolment.id}/renvoyer`, hidden(list.body, failing))).status).toBe(303);
    expect(await mails(failing)).toHaveLength(1);
    expect(await shown()).not.toContain("n'a pas pu être faite");
  });

  it('is refused to who has no seat', async () => {
    const [one, other] = [await enrolled(), await enrolled()];
    await publish(seat(one));
    const form = hidden((await head.get(LIST)).body, one);
    const none = await head.post(`${LIST}/${other.enrolment.id}/renvoyer`, { ...form, cle: '' });
    expect([none.status, words(none.body)]).toEqual([409, expect.stringContaining("n'a pas de place")]);
    expect((await head.post(`${LIST}/nobody/renvoyer`, form)).status).toBe(404);
  });
});
