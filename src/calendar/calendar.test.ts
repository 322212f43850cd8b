import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { readTable } from '../platform/tables/readTable.ts';
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
import { aSeat, examRoom, placedSeats } from '../testing/examSite.ts';
import { saysEachRefusal } from '../testing/refusals.ts';
import { stage } from '../testing/stage.ts';
import { fieldOn, words } from '../testing/words.ts';
import { refusals } from './refusals.ts';

const {
  db,
  registered,
  setClock,
  staff: { head },
} = await stage(examRoom(), { staff: { head: 'head' } });
beforeEach(() => withoutPlaces(db));
const { send, aCentre, aRoom, upload } = examForms(head);
const count = (table: string): Promise<number> => countRows(db, table);

describe('The calendar', () => {
  it('holds a unit with its hour in Paris, and the room that is kept for it', async () => {
    const centre = await aCentre();
    const room = (await aRoom(centre)).split('/').at(-1) ?? '';
    const done = await send(`${AT}/calendrier/nouveau`, { ...SITTING, room, material: 'Calculatrice' });
    expect(done.location).toContain('/gestion/examen/calendrier?');
    const page = await head.get(`${AT}/calendrier`);
    expect(words(page.body)).toMatch(
      /lundi 3 juin 2024, 1 épreuve .*Coiffure, U20 9 h 00 à 11 h 00 \(2 h\) LYC-1, Salle 1 Calculatrice/,
    );
    const { rows } = await sql<{ at: Temporal.Instant }>`select starts_at as at from exam_sitting`.execute(db);
    expect(rows[0]?.at.toString()).toBe('2024-06-03T07:00:00Z');
    const one = /href="(\/gestion\/examen\/calendrier\/[0-9a-f-]{36})/.exec(page.body)?.[1] ?? '';
    expect((await head.get(one)).body).toContain('value="03/06/2024"');
    // As it stands it is its own, not another's.
    expect((await send(one, { ...SITTING, room })).status).toBe(303);
    const kept = await send(`/gestion/examen/salles/${room}/supprimer`, {}, `/gestion/examen/salles/${room}`);
    expect(kept.status).toBe(409);
    // A third of two hours is forty minutes: the evening is said, and nothing refused.
    await send(one, { ...SITTING, hour: '18 h' });
    const late = 'Avec un tiers de temps en plus, elle finit à 20 h 40.';
    expect(words((await head.get(`${AT}/calendrier`)).body)).toContain(`18 h 00 à 20 h 00 (2 h). ${late}`);
    expect(words((await head.get(one)).body)).toContain(`${late} C'est tard`);
    expect((await send(`${one}/supprimer`, {}, one)).location).toContain('message=enleve');
  });

  it('has each day of a test on its own, with the pause that is within its hours, in the list and as it is drawn', async () => {
    const day = { ...SITTING, held: 'practical', hour: '8 h' };
    await send(`${AT}/calendrier/nouveau`, { ...day, unit: '45022108/U10', duration: '4 h 30' });
    await send(`${AT}/calendrier/nouveau`, { ...day, unit: '45022108/U10-P2', duration: '8 h 30', day: '04/06/2024' });
    const list = words((await head.get(`${AT}/calendrier`)).body);
    expect(list).toContain('Boulanger, U10 8 h 00 à 12 h 30 (4 h 30, dont 30 min hors épreuve)');
    expect(list).toContain('Boulanger, U10, phase 2 8 h 00 à 16 h 30 (8 h 30, dont 30 min hors épreuve)');
    const drawn = words((await head.get(`${AT}/calendrier/dessin?jour=2024-06-04`)).body);
    expect(drawn).toContain('8 h 00 à 16 h 30 pratique, dont 30 min hors épreuve, aucun candidat');
  });

  it('asks about the hour of a test that begins at night, which nothing forbids', async () => {
    expect((await send(`${AT}/calendrier/nouveau`, { ...SITTING, day: '07/06/2024', hour: '2 h 30' })).status).toBe(
      303,
    );
    const list = words((await head.get(`${AT}/calendrier`)).body);
    expect(list).toContain("Coiffure, U20 2 h 30 à 4 h 30 (2 h). Elle commence avant 7 h : vérifiez l'heure.");
  });

  it('refuses a day off, a day out of the session, another duration, a hall that is taken, and says why', async () => {
    const centre = await aCentre();
    const room = (await aRoom(centre)).split('/').at(-1) ?? '';
    const refused = async (changes: Partial<typeof SITTING>): Promise<string> => {
      const answer = await send(`${AT}/calendrier/nouveau`, { ...SITTING, ...changes });
      expect(answer.status, JSON.stringify(changes)).toBe(422);
      return words(answer.body);
    };
    expect(await refused({ day: '09/06/2024' })).toContain("C'est un dimanche");
    expect(await refused({ day: '15/08/2024' })).toContain('jour férié');
    expect(await refused({ day: '31/05/2024' })).toContain('va du 03/06/2024 au 31/12/2024');
    expect(await refused({ day: '31/06/2024' })).toContain("Ce n'est pas une date");
    expect(await refused({ hour: '26 h' })).toContain("Ce n'est pas une heure");
    expect(await refused({ unit: '45033608/U99' })).not.toContain("C'est enregistré");
    expect(await refused({ room, kind: 'cuisine' })).toContain("Cette salle n'a pas cet équipement");
    expect(await refused({ duration: '4 h' })).toContain('Le règlement donne 2 h');
    expect(await count('exam_sitting')).toBe(0);
    await send(`${AT}/calendrier/nouveau`, { ...SITTING, room });
    expect(await refused({ ...SITTING, room })).toContain('déjà gardée pour une autre épreuve');
    expect(await refused({ unit: '45033608/U10', hour: '10 h 59', duration: '2 h 30', room })).toMatch(
      /déjà gardée|règlement/,
    );
    expect(await count('exam_sitting')).toBe(1);
  });

  it('two heads at once never keep one hall for two', async () => {
    const centre = await aCentre();
    const room = (await aRoom(centre)).split('/').at(-1) ?? '';
    const forms = await Promise.all(
      [1, 2, 3].map(async () => hidden((await head.get(`${AT}/calendrier/nouveau`)).body)),
    );
    const answers = await Promise.all(
      forms.map((form, index) =>
        head.post(`${AT}/calendrier/nouveau`, { ...form, ...SITTING, room, hour: `9 h 0${index}` }),
      ),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 422, 422]);
    expect(await count('exam_sitting')).toBe(1);
  });

  it('leaves what began to those who sit it; what nobody sits is a mistake that may be mended', async () => {
    await upload('centres', ROOM_TABLE);
    await upload('calendrier', [...CALENDAR, '45033608;U20;05/06/2024;9 h;2 h;;;;']);
    const [{ id: room = '' } = {}] = (await sql<{ id: string }>`select id from exam_room limit 1`.execute(db)).rows;
    await placedSeats(db, { room }, [aSeat(await registered(), 'U20', '2024-06-03T09:00')]);
    await sql`update exam_seat set sitting_id = (select id from exam_sitting where unit = 'U20' order by starts_at limit 1)`.execute(
      db,
    );
    const at = async (day: string) => {
      const { rows } = await sql<{ id: string }>`select id from exam_sitting where starts_at::date = ${day}`.execute(
        db,
      );
      return `${AT}/calendrier/${rows[0]?.id}`;
    };
    const first = await at('2024-06-03');
    await setClock('2024-06-03T08:59:00+02:00');
    const moved = CALENDAR.map((line) => line.replace('03/06/2024', '06/06/2024'));
    const preview = words((await upload('calendrier', moved)).body);
    expect(preview).toMatch(/1 épreuve change, 1 épreuve est enlevée.*1 candidat convoqué est concerné/);
    await setClock('2024-06-03T09:00:00+02:00');
    for (const refused of [
      await send(first, { ...SITTING, day: '06/06/2024' }),
      await send(`${first}/supprimer`, {}, first),
    ])
      expect([refused.status, words(refused.body)]).toEqual([409, expect.stringContaining('Cette épreuve a commencé')]);
    const began = 'épreuve « Coiffure, U20 » du lundi 3 juin 2024 à 9 h 00 a commencé : elle ne change plus';
    const table = [...moved.slice(0, 2), '45033608;U20;07/06/2024;9 h;2 h;;;;'];
    expect(words((await upload('calendrier', table)).body)).toMatch(new RegExp(`Ligne [23] : l'${began}`));
    const without = await upload('calendrier', [CALENDAR[0] ?? '', '45033608;U20;05/06/2024;9 h;2 h;;;;']);
    expect([without.status, words(without.body)]).toEqual([422, expect.stringContaining(`L'${began}`)]);
    await setClock('2024-06-05T18:00:00+02:00');
    expect(
      (await send(await at('2024-06-04'), { ...SITTING, unit: '45033608/U10', duration: '2 h 30', day: '10/06/2024' }))
        .status,
    ).toBe(303);
    expect((await send(`${await at('2024-06-05')}/supprimer`, {}, await at('2024-06-05'))).status).toBe(303);
  });

  it('keeps the equipment of a room that a sitting asks for', async () => {
    const centre = await aCentre();
    const room = await aRoom(centre, { kinds: 'coiffure' });
    await send(`${AT}/calendrier/nouveau`, { ...SITTING, room: room.split('/').at(-1) ?? '', kind: 'coiffure' });
    const lost = await send(room, { room: 'Salle 1', capacity: '20', kinds: '' });
    expect([lost.status, words(lost.body)]).toEqual([409, expect.stringContaining("qu'elle n'aurait plus")]);
  });
});

const sittings = async () =>
  (await sql<{ id: string; at: string }>`select id, starts_at::text as at from exam_sitting order by id`.execute(db))
    .rows;

describe('A table', () => {
  it('brings centres and rooms, then the calendar; sent again it changes nothing; what it says otherwise is changed', async () => {
    expect((await upload('centres', ROOM_TABLE)).location).toContain('importe=3-0-0');
    expect(words((await head.get(`${AT}/centres?importe=3-0-0`)).body)).toContain('3 lignes ajoutées');
    expect((await upload('centres', ROOM_TABLE)).location).toContain('importe=0-0-0');
    const other = ROOM_TABLE.map((line) =>
      line.replace('Salon;12', 'SALON;14').replace('Velay;;', 'Velay;2 bd Carnot;'),
    );
    expect((await upload('centres', other)).location).toContain('importe=0-2-0');
    expect((await upload('calendrier', CALENDAR)).location).toContain('importe=2-0-0');
    const moved = [...CALENDAR.slice(0, 2), CALENDAR[2]?.replace('04/06', '05/06') ?? ''];
    const before = await sittings();
    const preview = await upload('calendrier', moved);
    expect([preview.status, words(preview.body)]).toEqual([
      200,
      expect.stringMatching(/ 1 épreuve change Personne n'est convoqué/),
    ]);
    expect(await sittings()).toEqual(before);
    const seen = { tableau: fieldOn(preview.body, 'tableau'), vu: fieldOn(preview.body, 'vu') };
    const sent = () => head.post(`${AT}/importer/calendrier/confirmer`, seen);
    expect((await sent()).location).toContain('importe=0-1-0');
    // Twice is once, and it is the same test.
    expect((await sent()).location).toContain('importe=0-0-0');
    expect((await sittings()).map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    // Units that it doesn't name stay.
    expect((await upload('calendrier', moved.slice(0, 2))).location).toContain('importe=0-0-0');
    expect(await count('exam_sitting')).toBe(2);
  });

  it('that takes a test away is read again where the calendar changed meanwhile, and one that is no table is refused', async () => {
    await upload(
      'calendrier',
      [...CALENDAR, 'Coiffure;U10;05/06/2024;14:00;2 h 30;;;;'].map((line) => line.replace(';LYC-1;Salle 1', ';;')),
    );
    const fewer = CALENDAR.map((line) => line.replace(';LYC-1;Salle 1', ';;'));
    const preview = await upload('calendrier', fewer);
    expect(words(preview.body)).toMatch(/1 épreuve est enlevée.*Ce qui est enlevé.*Coiffure, U10/);
    const seen = { tableau: fieldOn(preview.body, 'tableau'), vu: fieldOn(preview.body, 'vu') };
    await sql`update exam_sitting set row_version = row_version + 1`.execute(db);
    const again = await head.post(`${AT}/importer/calendrier/confirmer`, seen);
    expect([again.status, words(again.body)]).toEqual([200, expect.stringContaining('Relisez, puis confirmez')]);
    expect(await count('exam_sitting')).toBe(3);
    expect((await head.post(`${AT}/importer/calendrier/confirmer`, { ...seen, tableau: '' })).status).toBe(422);
    // What was read is what is written: another table under the same confirmation is read first.
    const other = { vu: fieldOn(again.body, 'vu'), tableau: seen.tableau.replace('9 h', '10 h') };
    const otherwise = await head.post(`${AT}/importer/calendrier/confirmer`, other);
    expect(words(otherwise.body)).toMatch(/1 épreuve change, 1 épreuve est enlevée.*Coiffure, U20.*10 h 00 à 12 h 00/);
    expect(await count('exam_sitting')).toBe(3);
    const now = { tableau: seen.tableau, vu: fieldOn(again.body, 'vu') };
    expect((await head.post(`${AT}/importer/calendrier/confirmer`, now)).location).toContain('importe=0-0-1');
  });

  it('goes out as it comes in, as CSV and as a workbook', async () => {
    await upload('centres', ROOM_TABLE);
    await upload('calendrier', CALENDAR);
    for (const what of ['centres', 'calendrier'])
      for (const format of ['csv', 'xlsx']) {
        const out = await head.get(`${AT}/exporter/${what}?format=${format}`);
        expect(out.header('content-disposition'), what).toContain(`.${format}`);
        expect((await upload(what, out.bytes, `x.${format}`)).location, `${what} ${format}`).toContain('importe=0-0-0');
      }
    const template = await head.get(`${AT}/exporter/calendrier?format=xlsx&modele=oui`);
    expect(await readTable(template.bytes)).toEqual({
      ok: true,
      value: [[...(CALENDAR[0]?.split(';') ?? []), 'Forme', "Jusqu'à", 'Préparation', 'Battement']],
    });
  });

  it('says all its faults at once, each with its line, and writes nothing', async () => {
    await upload('centres', ROOM_TABLE);
    const answer = await upload('calendrier', [
      CALENDAR[0] ?? '',
      '45033608;U20;03/06/2024;9 h;2 h;;;LYC-1;Salle 1',
      '45033608;U99;09/06/2024;9 h;3 h;;;;',
      '99999999;U10;03/06/2025;25 h;x;;;LYC-9;A',
      '',
      '45033608;U10;03/06/2024;10 h;2 h 30;;;LYC-1;salle 1',
    ]);
    expect(answer.status).toBe(422);
    const page = words(answer.body);
    for (const said of [
      "Rien n'a été enregistré",
      "Ligne 3, Unité : cette spécialité n'a pas cette unité. Écrivez U10",
      "Ligne 3, Date : c'est un dimanche",
      'Ligne 4, Spécialité : aucune spécialité',
      "Ligne 4, Date : cette date n'est pas dans la session",
      "Ligne 4, Heure : ce n'est pas une heure",
      "Ligne 4, Durée : ce n'est pas une durée",
      "Ligne 4, Centre : cette session n'utilise aucun centre",
      'Ligne 6, Salle : cette salle est déjà prise par la ligne 2',
    ])
      expect(page).toContain(said);
    expect(await count('exam_sitting')).toBe(0);
    const rooms = await upload('centres', ['Centre;Salle;Places', 'A;B;0']);
    expect(words(rooms.body)).toContain('Nom du centre : cette colonne manque');
    expect(words(rooms.body)).toContain('3 fautes');
    const twice = await upload('centres', [...ROOM_TABLE, 'LYC-2;;;;;a;3,5;peut-être;']);
    expect(words(twice.body)).toContain('Ligne 5, Salle : cette salle est déjà à la ligne 4');
    expect(words(twice.body)).toContain("Ligne 5, Places : ce n'est pas un nombre de places");
  });

  it('is written whole or not at all, beside somebody who writes by hand', async () => {
    await upload('centres', ROOM_TABLE);
    await Promise.all([upload('calendrier', CALENDAR), upload('calendrier', CALENDAR)]);
    expect(await count('exam_sitting')).toBe(2);
  });
});

const [startsAt, endsAt] = ['07', '09'].map((hour) => Temporal.Instant.from(`2024-06-03T${hour}:00Z`));
describe('A refusal', () => saysEachRefusal(refusals, { others: [{ persons: 2, startsAt, endsAt }] }));
