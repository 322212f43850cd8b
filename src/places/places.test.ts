import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { readStream, verifyJournal } from '../platform/journal.ts';
import {
  AT,
  CALENDAR,
  CENTRE,
  countRows,
  examForms,
  hidden,
  idOf,
  pathOf,
  ROOM_TABLE,
  SITTING,
  withoutPlaces,
} from '../testing/examForms.ts';
import { examRoom, SESSION } from '../testing/examSite.ts';
import { saysEachRefusal } from '../testing/refusals.ts';
import { stage } from '../testing/stage.ts';
import { words } from '../testing/words.ts';
import { refusals } from './refusals.ts';
import { listKeptElsewhere } from './store/keptElsewhere.ts';
import { sessionsMeeting } from './store/sittings.ts';

const {
  db,
  catalogue,
  staff: { head },
} = await stage(examRoom(), { staff: { head: 'head' } });
beforeEach(() => withoutPlaces(db));
const { send, aCentre, aRoom, upload } = examForms(head);
const count = (table: string): Promise<number> => countRows(db, table);

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
    expect(words(list.body)).toContain('Centres et salles aucun pour le moment');
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
    // Years that are over are not read.
    await sql`insert into exam_sitting (id, academy, session, speciality, unit, starts_at, minutes, material, kind, room_id)
      values (gen_random_uuid(), 'clermont', 'bp-2020', '45033608', 'U10', '2020-06-03T06:30:00Z', 60, '', '', ${room})`.execute(
      db,
    );
    const place = { academy: 'clermont', session: SESSION };
    const kept = await listKeptElsewhere(db, catalogue, place);
    expect(kept.map(({ session }) => session)).toEqual(['bp-demo']);
    // From half past nine on, and the other one ends then.
    expect(await sessionsMeeting(db, place)).toEqual([]);
    await sql`update exam_sitting set starts_at = '2024-06-03T07:30:00Z' where session = 'bp-2020'`.execute(db);
    expect(await sessionsMeeting(db, place)).toEqual(['bp-2020']);
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
    // What is missing hides nothing of what is wrong.
    for (const said of ['Indiquez le nom du centre', 'Ce code ne convient pas', "Ce n'est pas un code postal"])
      expect(words(wrong.body)).toContain(said);
    expect(wrong.body).toContain('value="LY C!"');
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
    expect([late.status, words(late.body)]).toEqual([
      409,
      expect.stringContaining('Cette ligne a changé depuis que vous'),
    ]);
    expect(late.body).toContain('value="Perdu"');
    expect((await sql<{ name: string }>`select name from exam_centre`.execute(db)).rows).toEqual([{ name: 'Autre' }]);
    const entries = await readStream(db, `exam:clermont:${SESSION}`, 5);
    expect(entries[0]).toMatchObject({ name: 'exam.placeSaved', actorKind: 'staff', data: { kind: 'centre' } });
    expect(await verifyJournal(db)).toEqual([]);
  });
});

describe('A table of centres and rooms', () => {
  it('that is none, or too much, is refused with the way out', async () => {
    for (const [bytes, said] of [
      [Buffer.alloc(0), 'Ce fichier est vide'],
      [Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0]), "n'est pas un tableau"],
      [Buffer.from('PK\u0003\u0004 cassé'), 'ne se lit pas'],
      [Buffer.from('a;b\n'.repeat(5_001)), 'plus de 5'],
    ] as const) {
      const answer = await upload('centres', bytes);
      expect([answer.status, words(answer.body)]).toEqual([422, expect.stringContaining(said)]);
    }
    const none = await head.upload(`${AT}/importer/centres`, {}, Buffer.alloc(0), '');
    expect([none.status, words(none.body)]).toEqual([422, expect.stringContaining('Choisissez un tableau')]);
    const big = await upload('centres', Buffer.alloc(5 * 1024 * 1024 + 10, 'a'));
    expect([big.status, words(big.body)]).toEqual([413, expect.stringContaining('dépasse 5')]);
    const many = ['x', ...Array.from({ length: 400 }, (_, i) => `C${i};n;;63000;v;s;0;;`)];
    const faults = await upload('centres', [ROOM_TABLE[0] ?? '', ...many.slice(1)]);
    expect(words(faults.body)).toContain('Et 200 autres fautes.');
    const tooMany = Array.from({ length: 301 }, (_, i) => `C${i};n;;63000;v;s;1;;`);
    const full = await upload('centres', [ROOM_TABLE[0] ?? '', ...tooMany]);
    expect([full.status, words(full.body)]).toEqual([409, expect.stringContaining('au plus 300 centres')]);
    expect(await count('exam_centre')).toBe(0);
  });
});

describe('A refusal', () => saysEachRefusal(refusals, { room: 'Salle 1' }));
