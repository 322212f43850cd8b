import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { enrolmentStream, healthSubjectOf } from '../enrolment/index.ts';
import { readStream } from '../platform/journal.ts';
import { onePage } from '../testing/documents/pdfFile.ts';
import { type Browser, ORDINARY_DAY, PASSWORD, setClock, type TestEnrolment } from '../testing/enrolments.ts';
import { mailsTo } from '../testing/papers.ts';
import { aStaffMember, signedIn } from '../testing/staff.ts';
import { stage } from '../testing/stage.ts';
import { fieldOn, words } from '../testing/words.ts';
import { accommodationRoom } from './testing.ts';

/** A decision on accommodations prepared within the service, for whoever of it signs; no other table, list or journal says what it says. */

const { db, registered, site } = await stage(accommodationRoom(), { on: ORDINARY_DAY });
const [signer, clerk, colleague] = [await enter(true), await enter(false), await enter(false)];

async function enter(signs: boolean): Promise<Browser> {
  const { id, address } = await aStaffMember(db, site.accounts, 'accommodation');
  if (!signs) await sql`update delegation set until_on = '2015-12-31' where account_id = ${id}`.execute(db);
  return signedIn(site, address);
}

type Person = TestEnrolment & { readonly browser: Browser; readonly at: string; readonly desk: string };
/** Whose request the doctor advised on. */
async function advised(): Promise<Person> {
  const made = await registered();
  const browser = await signedIn(site, made.candidate.address, PASSWORD);
  const at = `/candidatures/${made.enrolment.id}/amenagement`;
  const desk = `/gestion/amenagements/${made.enrolment.id}`;
  await browser.get(at);
  const asked = { measures: ['extra-time', 'helper'], words: 'Je lis lentement.', acte: 'envoyer' };
  expect((await browser.post(at, asked)).status).toBe(303);
  const advice = { givenOn: '14/11/2023', 'avis-extra-time': 'favorable', 'avis-helper': 'defavorable' };
  const page = (await signer.get(desk)).body;
  expect((await signer.post(`${desk}/avis`, { version: fieldOn(page, 'version'), ...advice })).status).toBe(303);
  return { ...made, browser, at, desk };
}
const SECRET = 'Le médecin ne la juge pas utile.';
const DECISION = {
  ...{ 'mesure-extra-time': 'accordee', 'temps-extra-time': '33', certain: 'oui', fondement: 'D351-27' },
  ...{ 'mesure-helper': 'refusee', 'motifs-helper': SECRET },
};
async function send(who: Browser, { desk }: Person, more: Record<string, string> = {}) {
  const { body } = await who.get(desk);
  const version = fieldOn(body, 'version');
  return who.post(`${desk}/decision`, { version, preparee: fieldOn(body, 'preparee'), ...DECISION, ...more });
}
const prepare = (who: Browser, person: Person, more: Record<string, string> = {}) =>
  send(who, person, { suite: 'preparer', ...more });
const decided = async ({ enrolment }: Person) =>
  (
    await sql<{ prepared: boolean }>`select d.prepared_by is not null as prepared from accommodation_decision a
      join decision d on d.id = a.decision_id where a.enrolment_id = ${enrolment.id}`.execute(db)
  ).rows;
const states = async ({ enrolment }: Person) =>
  (
    await sql<{ state: string }>`select state from prepared_decision
      where enrolment_id = ${enrolment.id} order by prepared_at`.execute(db)
  ).rows.map(({ state }) => state);

it('is written by who has no delegation: nothing is decided or told, and only the service has what it says', async () => {
  const person = await advised();
  const { body } = await clerk.get(person.desk);
  expect(body).toContain('value="preparer"');
  expect(words(body)).toContain('je propose cette décision à qui peut la signer');
  expect(words(body)).not.toContain('Décider et notifier');
  expect((await send(clerk, person)).status, 'it signs nothing').toBe(403);
  expect((await prepare(clerk, person, { 'motifs-helper': '' })).status).toBe(422);
  expect((await prepare(clerk, person, { version: '0' })).status).toBe(409);
  for (const _ of [1, 2]) expect((await prepare(clerk, person)).location).toBe(`${person.desk}?message=preparee`);
  const other = await prepare(colleague, person, { 'temps-extra-time': '20' });
  expect([other.status, words(other.body)]).toEqual([409, expect.stringContaining('déjà préparée')]);
  const mail = (await mailsTo(db, person.candidate.address)).filter(({ template }) => template === 'space.message');
  expect([await decided(person), await states(person)]).toEqual([[], ['waiting']]);
  expect(mail.filter(({ subject }) => /décision/i.test(subject))).toEqual([]);
  expect(words((await person.browser.get(person.at)).body)).not.toMatch(/prépar|Décision/);
  const list = words((await signer.get('/gestion/amenagements?liste=to-sign')).body);
  expect(list).toContain(person.enrolment.number);
  expect(list).toContain('Décision préparée, à signer');
  // The office's own table says that there is one and by whom: neither facts, nor measures, nor reasons, nor law.
  const { rows } = await sql<Record<string, unknown>>`select facts, asked, reason, ground, back from prepared_decision
    where enrolment_id = ${person.enrolment.id}`.execute(db);
  expect(rows).toEqual([{ facts: [], asked: {}, reason: '', ground: '', back: null }]);
  expect(JSON.stringify(await readStream(db, enrolmentStream(person.enrolment.id), 100))).not.toMatch(/prepared/);
  const journal =
    await sql`select from journal_entry where name like 'decision.%' or name like '%repared' and academy is not null`.execute(
      db,
    );
  expect(journal.rows).toEqual([]);
  const health = await readStream(db, healthSubjectOf(person.enrolment).stream, 100);
  expect(health.map(({ name }) => name)).toContain('accommodation.prepared');
});

it('is read whole, corrected and signed by who may; two clicks are one, and nothing of it is kept twice', async () => {
  const person = await advised();
  await prepare(clerk, person);
  const { body } = await signer.get(person.desk);
  expect(words(body)).toContain(SECRET);
  expect(body).toContain('value="33"');
  const beside = await send(signer, person, { preparee: '' });
  expect([beside.status, words(beside.body)]).toEqual([409, expect.stringContaining('déjà préparée')]);
  const form = { version: fieldOn(body, 'version'), preparee: fieldOn(body, 'preparee'), ...DECISION };
  const press = () => signer.post(`${person.desk}/decision`, { ...form, 'temps-extra-time': '30' });
  for (const { location } of await Promise.all([press(), press()]))
    expect(location).toBe(`${person.desk}?message=decidee`);
  expect([await decided(person), await states(person)]).toEqual([[{ prepared: true }], ['signed']]);
  const kept = await sql`select from accommodation_prepared p join accommodation_case c on c.id = p.case_id
    where c.enrolment_id = ${person.enrolment.id}`.execute(db);
  expect(kept.rows).toEqual([]);
  const late = await signer.post(`${person.desk}/decision`, { ...form, suite: 'renvoyer', mot: 'Trop tard.' });
  expect(late.status).toBe(409);
});

it('goes back with a word that its service alone has; taken up again, it waits again', async () => {
  const person = await advised();
  await prepare(clerk, person);
  expect((await send(signer, person, { suite: 'renvoyer', mot: ' ' })).status).toBe(422);
  const word = { suite: 'renvoyer', mot: 'Citez le bilan du médecin.' };
  const { body } = await signer.get(person.desk);
  const theirs = await send(colleague, person, { ...word, preparee: fieldOn(body, 'preparee') });
  expect(theirs.status, 'who can’t sign sends nothing back').toBe(403);
  const form = { version: fieldOn(body, 'version'), preparee: fieldOn(body, 'preparee'), ...word };
  for (const _ of [1, 2])
    expect((await signer.post(`${person.desk}/decision`, form)).location).toBe(`${person.desk}?message=renvoyee`);
  expect(words((await clerk.get(person.desk)).body)).toContain('Citez le bilan du médecin.');
  expect((await clerk.get(person.desk)).body).toContain(SECRET);
  const { rows } = await sql`select back from prepared_decision where enrolment_id = ${person.enrolment.id}`.execute(
    db,
  );
  expect(rows).toEqual([{ back: '' }]);
  const tab = await signer.post(`${person.desk}/decision`, { ...form, ...DECISION, suite: '' });
  expect([tab.status, words(tab.body)]).toEqual([409, expect.stringContaining("n'attend plus")]);
  expect((await prepare(clerk, person)).location).toContain('preparee');
  expect(await states(person)).toEqual(['sent-back', 'waiting']);
});

it('is not signed once a document came; the request taken back, nothing of it is left', async () => {
  const person = await advised();
  await prepare(clerk, person);
  const { body } = await signer.get(person.desk);
  await setClock(db, ORDINARY_DAY.add({ minutes: 5 }));
  await person.browser.upload(`${person.at}/fichiers`, { kind: 'medical' }, onePage(), 'bilan.pdf');
  const form = { version: fieldOn(body, 'version'), preparee: fieldOn(body, 'preparee'), ...DECISION };
  const signed = await signer.post(`${person.desk}/decision`, form);
  expect([signed.status, words(signed.body)]).toEqual([409, expect.stringContaining('a changé depuis')]);
  const now = await signer.get(person.desk);
  expect(words(now.body)).toContain('elle ne peut plus être signée telle quelle');
  expect(words(now.body)).not.toContain('Décider et notifier');
  expect([await decided(person), await states(person)]).toEqual([[], ['waiting']]);
  await person.browser.get(`${person.at}/retrait`);
  expect((await person.browser.post(`${person.at}/retrait`, {})).status).toBe(303);
  const { rows } = await sql`select from accommodation_prepared p join accommodation_case c on c.id = p.case_id
    where c.enrolment_id = ${person.enrolment.id}`.execute(db);
  expect(rows).toEqual([]);
});

it('is signed by nobody whose delegation ended yesterday, and is no officer’s, head’s or other academy’s', async () => {
  const person = await advised();
  await prepare(clerk, person);
  const preparee = fieldOn((await signer.get(person.desk)).body, 'preparee');
  await sql`update delegation set until_on = business_now()::date - 1 where until_on is null`.execute(db);
  const ended = await send(signer, person, { preparee });
  expect([ended.status, words(ended.body)]).toEqual([403, expect.stringContaining('La vôtre a pris fin le')]);
  expect(words((await signer.get(person.desk)).body)).toContain('La vôtre a pris fin le');
  expect(await decided(person)).toEqual([]);
  await sql`update delegation set until_on = null where until_on > '2016-01-01'`.execute(db);
  for (const [role, academy] of [
    ['officer', 'clermont'],
    ['head', 'clermont'],
    ['admin', 'clermont'],
    ['accommodation', 'lyon'],
  ] as const) {
    const stranger = await signedIn(site, (await aStaffMember(db, site.accounts, { role, academy })).address);
    expect((await stranger.get(person.desk)).status, role).toBe(404);
    expect((await stranger.post(`${person.desk}/decision`, { suite: 'renvoyer', mot: 'Non' })).status, role).toBe(404);
  }
});
