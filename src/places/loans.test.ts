import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { createCatalogue } from '../catalogue/index.ts';
import { readStream } from '../platform/journal.ts';
import { capCatalogue } from '../testing/catalogue.ts';
import { AT, examForms, hidden, idOf, SITTING } from '../testing/examForms.ts';
import { examRoom, SESSION } from '../testing/examSite.ts';
import { mailsTo } from '../testing/mails.ts';
import { stage } from '../testing/stage.ts';
import { words } from '../testing/words.ts';
import { listKeptElsewhere } from './store/keptElsewhere.ts';
import { listRooms } from './store/places.ts';

/** Two academies, each with one session. */
const { pack } = await capCatalogue('lyon');
const catalogue = createCatalogue({ ...pack, sessions: pack.sessions.filter(({ exam }) => exam === 'bp') });
const {
  db,
  staff: { head, lyon, officer },
  setClock,
} = await stage(examRoom(), {
  staff: { head: 'head', lyon: { role: 'head', academy: 'lyon' }, officer: 'officer' },
  catalogue,
  on: '2024-04-02T10:00+02:00',
});
const { send, aCentre, aRoom } = examForms(head);
const theirs = examForms(lyon).send;
const centre = await aCentre();
const room = idOf(await aRoom(centre));
await aRoom(centre, { room: 'Salle 2' });

const CENTRES = `${AT}/centres?session=${SESSION}`;
const LYON = 'session=bp-2024-lyon';
const [MINE, OTHER] = [
  { academy: 'clermont', session: SESSION },
  { academy: 'lyon', session: 'bp-2024-lyon' },
];
const DAYS = { salles: room, academie: 'lyon', premier: '03/06/2024', dernier: '04/06/2024' };
const lend = async (more: Partial<typeof DAYS> = {}) => send(`${AT}/centres/prets`, { ...DAYS, ...more }, CENTRES);
const read = async (browser: typeof head, path: string): Promise<string> => words((await browser.get(path)).body);
const plan = (browser: typeof head, day: string, more = '') =>
  (browser === lyon ? theirs : send)(`${AT}/calendrier/nouveau${more}`, { ...SITTING, day, room });
const kept = async (of: typeof MINE) =>
  (await listKeptElsewhere(db, catalogue, of)).map((one) => [one.lent, one.startsAt.toString(), one.minutes]);

it('A room is lent from one day to another by whoever has it, and to another academy alone', async () => {
  expect(await read(head, CENTRES)).toContain('Prêts de salles entre académies');
  expect(await read(officer, CENTRES)).not.toContain('Prêts de salles');
  for (const wrong of [{ premier: '' }, { academie: 'clermont' }, { salles: 'x' }, { premier: '01/04/2024' }])
    expect((await lend(wrong)).status).toBe(422);
  expect(words((await lend({ dernier: '02/06/2024' })).body)).toContain('Le dernier jour est avant le premier.');
  expect((await lend()).location).toContain('message=prete');
  expect(await read(head, CENTRES)).toContain(
    "Lycée des Puys, Salle 1 20 03/06/2024 – 04/06/2024 à l'académie de Lyon",
  );
  const again = await lend({ premier: '04/06/2024', dernier: '05/06/2024' });
  expect([again.status, words(again.body)]).toEqual([409, expect.stringContaining('déjà prêtée un de ces jours')]);
  const [entry] = await readStream(db, `exam:clermont:${SESSION}`, 1);
  expect(entry).toMatchObject({ name: 'exam.roomLent', data: { borrower: 'lyon', first: '2024-06-03' } });
});

it('Whoever lends has it on other days, whoever borrows on these alone: two tests never meet there', async () => {
  expect(await read(lyon, `${AT}/centres?${LYON}`)).toContain(
    "Lycée des Puys, Salle 1 20 03/06/2024 – 04/06/2024 de l'",
  );
  expect(await listRooms(db, OTHER)).toEqual([]);
  const ticked = await theirs(`${AT}/centres/utiliser?${LYON}`, { centres: idOf(centre) }, `${AT}/centres?${LYON}`);
  expect(ticked.location).toContain('message=utilises');
  expect((await listRooms(db, OTHER)).map(({ id, closed }) => [id, closed])).toEqual([[room, false]]);
  expect(await read(lyon, `${AT}?${LYON}`)).toContain('1 centre, 1 salle, 20 places');
  // Nothing else of the centre, and nobody but its academy writes it.
  expect((await lyon.get(`${centre}?${LYON}`)).status).toBe(404);
  expect((await lyon.get(`${AT}/salles/${room}?${LYON}`)).status).toBe(404);
  expect(await read(lyon, `${AT}/centres?${LYON}`)).not.toContain('Salle 2');
  expect(await kept(MINE)).toEqual([['to', '2024-06-02T22:00:00Z', 2 * 1_440]]);
  const [before, after] = await kept(OTHER);
  expect([before?.[0], after?.slice(0, 2)]).toEqual(['from', ['from', '2024-06-04T22:00:00Z']]);
  expect(words((await plan(head, '03/06/2024')).body)).toContain(
    "L'académie a prêté cette salle à une autre ce jour-là",
  );
  expect(words((await plan(lyon, '05/06/2024', `?${LYON}`)).body)).toContain('ne prête pas cette salle ce jour-là');
  expect((await plan(lyon, '03/06/2024', `?${LYON}`)).status).toBe(303);
  expect((await plan(head, '05/06/2024')).status).toBe(303);
  const beside = { ...SITTING, unit: '45033608/U10', duration: '2 h 30' };
  expect((await send(`${AT}/calendrier/nouveau`, beside)).status).toBe(303);
  expect((await theirs(`${AT}/calendrier/nouveau?${LYON}`, { ...beside, day: '05/06/2024' })).status).toBe(303);
  const drawn = `${AT}/calendrier/dessin?jour=2024-06-0`;
  for (const whose of ['', '&toutes=oui']) {
    const seen = await read(head, `${drawn}3&session=${SESSION}${whose}`);
    expect(seen).toContain("Salle 1 20 places prêtée à l'académie de Lyon toute la journée");
    expect(seen).not.toMatch(/bp-2024-lyon|U20/);
    expect(await read(head, `${drawn}5&session=${SESSION}${whose}`)).not.toContain('prêtée à');
  }
  // Whoever borrows has no line for it on other days.
  expect(await read(lyon, `${drawn}3&${LYON}`)).toMatch(/CLERMONT-LYC-1, .* Salle 1 20 places U20/);
  expect(await read(lyon, `${drawn}5&${LYON}`)).not.toMatch(/Salle 1|salle sans épreuve/);
  expect((await lend({ premier: '05/06/2024', dernier: '05/06/2024' })).status).toBe(409);
});

it('Whoever runs the other office is told once of each room that comes or goes back, and nobody else', async () => {
  const told = async (address: string) =>
    (await mailsTo(db, address)).map(({ subject, body }) => [subject, words(body).replace(/\s+/g, ' ')]);
  const before = await told(lyon.address);
  expect(before).toEqual([
    [
      'Une salle vous est prêtée',
      expect.stringMatching(
        /par l'académie de Clermont-Ferrand : Lycée des Puys, Salle 1, du lundi 3 juin 2024 au mardi 4 juin 2024 inclus\..*\/gestion\/examen\/centres/,
      ),
    ],
  ]);
  const day = { premier: '10/06/2024', dernier: '10/06/2024' };
  const form = { ...DAYS, ...day, ...hidden((await head.get(CENTRES)).body) };
  const path = `${AT}/centres/prets`;
  expect([(await head.post(path, form)).status, (await head.post(path, form)).status]).toEqual([303, 303]);
  const { rows } = await sql<{ id: string }>`select id from exam_room_loan where first_day = '2024-06-10'`.execute(db);
  const end = `${AT}/centres/prets/${rows[0]?.id}/retirer`;
  const both = await Promise.all([head.post(end, {}), head.post(end, {})]);
  expect([both.map(({ status }) => status).toSorted(), rows.length]).toEqual([[303, 404], 1]);
  const after = (await told(lyon.address)).slice(before.length);
  expect(after).toEqual([
    ['Une salle vous est prêtée', expect.stringContaining('Salle 1, le lundi 10 juin 2024.')],
    ['Un prêt de salle est retiré', expect.stringMatching(/Salle 1, le lundi 10 juin 2024\..*Ce qui manque/)],
  ]);
  expect(await told(head.address)).toEqual([]);
});

it('Several rooms go in one act, all or none, and are told in one mail', async () => {
  const page = (await head.get(CENTRES)).body;
  const second = /value="([0-9a-f-]{36})"[^>]*>\s*<label[^>]*>Lycée des Puys, Salle 2</.exec(page)?.[1] ?? '';
  const before = (await mailsTo(db, lyon.address)).length;
  const some = { salles: [room, second], premier: '04/06/2024', dernier: '11/06/2024', academie: 'lyon' };
  const refused = await head.post(`${AT}/centres/prets`, { ...hidden(page), ...some });
  expect([refused.status, words(refused.body)]).toEqual([409, expect.stringContaining('« Salle 1 » est déjà prêtée')]);
  expect(refused.body).toMatch(new RegExp(`value="${second}" checked`));
  const days = { premier: '11/06/2024', dernier: '12/06/2024' };
  const done = await head.post(`${AT}/centres/prets`, { ...hidden(page), ...some, ...days });
  expect(done.location).toContain('message=pretees');
  const told = (await mailsTo(db, lyon.address)).slice(before);
  expect(told.map(({ subject, body }) => [subject, words(body).replace(/\s+/g, ' ')])).toEqual([
    [
      '2 salles vous sont prêtées',
      expect.stringContaining(
        "prêtées par l'académie de Clermont-Ferrand, du mardi 11 juin 2024 au mercredi 12 juin 2024 inclus : - Lycée des Puys, Salle 1 - Lycée des Puys, Salle 2",
      ),
    ],
  ]);
  await sql`delete from exam_room_loan where first_day = '2024-06-11'`.execute(db);
});

it('Whoever borrows leaves the centre, unless their calendar keeps a room of it; its academy keeps it', async () => {
  const page = `${AT}/centres?${LYON}`;
  const leave = `${AT}/centres/prets/centres/${idOf(centre)}/quitter?${LYON}`;
  const seen = await read(lyon, page);
  expect(seen).toContain('CLERMONT-LYC-1 Lycée des Puys (prêté) Riom 1 20');
  expect(seen).toContain('Cette session utilise CLERMONT-LYC-1, Lycée des Puys');
  expect(await read(head, CENTRES)).not.toContain('Cette session utilise');
  expect((await send(leave.replace(LYON, `session=${SESSION}`), {}, CENTRES)).status).toBe(409);
  const kept = await theirs(leave, {}, page);
  expect([kept.status, words(kept.body)]).toEqual([
    409,
    expect.stringContaining('garde encore une salle de ce centre'),
  ]);
  const freed =
    await sql`update exam_sitting set room_id = null where session = 'bp-2024-lyon' and room_id is not null returning id`.execute(
      db,
    );
  expect(freed.rows).toHaveLength(1);
  const form = hidden((await lyon.get(page)).body);
  const twice = [await lyon.post(leave, form), await lyon.post(leave, form)];
  expect(twice.map(({ location }) => location.includes('message=quitte'))).toEqual([true, true]);
  expect(await listRooms(db, OTHER)).toEqual([]);
  expect(await read(lyon, page)).toContain('Aucun centre d');
  expect(await read(head, CENTRES)).toContain('LYC-1 Lycée des Puys Riom 2');
  const again = await theirs(`${AT}/centres/utiliser?${LYON}`, { centres: idOf(centre) }, page);
  expect(again.location).toContain('message=utilises');
  await sql`update exam_sitting set room_id = ${room} where session = 'bp-2024-lyon' and unit = 'U20'`.execute(db);
});

it('Taken back before its first day it is closed to whoever had it, and both plans are looked at again', async () => {
  await sql`insert into exam_watch (academy, session, to_add, to_take_away, to_move, to_mend, first_sitting, looked_at)
    select academy, session, 0, 0, 0, 0, business_now(), business_now()
    from (values ('clermont', ${SESSION}), ('lyon', 'bp-2024-lyon')) as g(academy, session) on conflict do nothing`.execute(
    db,
  );
  await sql`update exam_watch set asked = false`.execute(db);
  const [loan] = (await sql<{ id: string }>`select id from exam_room_loan where ended_at is null`.execute(db)).rows;
  const end = `${AT}/centres/prets/${loan?.id}/retirer`;
  expect((await theirs(`${end}?${LYON}`, {}, `${AT}/centres?${LYON}`)).status).toBe(404);
  await setClock('2024-06-03T00:30+02:00');
  const begun = await send(end, {}, CENTRES);
  expect([begun.status, words(begun.body)]).toEqual([409, expect.stringContaining('Ce prêt a commencé')]);
  await setClock('2024-06-02T23:30+02:00');
  expect((await send(end, {}, CENTRES)).location).toContain('message=pret-retire');
  expect((await send(end, {}, CENTRES)).status).toBe(404);
  expect((await listRooms(db, OTHER)).map(({ closed }) => closed)).toEqual([true]);
  expect(await read(lyon, `${AT}/calendrier?${LYON}`)).toContain("salle qui n'accueille plus d'épreuves");
  expect(await kept(MINE)).toEqual([]);
  const { rows } = await sql`select academy from exam_watch where asked order by academy`.execute(db);
  expect(rows).toEqual([{ academy: 'clermont' }, { academy: 'lyon' }]);
});
