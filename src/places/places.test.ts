import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { readStream, verifyJournal } from '../platform/journal.ts';
import { readTable } from '../platform/tables/readTable.ts';
import { examRoom, SESSION } from '../testing/examSite.ts';
import { saysEachRefusal } from '../testing/refusals.ts';
import { stage } from '../testing/stage.ts';
import { fieldOn, words } from '../testing/words.ts';
import { refusals } from './refusals.ts';

const {
  db,
  staff: { head },
} = await stage(examRoom(), { staff: { head: 'head' } });
beforeEach(async () => {
  for (const table of ['exam_sitting', 'exam_room', 'exam_centre'])
    await sql`delete from ${sql.table(table)}`.execute(db);
});

const AT = '/gestion/examen';
const CENTRE = { code: 'lyc-1', name: 'Lycée des Puys', address: '1 rue du Lac', postcode: '63 000', city: 'Riom' };
const hidden = (html: string) => ({
  version: fieldOn(html, 'version'),
  cle: fieldOn(html, 'cle'),
});
const idOf = (address: string): string => address.split('/').at(-1) ?? '';
const pathOf = (location: string): string => location.split('?')[0] ?? '';
async function send(path: string, fields: Record<string, string>, page = path) {
  return head.post(path, { ...hidden((await head.get(page)).body), ...fields });
}
async function aCentre(changes: Partial<typeof CENTRE> = {}): Promise<string> {
  return pathOf((await send(`${AT}/centres/nouveau`, { ...CENTRE, ...changes })).location);
}
async function aRoom(centre: string, fields: Record<string, string> = {}): Promise<string> {
  await send(`${centre}/salles`, { room: 'Salle 1', capacity: '20', kinds: '', ...fields });
  const { body } = await head.get(centre);
  return /href="(\/gestion\/examen\/salles\/[\w-]+)/.exec(body)?.[1] ?? '';
}
const SITTING = {
  unit: '45033608/U20',
  day: '03/06/2024',
  hour: '9 h',
  duration: '2 h',
  room: '',
  kind: '',
  material: '',
};
const count = async (table: string): Promise<number> =>
  Number((await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(db)).rows[0]?.n);

describe('A centre and its rooms', () => {
  it('are written by hand, changed, and taken away when nothing leans on them', async () => {
    const centre = await aCentre();
    expect(words((await head.get(`${centre}?message=enregistre`)).body)).toContain("C'est enregistré.");
    const room = await aRoom(centre, { kinds: 'Cuisine, coiffure', accessible: 'oui' });
    const page = words((await head.get(centre)).body);
    expect(page).toContain('LYC-1 : Lycée des Puys');
    expect(page).toContain('Salle 1 20 oui coiffure, cuisine');
    expect(words((await head.get(`${AT}/centres`)).body)).toContain('1 centre, 1 salle');
    expect((await head.get(room)).body).toContain('value="coiffure, cuisine"');
    expect((await send(room, { room: 'Salle 1 bis', capacity: '25' })).status).toBe(303);
    expect(words((await head.get(`${AT}/centres`)).body)).toMatch(/LYC-1 Lycée des Puys Riom 1 25 0/);
    expect((await send(`${room}/supprimer`, {}, room)).location).toContain('message=enleve');
    expect((await send(`${centre}/supprimer`, {}, centre)).location).toContain('message=enleve');
    expect(await count('exam_centre')).toBe(0);
  });

  it("are the academy's: a session leaves a centre with its rooms, and uses it again by a tick", async () => {
    const centre = await aCentre();
    const room = await aRoom(centre);
    await send(`${AT}/calendrier/nouveau`, { ...SITTING, room: idOf(room) });
    const kept = await send(`${centre}/supprimer`, {}, centre);
    expect([kept.status, words(kept.body)]).toEqual([409, expect.stringContaining('garde encore une salle')]);
    await sql`delete from exam_sitting`.execute(db);
    expect((await send(`${centre}/supprimer`, {}, centre)).location).toContain('message=enleve');
    const list = await head.get(`${AT}/centres`);
    expect(words(list.body)).toContain("1 autre centre de l'académie, que cette session n'utilise pas");
    expect(words(list.body)).toContain('0 centre, 0 salle');
    const used = await send(`${AT}/centres/utiliser`, { centres: idOf(centre) }, `${AT}/centres`);
    expect(used.location).toContain('message=utilises');
    expect(words((await head.get(`${AT}/centres`)).body)).toContain('1 centre, 1 salle');
    // Somebody else did it meanwhile: there is nothing to tick any more.
    expect((await send(`${AT}/centres/utiliser`, { centres: idOf(centre) }, `${AT}/centres`)).status).toBe(422);
    expect((await send(`${AT}/centres/utiliser`, {}, `${AT}/centres`)).status).toBe(422);
    const entries = await readStream(db, `exam:clermont:${SESSION}`, 1);
    expect(entries[0]).toMatchObject({ name: 'exam.centresUsed', data: { codes: ['LYC-1'] } });
  });

  it('are shared by sessions: a room is never kept for two, and who uses a centre is said', async () => {
    const centre = await aCentre();
    const room = idOf(await aRoom(centre));
    await sql`insert into exam_session_centre (academy, session, centre_id) values ('clermont', 'bp-demo', ${idOf(centre)})`.execute(
      db,
    );
    await sql`insert into exam_sitting (id, academy, session, speciality, unit, starts_at, minutes, material, kind, room_id)
      values (gen_random_uuid(), 'clermont', 'bp-demo', '45033608', 'U10', '2024-06-03T06:30:00Z', 60, '', '', ${room})`.execute(
      db,
    );
    expect(words((await head.get(centre)).body)).toContain('Aussi utilisé par');
    const refused = await send(`${AT}/calendrier/nouveau`, { ...SITTING, room });
    expect([refused.status, words(refused.body)]).toEqual([
      422,
      expect.stringContaining('Une autre session a cette salle à ce moment (bp-demo)'),
    ]);
    const table = [CALENDAR[0] ?? '', '45033608;U20;03/06/2024;9 h;2 h;;;LYC-1;Salle 1'];
    expect(words((await upload('calendrier', table)).body)).toMatch(/Ligne 2, Salle : une autre session a cette salle/);
    expect((await send(`${AT}/calendrier/nouveau`, { ...SITTING, hour: '9 h 30', room })).status).toBe(303);
  });

  it('closed, take nobody any more: they are not offered, and a table can not keep them', async () => {
    const centre = await aCentre();
    const room = await aRoom(centre, { stations: '8' });
    expect(words((await head.get(centre)).body)).toContain('Salle 1 20 (8 postes) non');
    expect((await send(room, { room: 'Salle 1', capacity: '20', stations: '0' })).status).toBe(422);
    await send(room, { room: 'Salle 1', capacity: '20', closed: 'oui' });
    expect(words((await head.get(centre)).body)).toContain('hors service');
    const kept = await send(`${AT}/calendrier/nouveau`, { ...SITTING, room: idOf(room) });
    expect(kept.status).toBe(422);
    await send(room, { room: 'Salle 1', capacity: '20' });
    expect((await send(`${AT}/calendrier/nouveau`, { ...SITTING, room: idOf(room) })).status).toBe(303);
    expect(words((await head.get(`${AT}/calendrier`)).body)).not.toContain('à régler');
    await send(centre, { ...CENTRE, closed: 'oui' });
    const calendar = words((await head.get(`${AT}/calendrier`)).body);
    expect(calendar).toContain('lundi 3 juin 2024, 1 épreuve, dont 1 à régler');
    expect(calendar).toContain("LYC-1, Salle 1, salle qui n'accueille plus d'épreuves");
    expect(words((await head.get(`${AT}/centres`)).body)).toContain('Lycée des Puys (fermé)');
  });

  it('say by name what is wrong with what was typed, and keep it', async () => {
    const wrong = await send(`${AT}/centres/nouveau`, { ...CENTRE, code: 'LY C!', postcode: '6300', name: '' });
    expect(wrong.status).toBe(422);
    expect(words(wrong.body)).toContain('Indiquez le nom du centre');
    const odd = await send(`${AT}/centres/nouveau`, { ...CENTRE, code: 'LY C!', postcode: '6300' });
    expect(odd.status).toBe(422);
    expect(words(odd.body)).toContain('Ce code ne convient pas');
    expect(words(odd.body)).toContain("Ce n'est pas un code postal");
    expect(odd.body).toContain('value="LY C!"');
    const centre = await aCentre();
    for (const capacity of ['0', '-1', '12,5', 'vingt', '2001', '1e3']) {
      const refused = await send(`${centre}/salles`, { room: 'B', capacity });
      expect([refused.status, words(refused.body)], capacity).toEqual([
        422,
        expect.stringContaining("Ce n'est pas un nombre de places"),
      ]);
    }
    expect(await count('exam_room')).toBe(0);
  });

  it('are not there twice, whatever accents and capitals', async () => {
    const centre = await aCentre();
    const same = await send(`${AT}/centres/nouveau`, { ...CENTRE, code: 'LYC-1' });
    expect([same.status, words(same.body)]).toEqual([422, expect.stringContaining('porte déjà ce code')]);
    await aRoom(centre, { room: 'Salle Évian' });
    const twice = await send(`${centre}/salles`, { room: 'SALLE EVIAN', capacity: '3' });
    expect([twice.status, words(twice.body)]).toEqual([422, expect.stringContaining('a déjà une salle de ce nom')]);
  });

  it('sent twice are one; changed meanwhile by a colleague, nothing is written over them', async () => {
    const form = hidden((await head.get(`${AT}/centres/nouveau`)).body);
    const [one, two] = await Promise.all([
      head.post(`${AT}/centres/nouveau`, { ...form, ...CENTRE }),
      head.post(`${AT}/centres/nouveau`, { ...form, ...CENTRE }),
    ]);
    expect([one.status, two.location]).toEqual([303, one.location]);
    const anew = await head.post(`${AT}/centres/nouveau`, { ...form, ...CENTRE, name: 'Écrit après' });
    expect([anew.status, anew.body.includes('value="Écrit après"')]).toEqual([422, true]);
    const centre = pathOf(one.location);
    const stale = hidden((await head.get(centre)).body);
    expect((await send(centre, { ...CENTRE, name: 'Autre' })).status).toBe(303);
    const late = await head.post(centre, { ...stale, cle: '', ...CENTRE, name: 'Perdu' });
    expect([late.status, words(late.body)]).toEqual([409, expect.stringContaining('Un collègue vient de modifier')]);
    expect(late.body).toContain('value="Perdu"');
    expect((await sql<{ name: string }>`select name from exam_centre`.execute(db)).rows).toEqual([{ name: 'Autre' }]);
    const entries = await readStream(db, `exam:clermont:${SESSION}`, 5);
    expect(entries[0]).toMatchObject({ name: 'exam.placeSaved', actorKind: 'staff', data: { kind: 'centre' } });
    expect(await verifyJournal(db)).toEqual([]);
  });
});

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

const ROOM_TABLE = [
  'Centre;Nom du centre;Adresse;Code postal;Commune;Salle;Places;Accessible;Équipements',
  'LYC-1;Lycée des Puys;1 rue du Lac;63000;Riom;Salle 1;20;oui;',
  'LYC-1;;;;;Salon;12;non;coiffure',
  'LYC-2;Lycée du Velay;;43000;Le Puy-en-Velay;A;30;;',
];
const CALENDAR = [
  'Spécialité;Unité;Date;Heure;Durée;Matériel;Équipement;Centre;Salle',
  '45033608;U20;03/06/2024;9 h;2 h;Calculatrice;;LYC-1;Salle 1',
  'Coiffure;U10;04/06/2024;14:00;2 h 30;;;;',
];
const upload = (what: string, table: readonly string[] | Buffer, name = 'tableau.csv') =>
  head
    .get(`${AT}/importer/${what}`)
    .then(() =>
      head.upload(`${AT}/importer/${what}`, {}, Buffer.isBuffer(table) ? table : Buffer.from(table.join('\r\n')), name),
    );

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
      expect.stringMatching(/1 épreuve change, 0 épreuve est enlevée, 0 épreuve s'ajoute.*Personne n'est convoqué/),
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

  it('that is none, or too much, is refused with the way out', async () => {
    for (const [bytes, said] of [
      [Buffer.alloc(0), 'Ce fichier est vide'],
      [Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0]), "n'est pas un tableau"],
      [Buffer.from('PK\u0003\u0004 cassé'), 'ne se lit pas'],
      [Buffer.from('a;b\n'.repeat(5_001)), 'trop de lignes'],
    ] as const) {
      const answer = await upload('centres', bytes);
      expect([answer.status, words(answer.body)]).toEqual([422, expect.stringContaining(said)]);
    }
    const none = await head.upload(`${AT}/importer/centres`, {}, Buffer.alloc(0), '');
    expect([none.status, words(none.body)]).toEqual([422, expect.stringContaining('Choisissez un tableau')]);
    const big = await upload('centres', Buffer.alloc(5 * 1024 * 1024 + 10, 'a'));
    expect([big.status, words(big.body)]).toEqual([413, expect.stringContaining('trop gros')]);
    const many = ['x', ...Array.from({ length: 400 }, (_, i) => `C${i};n;;63000;v;s;0;;`)];
    const faults = await upload('centres', [ROOM_TABLE[0] ?? '', ...many.slice(1)]);
    expect(words(faults.body)).toContain('Et 200 autres fautes.');
    const tooMany = Array.from({ length: 301 }, (_, i) => `C${i};n;;63000;v;s;1;;`);
    const full = await upload('centres', [ROOM_TABLE[0] ?? '', ...tooMany]);
    expect([full.status, words(full.body)]).toEqual([409, expect.stringContaining('au plus 300 centres')]);
    expect(await count('exam_centre')).toBe(0);
  });

  it('is written whole or not at all, beside somebody who writes by hand', async () => {
    await upload('centres', ROOM_TABLE);
    await Promise.all([upload('calendrier', CALENDAR), upload('calendrier', CALENDAR)]);
    expect(await count('exam_sitting')).toBe(2);
  });
});

describe('A refusal', () => saysEachRefusal(refusals, {}));
