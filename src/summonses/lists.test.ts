import { unzipSync } from 'fflate';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { CentreId } from '../places/index.ts';
import { findPublishedPlan } from '../plan/index.ts';
import { withdraw } from '../testing/enrolments.ts';
import { aCentre, aSeat, examRoom, publishedPlan, SESSION } from '../testing/examSite.ts';
import { nodes, pagesOf, readPdf } from '../testing/pdf.ts';
import { stage } from '../testing/stage.ts';
import { words } from '../testing/words.ts';
import { type ListKind, listFile } from './printLists.ts';
import { listLines } from './store/lists.ts';

const numbers: string[] = [];
const LISTS = '/gestion/examen/listes';
const LONG = "d'Ƙerguelen-Ṱremblay".padEnd(80, 'e');

const {
  db,
  catalogue,
  papers,
  enter,
  registered,
  setClock,
  staff: { head },
} = await stage(examRoom(), { staff: { head: 'head' } });
expect(words((await head.get(LISTS)).body)).toContain("Aucune répartition n'est publiée");
const centre = await aCentre(db, ['Salle 1', 'Salle 2']);
const made = async (status: { birthName: string; firstNames?: string; usageName?: string }) => {
  const one = await registered({ status });
  numbers.push(one.enrolment.number ?? '');
  return one;
};
const [zoe, eric, long, gone] = [
  await made({ birthName: 'Zimmer', firstNames: 'Zoé' }),
  await made({ birthName: 'Éric', firstNames: 'Jean, Paul', usageName: 'Durand' }),
  await made({ birthName: LONG, firstNames: 'Anne-Constance '.repeat(5).trim() }),
  await made({ birthName: 'Retiré', firstNames: 'Paul' }),
];
await publishedPlan(papers, centre.rooms, [
  aSeat(zoe, 'U20', '2024-06-03T09:00', { place: 1 }),
  aSeat(eric, 'U20', '2024-06-03T09:00', { place: 2 }),
  aSeat(gone, 'U20', '2024-06-03T09:00', { place: 3 }),
  aSeat(long, 'U20', '2024-06-03T09:00', { room: 'Salle 2', place: 1, percent: 33, alone: true }),
  aSeat(zoe, 'U41', '2024-06-03T14:00', { place: 5, minutes: 45 }),
  aSeat(zoe, 'U60', '2024-06-04T09:00', { place: 1 }),
]);
await withdraw(db, { events: papers.events, catalogue }, gone);

const listed = (kind: string, jour = '2024-06-03', id = centre.id) =>
  head.get(`${LISTS}/${kind}.pdf?centre=${id}&jour=${jour}`);

describe('The lists of a centre', () => {
  it('stand on a page by day, counted without who has left', async () => {
    const page = words((await head.get(LISTS)).body);
    expect(page).toMatch(/lundi 3 juin 2024, 1 centre .*?LYC-1, Lycée des Puys 4 2 Émargement/);
    expect(page).toMatch(/mardi 4 juin 2024, 1 centre .*?LYC-1, Lycée des Puys 1 1 Émargement/);
    await setClock('2024-06-04T07:00:00+02:00');
    expect(words((await head.get(LISTS)).body)).toMatch(/mardi 4 juin 2024, 1 centre .*1 jour passé lundi 3 juin 2024/);
    await setClock('2024-05-01T10:00:00+02:00');
    const officer = await enter({ role: 'officer', portfolios: ['G2'] });
    expect((await officer.get(LISTS)).status).toBe(404);
    expect((await officer.get('/gestion/examen/convocations')).body).not.toContain(LISTS);
    expect((await head.get('/gestion/examen/convocations')).body).toContain(LISTS);
  });

  it('to sign: a page a room and half-day, with table, name, birth, number, unit, the end of each, and room to sign', async () => {
    const answer = await listed('emargement');
    expect(answer.header('content-disposition')).toContain('emargement-LYC-1-2024-06-03.pdf');
    const read = await readPdf(answer.bytes);
    expect([read.title, read.standard, read.tagged, read.language, read.pages]).toEqual([
      'Émargement',
      '1',
      true,
      'fr',
      3,
    ]);
    const [one = '', two = '', three = ''] = (await pagesOf(answer.bytes)).map((text) =>
      text.replaceAll('\u00a0', ' '),
    );
    expect(one).toContain('Salle 1, matin');
    expect(one).toMatch(new RegExp(`1\\s*Zimmer Zoé\\s*30/05/1998\\s*${numbers[0]}\\s*U20\\s*11 h 00`));
    expect(one).toMatch(/2\s*Éric \(Durand\) Jean, Paul/);
    expect(one).not.toContain('Retiré');
    expect(two).toContain('Salle 2, matin');
    expect(two).toContain('11 h 40');
    expect(two.replaceAll(/\s/g, '')).toContain(LONG);
    expect(three).toContain('Salle 1, après-midi');
    expect(three).toContain('14 h 45');
    expect(nodes(read.tree, /^Table$/)).toHaveLength(3);
    expect(read.text).not.toMatch(/majoré|santé|handicap/i);
  });

  it('for the doors: by name, at the entrance with the room, then room by room; before a board in the order of calls', async () => {
    const pages = (await pagesOf((await listed('portes')).bytes)).map((text) => text.replaceAll('\u00a0', ' '));
    expect(pages).toHaveLength(5);
    expect(pages[0]).toContain('Accueil, matin');
    expect(pages[0]).toMatch(/Éric \(Durand\).*Salle 1.*Zimmer Zoé.*Salle 1/s);
    expect(pages[1]).toContain('Accueil, après-midi');
    expect(pages[2]).toMatch(/Salle 1, matin.*Éric.*Zimmer/s);
    await sql`update exam_seat set calls_at = starts_at - place * interval '20 minutes' where unit = 'U20' and place < 3`.execute(
      db,
    );
    const called = (await pagesOf((await listed('portes')).bytes))[2]?.replaceAll('\u00a0', ' ');
    await sql`update exam_seat set calls_at = null`.execute(db);
    expect(called).toMatch(/Salle 1, matin.*Éric.*8 h 20.*Zimmer.*8 h 40/s);
  });

  it('for the tables: a label a table and half-day', async () => {
    const { text, pages } = await readPdf((await listed('tables')).bytes);
    expect(pages).toBe(1);
    expect(text).toMatch(/Salle 1, table 1 Zimmer Zoé BP24-\S+ U20, 9 h 00/);
    expect(text).toMatch(/Salle 1, table 5 Zimmer Zoé BP24-\S+ U41, 14 h 00/);
  });

  it('of more places than one file holds are several, in one archive', async () => {
    const plan = await findPublishedPlan(db, { academy: 'clermont', session: SESSION });
    const day = Temporal.PlainDate.from('2024-06-03');
    const session = catalogue.session(SESSION);
    if (plan === null || session === undefined) throw new Error('No plan');
    const lines = await listLines(db, plan.id, centre.id as CentreId, day, 100);
    const order = {
      centre: { code: 'LYC-1', name: 'Lycée' },
      day,
      lines,
      now: Temporal.Instant.from('2024-05-01T10:00Z'),
    };
    const made = async (kind: ListKind, most: number) =>
      listFile(papers.pdf, catalogue, session, { ...order, kind }, most);
    expect((await made('portes', 100)).type).toBe('application/pdf');
    const { type, content } = await made('emargement', 2);
    expect(type).toBe('application/zip');
    const files = Object.entries(unzipSync(content));
    expect(files.map(([name]) => name)).toEqual([1, 2].map((part) => `emargement-LYC-1-2024-06-03-${part}.pdf`));
    const pages = await Promise.all(files.map(([, bytes]) => pagesOf(Buffer.from(bytes))));
    expect(pages.map(({ length }) => length)).toEqual([1, 2]);
  });

  it('of a centre of which another academy lends a room are printed under the code that the session has for it, while the loan lasts and after', async () => {
    const theirs = await aCentre(db, ['Salle 9', 'Salle 10'], { code: 'LYC-9', name: 'Lycée du Rhône' });
    await sql`update exam_centre set academy = 'lyon' where id = ${theirs.id}`.execute(db);
    await sql`update exam_room set academy = 'lyon' where centre_id = ${theirs.id}`.execute(db);
    await sql`insert into exam_room_loan (id, academy, room_id, borrower, first_day, last_day, said_by)
      values (gen_random_uuid(), 'lyon', ${theirs.rooms['Salle 9']}, 'clermont', '2024-06-12', '2024-06-12', gen_random_uuid())`.execute(
      db,
    );
    await sql`insert into exam_seat (plan_id, enrolment_id, unit, sitting_id, room_id, starts_at, ends_at, place)
      select id, ${zoe.enrolment.id}, 'U30', gen_random_uuid(), ${theirs.rooms['Salle 9']}, '2024-06-12T07:00Z', '2024-06-12T09:00Z', 1
      from exam_plan where state = 'published'`.execute(db);
    expect(words((await head.get(LISTS)).body)).toMatch(
      /12 juin 2024, 1 centre .*?LYON-LYC-9, Lycée du Rhône 1 1 Émar/,
    );
    for (const kind of ['emargement', 'portes', 'tables']) {
      const answer = await listed(kind, '2024-06-12', theirs.id);
      expect([answer.status, answer.header('content-disposition')]).toEqual([
        200,
        expect.stringContaining(`${kind}-LYON-LYC-9-2024-06-12.pdf`),
      ]);
      expect((await readPdf(answer.bytes)).text).toMatch(/Salle 9.*Zimmer/s);
    }
    await sql`update exam_room_loan set ended_at = business_now(), ended_by = said_by`.execute(db);
    expect((await listed('portes', '2024-06-12', theirs.id)).status).toBe(200);
  });

  it('that nobody asked for is a sentence, with the page to choose from', async () => {
    for (const [jour, id] of [
      ['2024-06-05', centre.id],
      ['2024-02-31', centre.id],
      ['hier', centre.id],
      ['2024-06-03', 'x'],
      ['2024-06-03', '0b5f9a52-6f0e-4a37-9d0e-3b7a4b2f6a11'],
    ] as const) {
      const answer = await listed('emargement', jour, id);
      expect([answer.status, words(answer.body)], `${jour} ${id}`).toEqual([
        422,
        expect.stringContaining('choisissez une ligne de la liste'),
      ]);
    }
  });

  it('of a full room keep their head on every page, and are made in seconds', async () => {
    const { rows } = await sql<{ id: string }>`select id from enrolment limit 1`.execute(db);
    await sql`insert into enrolment select (jsonb_populate_record(e, jsonb_build_object('id', gen_random_uuid(), 'number', 'BP24-9' || lpad(n::text, 4, '0') || '-A',
        'status', 'cancelled'))).* from enrolment e, generate_series(1, 120) n where e.id = ${rows[0]?.id}`.execute(db);
    await sql`update enrolment set ended_at = null where number like 'BP24-9%'`.execute(db);
    await sql`insert into exam_seat (plan_id, enrolment_id, unit, sitting_id, room_id, starts_at, ends_at, place)
      select p.id, e.id, 'U20', gen_random_uuid(), ${centre.rooms['Salle 2']}, '2024-06-10T07:00Z', '2024-06-10T09:00Z', row_number() over ()
      from exam_plan p, enrolment e where p.state = 'published' and e.number like 'BP24-9%'`.execute(db);
    const pages = await pagesOf((await listed('emargement', '2024-06-10')).bytes);
    expect(pages.length).toBeGreaterThan(3);
    for (const page of pages) expect(page).toContain('Signature');
  });
});
