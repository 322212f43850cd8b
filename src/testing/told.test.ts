import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { MailHead } from '../catalogue/index.ts';
import { MAILS_OF_ROOMS, type ToldCode } from '../everyMail.ts';
import { issueOfAnyKind } from '../papers/actions/issuePaper.ts';
import { asTheyGive, todoOf } from '../papers/left.ts';
import type { PaperKind } from '../papers/paper.ts';
import { listPieces } from '../pieces/index.ts';
import { readStream, SYSTEM } from '../platform/journal.ts';
import { keysOf } from '../platform/keys.ts';
import { onLineWordsIn } from '../platform/mail/words.ts';
import { aboutOf } from '../post/about.ts';
import { post, valuesOf } from '../post/post.ts';
import { AN_AUTHOR } from './delegations.ts';
import { deskRoom } from './desk.ts';
import {
  aDraft,
  type Browser,
  ORDINARY_DAY,
  register,
  type TestEnrolment,
  typedEnrolment,
  withoutMailbox,
} from './enrolments.ts';
import { forbiddenIn } from './french.ts';
import { pagesOf } from './papers.ts';
import { sentences } from './sentences.ts';
import { stage } from './stage.ts';
import { CONTENTS, type Situation, WORDS, type Words } from './toldWords.ts';
import { fieldOn, plainSpaces, wordsIn } from './words.ts';

/** Our pages, as our own words call them; a last hour, where a postmark has a day; and what is marked, which no reader may see. */
const WRONG =
  /vos (?:justificatifs|documents)\b|\b(?:cette|sa|la|votre) page\b|\b[Pp]ost(?:ée?|ale?|er?)\b[^.]*jusqu'au [^.]*\d h \d|[\ue000-\uf8ff]/;
/** What only who reads our pages, or has a mail box, a camera or a telephone of that kind understands. */
const wrongIn = (text: string): readonly string[] => [...onLineWordsIn(text), ...(WRONG.exec(text) ?? [])];

const PEOPLE = ['with a mail box', 'without', 'without, nor an address'] as const;
type Person = (typeof PEOPLE)[number];
const CODES = keysOf(WORDS);

const files = new Map<Person, TestEnrolment>();
/** What each was told: the event, and in which words. */
const told: { person: Person; code: ToldCode; eventId: string; words: Words }[] = [];

const { db, catalogue, events, papers, setClock, staff } = await stage(deskRoom(), {
  staff: { officer: 'officer', service: 'accommodation' },
});
const { officer, service } = staff;
for (const person of PEOPLE) files.set(person, await aFile(person));
await sql`truncate letter, mail`.execute(db);
for (const person of PEOPLE) await tellAll(person);

async function aFile(person: Person): Promise<TestEnrolment> {
  const options = { events, catalogue, status: { birthName: person.replaceAll(/\W/g, '') } };
  const draft = await aDraft(db, options);
  const candidate = person === 'with a mail box' ? draft.candidate : await withoutMailbox(db, draft);
  const mine = { candidate, enrolment: draft.enrolment };
  const enrolment =
    person === 'with a mail box'
      ? await register(db, options, candidate, draft.enrolment.id)
      : await typedEnrolment(db, options, mine, {}, "N'a pas d'ordinateur.");
  if (person === 'without, nor an address')
    await sql`update enrolment set registered = jsonb_set(registered, '{identification}', '{}') where id = ${enrolment.id}`.execute(
      db,
    );
  return { candidate, enrolment };
}

/** Every thing that can be told, once each, through the one door. */
async function tellAll(person: Person): Promise<void> {
  const { enrolment, candidate } = fileOf(person);
  const about = aboutOf(catalogue, enrolment, candidate);
  const now = papers.clock.now();
  const given = await listPieces(db, enrolment.id);
  const at: Situation = {
    about,
    catalogue,
    values: valuesOf(papers, about, `/candidatures/${enrolment.id}`),
    pieces: asTheyGive(candidate, given),
    todo: await todoOf(papers, db, about, given, now),
    now,
    author: AN_AUTHOR,
  };
  for (const code of CODES)
    for (const words of WORDS[code](at)) {
      const eventId = randomUUID();
      const { behind, author, ...written } = words;
      const mail = { eventId, ...(behind === undefined ? {} : { behind }), ...(author ? { author } : {}) };
      await db.transaction().execute((tx) => post(papers, tx, about, mail, written));
      told.push({ person, code, eventId, words });
    }
  for (const [kind, made] of Object.entries(CONTENTS) as readonly [PaperKind, (typeof CONTENTS)[PaperKind]][])
    for (const content of typeof made === 'string' ? [] : made(at))
      await db.transaction().execute((tx) => issueOfAnyKind(papers, tx, SYSTEM, about, kind, content));
}

function fileOf(person: Person): TestEnrolment {
  const found = files.get(person);
  if (found === undefined) throw new Error('nobody');
  return found;
}

type Sent = { id: string; event_id: string; subject: string; body: string; signed_by: string | null };
const letters = async () =>
  (await sql<Sent>`select id, event_id, subject, body, signed_by from letter`.execute(db)).rows;
const tray = async (browser: Browser, path: string): Promise<string> => {
  const pages: string[] = [];
  for (let page = 1; page < 20; page++) {
    const answer = await browser.get(`${path}?page=${page}`);
    if (answer.status !== 200) break;
    pages.push(answer.body);
  }
  return pages.join('');
};
const OFFICE = '/gestion/courriers';
const SERVICE = '/gestion/amenagements/courriers';

describe('What is told to a person', () => {
  it('goes one way: a mail to who has a mail box, a letter to who has none, and nobody is forgotten', async () => {
    const { rows: mails } = await sql<{ event_id: string }>`select event_id from mail`.execute(db);
    const posted = await letters();
    for (const { person, code, eventId } of told) {
      const ways = [mails, posted].map((way) => way.filter(({ event_id }) => event_id === eventId).length);
      const expected = person === 'with a mail box' ? [1, 0] : [0, 1];
      expect(ways, `${code} ${person}`).toEqual(expected);
    }
    // Each that can be told was told; what is for a mail box alone has no words of a letter.
    const written = new Set<unknown>(told.map(({ words }) => words.mail));
    for (const mail of Object.values(MAILS_OF_ROOMS).flatMap((mails): readonly MailHead[] => Object.values(mails)))
      expect(written.has(mail), mail.code).toBe(mail.to === undefined && mail.onlyByMail === undefined);
  });

  it('by a letter, says nothing that only holds on line, no link, no mail', async () => {
    const posted = await letters();
    expect(posted.length).toBeGreaterThan(80);
    const wrong = posted.flatMap(({ event_id, subject, body }) => {
      const found = wrongIn(plainSpaces(`${subject}\n${body}`));
      const of = told.find(({ eventId }) => eventId === event_id);
      return found.length === 0 ? [] : [`${of?.code}: « ${found} » in\n${subject}\n${body}`];
    });
    expect(wrong.join('\n\n')).toBe('');
  });

  it('by a letter or on paper, has no word that only the office knows', async () => {
    const { rows } = await sql<{ content: unknown }>`select content from paper`.execute(db);
    const said = [
      ...(await letters()).map(({ subject, body }) => `${subject}\n${body}`),
      ...rows.flatMap(({ content }) => sentences(content)),
    ];
    const faults = new Set(said.flatMap((text) => forbiddenIn(text.replaceAll('\u2019', "'"))));
    expect([...faults].join('\n')).toBe('');
  });

  it('on paper, neither: what is issued to who reads no page of ours names none', async () => {
    const { rows } = await sql<{ kind: string; content: string }>`select p.kind, p.content::text as content from paper p
      join enrolment e on e.id = p.enrolment_id join auth_user u on u.id = e.candidate_id
      where u.email like '%@sans-adresse.invalid'`.execute(db);
    const kinds = Object.entries(CONTENTS).flatMap(([kind, made]) =>
      made === 'on line alone' || made === 'of results' ? [] : [kind],
    );
    expect([...new Set(rows.map(({ kind }) => kind))].toSorted()).toEqual(kinds.toSorted());
    const wrong = rows.flatMap(({ kind, content }) => {
      // Where anybody may verify it, for who has the paper before them.
      // That they have no mail address is what they certify.
      const text = plainSpaces(content)
        .replace(/"verification":\s*"[^"]*"/, '')
        .replace(/"Adresse mail", "values": \["Pas d'adresse mail : courrier"\]/, '');
      const found = wrongIn(text);
      return found.length === 0 ? [] : [`${kind}: « ${found} » in ${text}`];
    });
    expect(wrong.join('\n\n')).toBe('');
  });

  it('in the words of the pack that stand on a paper or may be sent to anybody: what each piece is, and every ready-made refusal', () => {
    const said = [
      ...catalogue.pack.pieceTypes.flatMap(({ label, description, example = '', rules, cannedReasons }) => [
        ...[label, description, example],
        ...rules.map(({ why }) => why),
        ...cannedReasons.map(({ text }) => text),
      ]),
      ...catalogue.pack.sessions.flatMap(({ pieceGroups }) =>
        pieceGroups.flatMap(({ sanction, help = '' }) => [sanction, help]),
      ),
    ];
    expect(said.length).toBeGreaterThan(150);
    expect(said.filter((words) => wrongIn(plainSpaces(words)).length > 0)).toEqual([]);
  });

  it('by a letter, holds what the mail only announces, which no mail holds', async () => {
    const posted = await letters();
    const { rows: mails } = await sql<{ event_id: string; body: string }>`select event_id, body from mail`.execute(db);
    for (const { eventId, words, code } of told) {
      if (words.behind === undefined) continue;
      const [mail, sent] = [mails, posted].map((way) => way.find(({ event_id }) => event_id === eventId)?.body);
      if (mail !== undefined) expect(mail, code).not.toContain(words.behind);
      if (sent !== undefined) expect(sent, code).toContain(words.behind);
    }
  });

  it('waits in one tray that somebody opens: the office s, or that of the service alone for what tells of health', async () => {
    const [office, health] = [await tray(officer, OFFICE), await tray(service, SERVICE)];
    for (const { id, event_id } of await letters()) {
      const of = told.find(({ eventId }) => eventId === event_id);
      if (of === undefined) throw new Error('told by nobody');
      const places = [office, health].map((page) => page.includes(id));
      expect(places, of.code).toEqual(of.words.mail.health ? [false, true] : [true, false]);
    }
    expect((await officer.get(SERVICE)).status).toBe(404);
    expect((await service.get(OFFICE)).status).toBe(404);
    expect(wordsIn(office)).toContain('Aucune adresse dans les réponses');
  });

  it('is counted to who may print it, and to nobody else', async () => {
    const { rows } = await sql<{ confidential: boolean; n: number }>`select confidential, count(*)::int as n from letter
      group by confidential order by confidential`.execute(db);
    const [ordinary, confidential] = rows.map(({ n }) => n);
    const home = async (browser: Browser) => plainSpaces(wordsIn((await browser.get('/gestion')).body));
    expect(await home(officer)).toContain(`${ordinary} lettres attendent`);
    expect(await home(service)).toContain(`${confidential} lettres attendent`);
    expect(await home(officer)).not.toContain(`${confidential} lettres attendent`);
  });

  it('as a decision, is signed by who took it, whoever prints it', async () => {
    const decided = told.filter(({ words }) => words.author !== undefined);
    expect(decided.length).toBeGreaterThan(6);
    const posted = await letters();
    for (const { eventId, person, code } of told) {
      const sent = posted.find(({ event_id }) => event_id === eventId);
      if (sent === undefined || person === 'with a mail box') continue;
      const signed = decided.some((one) => one.eventId === eventId);
      expect(sent.signed_by?.includes('Anne Agent, ') ?? false, code).toBe(signed);
      if (signed) expect(sent.body, code).toContain('Anne Agent');
    }
  });
});

describe('The service that alone reads of somebody s health', () => {
  const healthLetter = async (person: Person): Promise<string> =>
    (
      await sql<{
        id: string;
      }>`select id from letter where confidential and body like '%Ce que le service vous demande%'
        and account_id = ${fileOf(person).candidate.accountId}`.execute(db)
    ).rows[0]?.id ?? '';

  it('prints its letters by itself, with where to answer it, and nobody of the office learns of it', async () => {
    const id = await healthLetter('without');
    const printed = await service.post(SERVICE, { acte: 'imprimer', choix: id });
    expect(printed.status).toBe(200);
    const text = plainSpaces((await pagesOf(printed.bytes)).join(' ').replaceAll(/\s+/g, ' '));
    for (const said of ["Service des aménagements d'épreuves (pli confidentiel)", 'Ce que le service vous demande'])
      expect(text).toContain(said);
    expect(text).not.toMatch(/04 73|gestionnaire|@/i);
    expect(wordsIn(await tray(service, SERVICE))).toContain('Imprimée le');
    const { rows } =
      await sql`select from journal where academy is not null and (name = 'letter.exported' or data::text like ${`%${id}%`})`.execute(
        db,
      );
    expect(rows).toEqual([]);
    const read = JSON.stringify(await readStream(db, 'accommodations:clermont', 500));
    expect(read).toContain(fileOf('without').enrolment.id);
  });

  it('has each on a page of its own, which exists for no officer, nor any other file for it', async () => {
    const [id, { enrolment }] = [await healthLetter('without'), fileOf('without')];
    const page = `${SERVICE}/${enrolment.id}/${id}`;
    expect(wordsIn((await service.get(page)).body)).toContain('Ce que le service vous demande');
    expect((await officer.get(page)).status).toBe(404);
    expect((await officer.get(`/gestion/dossiers/${enrolment.id}/courriers/${id}`)).status).toBe(404);
    const other = fileOf('with a mail box').enrolment.id;
    expect((await service.get(`${SERVICE}/${other}/${id}`)).status).toBe(404);
    const ordinary = (await letters()).find(({ subject }) => subject.includes('est validée'))?.id ?? '';
    expect((await service.get(`${SERVICE}/${enrolment.id}/${ordinary}`)).status).toBe(404);
    const taken = await officer.post(OFFICE, { acte: 'imprimer', choix: id });
    expect(taken.status).toBe(422);
  });

  it('notes what left once, however often it is clicked; returned, it waits again; handed over, in the chain of the service alone', async () => {
    const [id, { enrolment }] = [await healthLetter('without'), fileOf('without')];
    await setClock(ORDINARY_DAY.add({ hours: 48 }));
    const [page, form] = [`${SERVICE}/${enrolment.id}/${id}`, { acte: 'partie', jour: '16/11/2023', choix: id }];
    const twice = await Promise.all([service.post(SERVICE, form), service.post(SERVICE, form)]);
    expect(twice.some(({ location }) => location?.includes('lettres-parties') ?? false)).toBe(true);
    const { rows } = await sql`select from notice_letter where letter_id = ${id} and taken_back_at is null`.execute(db);
    expect(rows).toHaveLength(1);
    const lettre = fieldOn((await service.get(page)).body, 'lettre');
    await service.post(page, { acte: 'devenue', lettre, devenir: 'unknown', le: '16/11/2023' });
    expect(wordsIn((await service.get(page)).body)).toContain('Revenue sans être remise');
    expect((await tray(service, SERVICE)).includes(id)).toBe(true);
    const named = async (stream: string) => (await readStream(db, stream, 200)).map(({ name }) => name);
    expect(await named(`health:${enrolment.id}`)).toContain('letter.posted');
    expect(await named(`enrolment:${enrolment.id}`)).not.toContain('letter.posted');
  });

  it('keeps what waits for somebody who has a mail box since: it was told by post, and stays to be posted', async () => {
    const [id, { candidate }] = [await healthLetter('without'), fileOf('without')];
    await sql`update auth_user set email = ${`${randomUUID()}@example.org`} where id = ${candidate.accountId}`.execute(
      db,
    );
    expect((await tray(service, SERVICE)).includes(id)).toBe(true);
  });

  it('says what to do of more letters than one print takes, and prints nothing', async () => {
    const { rows } = await sql<{
      id: string;
    }>`insert into letter (id, event_id, template, account_id, academy, session, about, confidential, subject, body)
      select gen_random_uuid(), gen_random_uuid(), 'space.message', account_id, academy, session, about, true, 'Essai', 'Essai'
      from letter, generate_series(1, 300) where id = ${await healthLetter('without')} returning id`.execute(db);
    const many = await service.post(SERVICE, { acte: 'imprimer', choix: rows.map(({ id }) => id) });
    expect([many.status, wordsIn(many.body).includes('Imprimez 50 lettres au plus à la fois')]).toEqual([422, true]);
    expect(wordsIn((await service.get('/gestion')).body)).toMatch(/3\d\d lettres attendent|Beaucoup de lettres/);
    expect((await service.get(`${SERVICE}/liste`)).body.split('\r\n').length).toBeGreaterThan(300);
  });
});
