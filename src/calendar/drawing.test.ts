import { sql } from 'kysely';
import { beforeEach, expect, it } from 'vitest';
import { readStream } from '../platform/journal.ts';
import {
  AT,
  CALENDAR,
  countRows,
  examForms,
  hidden,
  ROOM_TABLE,
  SITTING,
  withoutPlaces,
} from '../testing/examForms.ts';
import { aSeat, examRoom, placedSeats, SESSION } from '../testing/examSite.ts';
import { stage } from '../testing/stage.ts';
import { fieldOn, words } from '../testing/words.ts';

const {
  db,
  registered,
  setClock,
  staff: { head, officer },
} = await stage(examRoom(), { staff: { head: 'head', officer: 'officer' }, on: '2024-05-02T10:00:00+02:00' });
const { upload, send: sendForm } = examForms(head);
const CALENDAR_LIST = `${AT}/calendrier`;
const DRAWING = `${CALENDAR_LIST}/dessin`;
const hrefOf = (html: string, title: string): string =>
  (new RegExp(`<a class="block[^"]*" title="${title}[^>]*href="([^"]+)"`).exec(html)?.[1] ?? '').replaceAll(
    '&amp;',
    '&',
  );
const sitting = async (unit: string) =>
  (
    await sql<{ id: string; at: string; room: string | null; version: number }>`
    select s.id, to_char(s.starts_at at time zone 'Europe/Paris', 'DD/MM HH24:MI') as at, r.name as room, s.row_version as version
    from exam_sitting s left join exam_room r on r.id = s.room_id where s.session = ${SESSION} and s.unit = ${unit}`.execute(
      db,
    )
  ).rows[0];
const roomId = async (name: string): Promise<string> =>
  (await sql<{ id: string }>`select id from exam_room where name = ${name}`.execute(db)).rows[0]?.id ?? '';
/** The page of what a move changes, as the drawing asks for it. */
const ask = async (to: Record<'room' | 'day' | 'hour', string>, unit = 'U20') => {
  const { id, version } = (await sitting(unit)) ?? { id: '', version: 0 };
  return head.get(
    `${AT}/calendrier/${id}/deplacer?${new URLSearchParams({ session: SESSION, version: String(version), ...to })}`,
  );
};
const confirmed = (html: string) =>
  Object.fromEntries(
    ['room', 'day', 'hour', 'version', 'cle', 'vu', 'avantSalle', 'avantDate', 'avantHeure'].map((name) => [
      name,
      fieldOn(html, name),
    ]),
  );
const send = async (form: Record<string, string>, unit = 'U20') =>
  head.post(`${AT}/calendrier/${(await sitting(unit))?.id}/deplacer`, form);

beforeEach(async () => {
  await withoutPlaces(db);
  await setClock('2024-05-02T10:00:00+02:00');
  await upload('centres', ROOM_TABLE);
  await upload('calendrier', CALENDAR);
});

it('A day is drawn: a line a room by centre, each test with its hours, how it is held and how many sit it', async () => {
  await registered();
  const { body } = await head.get(DRAWING);
  const page = words(body);
  expect(page).toContain('lundi 3 juin 2024');
  expect(page).toMatch(
    /LYC-1, Lycée des Puys, Riom Salle 1 20 places U20 Coiffure 9 h 00 à 11 h 00 pratique, 1 candidat à placer/,
  );
  expect(page).toContain('LYC-2, Lycée du Velay, Le Puy-en-Velay A 30 places');
  expect(page).not.toContain('à régler');
  expect(words((await head.get(`${DRAWING}?jour=2024-06-04`)).body)).toMatch(
    /Aucune salle .*U10 Coiffure 14 h 00 à 16 h 30/,
  );
});

it('It opens on a day of which something is to be settled, and says what, in words', async () => {
  await sql`update exam_room set closed = true where name = 'Salle 1'`.execute(db);
  await sql`update exam_sitting set starts_at = '2024-06-09T07:00Z' where unit = 'U10'`.execute(db);
  const first = words((await head.get(DRAWING)).body);
  expect(first).toMatch(
    /À régler ce jour Coiffure, U20 , 9 h 00 à 11 h 00, LYC-1, Salle 1 : salle qui n'accueille plus d'épreuves/,
  );
  expect(words((await head.get(`${DRAWING}?jour=2024-06-09`)).body)).toContain("c'est un dimanche");
});

it('What another session has in a room is drawn with its name and moved from its own calendar', async () => {
  await sql`insert into exam_sitting (id, academy, session, speciality, unit, starts_at, minutes, material, kind, room_id)
    values (gen_random_uuid(), 'clermont', 'bp-demo', '45033608', 'U10', '2024-06-03T12:00Z', 60, '', '', ${await roomId('Salon')})`.execute(
    db,
  );
  const { body } = await head.get(DRAWING);
  expect(words(body)).toMatch(/Salon 12 places U10 Coiffure, bp-demo 14 h 00 à 15 h 00/);
  expect(hrefOf(body, 'Coiffure, U10')).toBe('');
  const read = await officer.get(DRAWING);
  expect(read.body).not.toContain('<a class="block');
});

it('A move is read before it is written, done once, and undone by the inverse move', async () => {
  const preview = await ask({ room: await roomId('Salon'), day: '05/06/2024', hour: '10:30' });
  expect(words(preview.body)).toMatch(
    /9 h 00 à 11 h 00 \(2 h\), LYC-1, Salle 1 mercredi 5 juin 2024, 10 h 30 à 12 h 30 \(2 h\), LYC-1, Salon/,
  );
  expect(await sitting('U20')).toMatchObject({ at: '03/06 09:00', room: 'Salle 1', version: 1 });
  const form = confirmed(preview.body);
  const [one, two] = [await send(form), await send(form)];
  expect([one.status, two.location]).toEqual([303, one.location]);
  expect(await sitting('U20')).toMatchObject({ at: '05/06 10:30', room: 'Salon', version: 2 });
  expect((await readStream(db, `exam:clermont:${SESSION}`, 1))[0]).toMatchObject({ name: 'exam.placeSaved' });
  const after = await head.get(one.location);
  expect(words(after.body)).toContain(
    'Coiffure, U20 est déplacée : mercredi 5 juin 2024, 10 h 30 à 12 h 30 (2 h), LYC-1, Salon.',
  );
  const undo = /href="([^"]+)">Annuler ce déplacement/.exec(after.body)?.[1]?.replaceAll('&amp;', '&') ?? '';
  const back = await head.get(undo);
  expect((await send(confirmed(back.body))).status).toBe(303);
  expect(await sitting('U20')).toMatchObject({ at: '03/06 09:00', room: 'Salle 1' });
  // Undone already: the link of before is refused with words.
  const late = await head.get(undo);
  expect([late.status, words(late.body)]).toEqual([
    409,
    expect.stringContaining('Cette ligne a changé depuis que vous'),
  ]);
});

it('It says for how many summoned candidates, and leaves what began', async () => {
  const room = await roomId('Salle 1');
  await placedSeats(db, { room }, [aSeat(await registered(), 'U20', '2024-06-03T09:00')]);
  await sql`update exam_seat set sitting_id = (select id from exam_sitting where unit = 'U20')`.execute(db);
  expect(words((await head.get(DRAWING)).body)).toContain('9 h 00 à 11 h 00 pratique, 1 candidat ');
  const to = { room, day: '05/06/2024', hour: '10 h' };
  const preview = await ask(to);
  expect(words(preview.body)).toMatch(/1 candidat convoqué est concerné.* Qui \S.* \(BP24-\d{5}-[A-Z]\)/);
  await setClock('2024-06-03T09:00:00+02:00');
  for (const refused of [await ask(to), await send(confirmed(preview.body))])
    expect([refused.status, words(refused.body)]).toEqual([409, expect.stringContaining('Cette épreuve a commencé')]);
});

it('A room in which the published plan has another test at that hour is said before a move, and to be settled after it', async () => {
  const room = await roomId('Salon');
  await upload('calendrier', ["Spécialité;Unité;Date;Heure;Durée;Jusqu'à", '45033608;U41;05/06/2024;14 h;10 min;17 h']);
  await placedSeats(db, { room }, [aSeat(await registered(), 'U41', '2024-06-05T14:20', { minutes: 60 })]);
  await sql`update exam_seat set sitting_id = (select id from exam_sitting where unit = 'U41')`.execute(db);
  const said = 'Coiffure, U41, de 14 h 20 à 15 h 20';
  expect(words((await ask({ room, day: '05/06/2024', hour: '17 h' })).body)).not.toContain(said);
  const preview = await ask({ room, day: '05/06/2024', hour: '14 h' });
  expect(words(preview.body)).toContain(`Coiffure, U20, LYC-1, Salon : ${said}. Changez l'heure ou la salle`);
  const { location } = await send(confirmed(preview.body));
  expect(words((await head.get(location)).body)).toMatch(
    new RegExp(`À régler ce jour Coiffure, U20 .* : la répartition publiée y a ${said}\\.`),
  );
  // The list says the same of a test whose form was saved.
  expect(words((await head.get(CALENDAR_LIST)).body)).toMatch(
    new RegExp(`dont 1 à régler .*U20 .*LYC-1, Salon, la répartition publiée y a ${said}`),
  );
});

it('A form says so before it writes, keeps what was typed, and is saved once that was read; of others since, it is read again', async () => {
  const room = await roomId('Salon');
  await upload('calendrier', ["Spécialité;Unité;Date;Heure;Durée;Jusqu'à", '45033608;U41;05/06/2024;14 h;10 min;17 h']);
  await placedSeats(db, { room }, [aSeat(await registered(), 'U41', '2024-06-05T14:20', { minutes: 60 })]);
  await sql`update exam_seat set sitting_id = (select id from exam_sitting where unit = 'U41')`.execute(db);
  const there = { ...SITTING, room, day: '05/06/2024', hour: '14 h', material: 'Blouse' };
  for (const page of [`${CALENDAR_LIST}/nouveau`, `${CALENDAR_LIST}/${(await sitting('U20'))?.id}`]) {
    const typed = { ...there, hour: page.endsWith('nouveau') ? '14 h 30' : '14 h' };
    const before = await countRows(db, 'exam_sitting');
    const asked = await sendForm(page, typed);
    expect([asked.status, words(asked.body)]).toEqual([
      409,
      expect.stringContaining(
        "dans cette salle 1 candidat d'une autre épreuve, de 14 h 20 à 15 h 20. Rien n'est encore",
      ),
    ]);
    expect(asked.body).toMatch(/Blouse.*Enregistrer quand même/s);
    // Two clicks of the first form write nothing.
    expect((await sendForm(page, typed)).status).toBe(409);
    await sql`update exam_seat set ends_at = ends_at + interval '5 minutes'`.execute(db);
    const form = { ...hidden(asked.body), ...typed, vu: fieldOn(asked.body, 'vu') };
    const again = await head.post(page, form);
    expect([again.status, words(again.body)]).toEqual([409, expect.stringContaining('à 15 h 25')]);
    expect(await countRows(db, 'exam_sitting')).toBe(before);
    const read = { ...hidden(again.body), ...typed, vu: fieldOn(again.body, 'vu') };
    const twice = [await head.post(page, read), await head.post(page, read)];
    expect(twice.map(({ status }) => status)).toEqual([303, 303]);
    expect(await countRows(db, 'exam_sitting')).toBe(before + (page.endsWith('nouveau') ? 1 : 0));
    await sql`update exam_seat set ends_at = ends_at - interval '5 minutes'`.execute(db);
    await sql`delete from exam_sitting where unit = 'U20' and starts_at = '2024-06-05T12:30Z'`.execute(db);
  }
  // At an hour at which nobody is there, and without a room, nothing is asked.
  expect((await sendForm(`${CALENDAR_LIST}/nouveau`, { ...there, day: '06/06/2024' })).status).toBe(303);
  expect((await sendForm(`${CALENDAR_LIST}/nouveau`, { ...there, room: '', hour: '8 h' })).status).toBe(303);
});

it('It is refused in the words of the calendar, and what was read is what is written', async () => {
  const room = await roomId('Salle 1');
  const refused = async (to: Partial<Record<'room' | 'day' | 'hour', string>>): Promise<string> => {
    const answer = await ask({ room, day: '03/06/2024', hour: '9 h', ...to });
    expect([422, 409]).toContain(answer.status);
    return words(answer.body);
  };
  expect(await refused({ day: '09/06/2024' })).toContain("C'est un dimanche");
  expect(await refused({ day: '29/02/2023' })).toContain("Ce n'est pas une date");
  expect(await refused({ hour: '' })).toContain("Indiquez l'heure de début");
  expect(await refused({})).toContain('Cette épreuve y est déjà');
  expect(await refused({ hour: '23 h' })).toContain("L'épreuve finirait le lendemain");
  const form = confirmed((await ask({ room, day: '05/06/2024', hour: '10 h' })).body);
  const other = await send({ ...form, hour: '11 h' });
  expect([other.status, words(other.body)]).toEqual([200, expect.stringContaining('11 h 00 à 13 h 00')]);
  await sql`update exam_sitting set row_version = 7`.execute(db);
  expect(words((await send(form)).body)).toContain('Cette ligne a changé depuis que vous');
  expect(await countRows(db, 'exam_sitting')).toBe(2);
});

it('A board that is moved calls as long as before', async () => {
  await upload('calendrier', ["Spécialité;Unité;Date;Heure;Durée;Jusqu'à", '45033608;U41;03/06/2024;14 h;10 min;17 h']);
  const preview = await ask({ room: '', day: '03/06/2024', hour: '13:15' }, 'U41');
  expect(words(preview.body)).toMatch(/passages de 10 min.*, de 13 h 15 à 16 h 15/);
  const late = await ask({ room: '', day: '03/06/2024', hour: '21 h' }, 'U41');
  expect([late.status, words(late.body)]).toEqual([422, expect.stringContaining("L'épreuve finirait le lendemain")]);
});

it('Rooms without a test are drawn where they are few, or once they are asked for', async () => {
  await upload('centres', [
    ROOM_TABLE[0] ?? '',
    ...Array.from({ length: 12 }, (_, i) => `LYC-9;Lycée 9;;63000;Riom;Atelier ${i};10;;`),
  ]);
  const few = await head.get(DRAWING);
  expect(words(few.body)).toMatch(/\d+ salles sans épreuve ce jour-là, non dessinées\. Les dessiner aussi/);
  expect(words(few.body)).not.toContain('Atelier 3');
  const [, all = ''] = /href="([^"]*libres=oui)"/.exec(few.body) ?? [];
  expect(words((await head.get(all.replaceAll('&amp;', '&'))).body)).toContain('Atelier 3');
  await sql`delete from exam_room where name like 'Atelier%'`.execute(db);
  await sql`delete from exam_session_centre where centre_id in (select id from exam_centre where code = 'LYC-9')`.execute(
    db,
  );
  await sql`delete from exam_centre where code = 'LYC-9'`.execute(db);
});

it('A calendar that is empty is said so; of two hundred rooms, those that are free wait to be asked for', async () => {
  await upload('centres', [
    ROOM_TABLE[0] ?? '',
    ...Array.from({ length: 200 }, (_, i) => `C${i};Lycée ${i};;63000;Riom;S;10;;`),
  ]);
  const many = words((await head.get(DRAWING)).body);
  expect(many).toContain('202 salles sans épreuve ce jour-là, non dessinées. Choisissez un centre pour les voir.');
  expect(words((await head.get(`${DRAWING}?centre=C7`)).body)).toContain('C7, Lycée 7, Riom S 10 places');
  await withoutPlaces(db);
  expect(words((await head.get(DRAWING)).body)).toContain('Aucune épreuve au calendrier');
  await upload('calendrier', [CALENDAR[0] ?? '', 'Coiffure;U10;04/06/2024;14:00;2 h 30;;;;']);
  expect(words((await head.get(`${DRAWING}?jour=%00&centre=%27&toutes=oui&deplacee=x`)).body)).toContain(
    'Sans salle gardée',
  );
});
