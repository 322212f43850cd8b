import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import type { EnrolmentId } from '../enrolment/index.ts';
import { readStream } from '../platform/journal.ts';
import { aCentre, placedSeats } from '../testing/exam.ts';
import { stage } from '../testing/stage.ts';
import { words } from '../testing/words.ts';
import { readAttendance } from './centreDay.ts';
import { attendanceRoom, candidates, hashed, keepCentre, PLACE, SESSION, sentBy } from './testing.ts';

const at = (wall: string): Temporal.Instant =>
  Temporal.PlainDateTime.from(wall).toZonedDateTime('Europe/Paris').toInstant();
const MORNING = at('2024-06-03T08:50');

const space = await stage(attendanceRoom, {
  staff: { keeper: 'centre', second: 'centre', elsewhere: 'centre', idle: 'centre', head: 'head' },
});
const { db, catalogue, site, codes, staff: people, setClock } = space;
const ids = await candidates(db, space, catalogue, ['Abel', 'Bruyère', 'Colin', 'Dubois', "L'Été"]);
const north = await aCentre(db, ['A', 'B'], { code: 'NORD', name: 'Lycée NORD' });
const south = await aCentre(db, ['Z'], { code: 'SUD', name: 'Lycée SUD' });
await keepCentre(db, people.keeper.id, north.id);
await keepCentre(db, people.second.id, north.id);
await keepCentre(db, people.elsewhere.id, south.id);
const [abel = '', bruyere = '', colin = '', dubois = ''] = ids;
await placedSeats(db, { ...north.rooms, ...south.rooms }, [
  { enrolmentId: abel, unit: 'U10', room: 'A', at: '2024-06-03T09:00', minutes: 160, place: 1 },
  { enrolmentId: bruyere, unit: 'U10', room: 'A', at: '2024-06-03T09:00', place: 2 },
  { enrolmentId: colin, unit: 'U10', room: 'B', at: '2024-06-03T14:00', place: 1 },
  { enrolmentId: abel, unit: 'U20', room: 'A', at: '2024-06-04T09:00', place: 1 },
  { enrolmentId: dubois, unit: 'U10', room: 'Z', at: '2024-06-03T09:00', place: 7 },
]);
codes.set(ids[1] as EnrolmentId, '7K2MQ4ZT');
beforeEach(async () => {
  await setClock(MORNING);
  // Acts stay for ever: each test has its own.
  await db.transaction().execute(async (tx) => {
    for (const table of ['attendance_act', 'attendance_remark', 'attendance_contact']) {
      await sql.raw(`alter table ${table} disable trigger all`).execute(tx);
      await sql.raw(`delete from ${table}`).execute(tx);
      await sql.raw(`alter table ${table} enable trigger all`).execute(tx);
    }
  });
});

const see = async (who: keyof typeof people, path = '/centre'): Promise<string> =>
  words((await people[who].get(path)).body);
const roomA = () => `/centre?jour=2024-06-03&salle=${north.rooms.A}`;

type More = Partial<Record<'etat' | 'minutes' | 'vu' | 'cle' | 'unite' | 'salle', string>>;
const tick = (who: keyof typeof people, enrolment: string | undefined, more: More = {}) =>
  people[who].post('/centre/pointer', {
    inscription: enrolment ?? '',
    unite: 'U10',
    etat: 'present',
    vu: '0',
    cle: randomUUID(),
    jour: '2024-06-03',
    salle: north.rooms.A ?? '',
    ...more,
  });

type Item = Readonly<Record<string, unknown>>;
const item = (enrolment: string | undefined, more: Item = {}): Item => ({
  kind: 'mark',
  id: randomUUID(),
  enrolmentId: enrolment,
  unit: 'U10',
  state: 'present',
  minutes: null,
  seen: 0,
  saidAt: '2024-06-03T06:45:00Z',
  ...more,
});
const DEVICES = { keeper: randomUUID(), second: randomUUID() };

async function sendFrom(who: 'keeper' | 'second' | 'elsewhere', acts: unknown, more: Item = {}) {
  const device = who === 'second' ? DEVICES.second : DEVICES.keeper;
  const answer = await sentBy(site, people[who], { device, acts, ...more });
  return {
    status: answer.statusCode,
    body: answer.headers['content-type']?.includes('json') === true ? answer.json() : null,
  };
}

describe('A keeper', () => {
  it('sees the rooms of their centre and their day, and nobody of another', async () => {
    const rooms = await see('keeper');
    expect(rooms).toContain('Lycée NORD');
    expect(rooms).toContain('lundi 3 juin 2024');
    expect(rooms).toContain('9 h 00 : 2 attendus, 0 présent, 0 absent, 2 à pointer');
    const list = await see('keeper', roomA());
    expect(list).toMatch(/1 ABEL|1 Abel/);
    expect(list).toContain('fin à 11 h 40');
    expect(list).not.toMatch(/Dubois|Colin|U20/i);
    expect(await see('keeper', `/centre?salle=${south.rooms.Z}`)).not.toMatch(/Dubois/i);
    expect(await see('elsewhere', `/centre?salle=${south.rooms.Z}`)).toMatch(/Dubois/i);
  });

  it('is told when the list opens, and that no centre is theirs', async () => {
    await setClock(at('2024-06-02T20:59'));
    expect(await see('keeper')).toContain('commencent le lundi 3 juin 2024 à 9 h 00');
    await setClock(at('2024-06-02T21:00'));
    expect(await see('keeper')).toContain('lundi 3 juin 2024');
    await setClock(at('2024-06-03T22:00'));
    expect(await see('keeper')).toContain('mardi 4 juin 2024');
    await setClock(at('2024-06-05T00:00'));
    expect(await see('keeper')).toContain("Aucune épreuve à venir n'est publiée");
    expect(await see('idle')).toContain('Aucun centre ne vous est confié');
  });

  it('marks without a script, takes it back, and a double click counts once', async () => {
    const cle = randomUUID();
    const done = await tick('keeper', ids[0], { cle });
    expect(done.status).toBe(303);
    expect(done.location).toContain(`#l-${ids[0]}.U10`);
    expect((await tick('keeper', ids[0], { cle })).status).toBe(303);
    expect(await see('keeper', roomA())).toContain('présent · noté à 8 h 50');
    expect((await tick('keeper', ids[1], { etat: 'late', minutes: '12' })).status).toBe(303);
    expect(await see('keeper', roomA())).toContain('en retard de 12 min');
    expect((await tick('keeper', ids[0], { etat: 'none' })).status).toBe(303);
    expect(await see('keeper', roomA())).toContain('2 attendus, 0 présent, 1 en retard, 0 absent, 1 à pointer');
    const { rows } = await sql<{ count: number }>`select count(*) from attendance_act`.execute(db);
    expect(rows[0]?.count).toBe(3);
  });

  it('is told what is wrong with what they typed, which stays', async () => {
    const late = await tick('keeper', ids[0], { etat: 'late', minutes: 'dix' });
    expect(late.status).toBe(422);
    expect(late.body).toContain('value="dix"');
    expect(words(late.body)).toContain('de 1 à 600');
    const remark = (remarque: string) =>
      people.keeper.post('/centre/remarques', {
        remarque,
        salle: north.rooms.A ?? '',
        jour: '2024-06-03',
        cle: randomUUID(),
      });
    expect((await remark('  ')).status).toBe(422);
    const long = await remark('x'.repeat(1001));
    expect([long.status, long.body.includes('x'.repeat(1001))]).toEqual([422, true]);
    expect((await remark('Alarme à 9 h 10')).status).toBe(303);
    expect(await see('keeper', roomA())).toContain('Alarme à 9 h 10');
    expect((await tick('keeper', ids[0], { vu: 'x' })).status).toBe(400);
  });

  it('finds somebody by a part of the name, by number and by the code of the summons', async () => {
    const found = (text: string): Promise<string> => see('keeper', `/centre?recherche=${encodeURIComponent(text)}`);
    expect(await found('bruyere')).toMatch(/1 ligne trouvée.*Bruyère/i);
    expect(await found('7k2m-q4zt')).toMatch(/1 ligne trouvée.*Bruyère/i);
    expect(await found('7K2MQ4ZZ')).toContain('Personne ne correspond');
    // Another centre's candidate isn't there.
    expect(await found('dubois')).toContain('Personne ne correspond');
  });

  it('never writes of another centre, of nobody, too early or too late', async () => {
    const status = async (...of: Parameters<typeof tick>): Promise<number> => (await tick(...of)).status;
    expect(await status('keeper', ids[3])).toBe(404);
    expect(await status('elsewhere', ids[0])).toBe(404);
    expect(await status('idle', ids[0])).toBe(404);
    expect(await status('keeper', randomUUID())).toBe(404);
    expect(await status('keeper', ids[0], { unite: 'U20' })).toBe(409);
    await setClock(at('2024-06-04T11:39'));
    expect(await status('keeper', ids[0])).toBe(303);
    await setClock(at('2024-06-04T11:41'));
    expect(await status('keeper', ids[0])).toBe(409);
    const { rows } = await sql`select from attendance_act`.execute(db);
    expect(rows).toHaveLength(1);
  });
});

describe('A device', () => {
  it('reads its day as data: no code, no cause of more time', async () => {
    const { body } = await people.keeper.get('/centre/jour');
    const { day } = JSON.parse(body);
    expect(day).toMatchObject({ day: '2024-06-03', centre: 'Lycée NORD', owner: people.keeper.id });
    expect(day.until).toBe('2024-06-03T22:00:00Z');
    expect(day.rooms.map(({ name }: { name: string }) => name)).toEqual(['A', 'B']);
    expect(day.rooms[0].sittings[0].lines[1]).toMatchObject({
      table: 2,
      code: hashed('7K2MQ4ZT'),
      state: 'none',
      rank: 0,
    });
    expect(body).not.toMatch(/7K2MQ4ZT|percent|alone|handicap|Dubois/i);
  });

  it('sends a batch twice and it counts once, each thing on its own', async () => {
    const acts = [
      item(ids[0]),
      item(ids[1], { state: 'late', minutes: 8 }),
      item(ids[3]),
      { id: randomUUID(), kind: 'x' },
    ];
    const first = await sendFrom('keeper', acts);
    expect(first.status).toBe(200);
    const refused = first.body.outcomes.map((one: { refused: string | null }) => one.refused);
    expect(refused.slice(0, 2)).toEqual([null, null]);
    expect(refused[2]).toContain("n'est pas attendue dans ce centre");
    expect(refused[3]).toContain('ne se lit pas');
    expect(first.body.day.rooms[0].sittings[0].lines[1]).toMatchObject({ state: 'late', minutes: 8 });
    const second = await sendFrom('keeper', acts);
    expect(second.body.outcomes.slice(0, 2).map((one: { refused: string | null }) => one.refused)).toEqual([
      null,
      null,
    ]);
    expect(await readAttendance(db, PLACE)).toHaveLength(2);
    const entries = await readStream(db, `attendance:${north.id}:2024-06-03`, 10);
    const told = entries.filter(({ name }) => name === 'attendance.told');
    expect(told[0]?.data).toEqual({ source: 'device', present: 1, absent: 0, late: 1, none: 0, remarks: 0 });
    expect(JSON.stringify(entries)).not.toMatch(/Abel|Bruy/i);
  });

  it('says nothing under another name, nor more than a batch, nor what is no batch', async () => {
    const mine = item(ids[0]);
    expect((await sendFrom('keeper', [mine], { owner: people.second.id })).status).toBe(409);
    await sendFrom('keeper', [mine]);
    const taken = await sendFrom('second', [mine]);
    expect(taken.body.outcomes[0].refused).toContain("le numéro d'un autre");
    expect(
      (
        await sendFrom(
          'keeper',
          Array.from({ length: 201 }, () => item(ids[0])),
        )
      ).status,
    ).toBe(413);
    expect(
      (
        await sendFrom(
          'keeper',
          Array.from({ length: 200 }, () => item(ids[0])),
        )
      ).status,
    ).toBe(200);
    expect((await sendFrom('keeper', 'x')).status).toBe(400);
    expect((await sendFrom('keeper', [], { device: 'x' })).status).toBe(400);
    expect((await sendFrom('keeper', [], { jeton: 'x' })).status).toBe(403);
  });

  it('is heard of even when it has nothing to say', async () => {
    await setClock(at('2024-06-03T09:41'));
    await sendFrom('second', []);
    expect(
      words((await people.head.get(`/gestion/examen/presences?session=${SESSION}&jour=2024-06-03`)).body),
    ).toContain('Dernière nouvelle à 9 h 41');
  });

  it('that was cut off never wins in silence: both words are shown until somebody looks again', async () => {
    await sendFrom('second', [item(ids[0], { state: 'absent' })]);
    const { body } = await sendFrom('keeper', [item(ids[0], { state: 'present', saidAt: '2024-06-03T06:40:00Z' })]);
    const [line] = body.day.rooms[0].sittings[0].lines;
    expect(line).toMatchObject({ state: 'present', other: { state: 'absent', minutes: null } });
    expect(await see('keeper', roomA())).toContain("Un autre appareil l'a noté « absent » sans le savoir");
    expect(await see('head', '/gestion/examen/presences?jour=2024-06-03')).toContain('1 pointage contredit');
    const again = await sendFrom('second', [item(ids[0], { state: 'present', seen: line.rank })]);
    expect(again.body.day.rooms[0].sittings[0].lines[0]).toMatchObject({ state: 'present', other: null });
  });

  it('two that say the same disagree on nothing, and one device follows itself', async () => {
    await sendFrom('second', [item(ids[0])]);
    const same = await sendFrom('keeper', [item(ids[0])]);
    expect(same.body.day.rooms[0].sittings[0].lines[0].other).toBeNull();
    const own = await sendFrom('keeper', [
      item(ids[1], { state: 'absent' }),
      item(ids[1], { state: 'late', minutes: 5 }),
    ]);
    expect(own.body.day.rooms[0].sittings[0].lines[1]).toMatchObject({ state: 'late', other: null });
  });

  it('never says that something was said later than now', async () => {
    await sendFrom('keeper', [item(ids[0], { saidAt: '2031-01-01T00:00:00Z' })]);
    const [one] = await readAttendance(db, PLACE);
    expect(one?.at.epochMilliseconds).toBeLessThan(at('2024-06-03T09:00').epochMilliseconds);
  });

  it('learns whether its keeper may keep it still, and gets its page without a name', async () => {
    const allowed = async (id: string): Promise<number> => (await site.browser().get(`/centre/droit/${id}`)).status;
    expect(await allowed(people.keeper.id)).toBe(200);
    expect(await allowed(people.idle.id)).toBe(404);
    expect(await allowed('x')).toBe(404);
    const shell = await people.keeper.get('/centre/appareil');
    expect(shell.body).not.toMatch(/jeton|Agent|Abel/);
    const worker = await site.browser().get('/centre/travailleur.js');
    expect(worker.header('service-worker-allowed')).toBe('/centre');
    expect(worker.body).toContain('importScripts("/static/keptWorker.js")');
    // Without a network, nothing that the page asks for is missing.
    const asked = [...shell.body.matchAll(/"(\/static\/[^"]+)"/g)].map(([, name]) => name ?? '');
    expect(asked).toContain('/static/checkin.css');
    for (const name of asked) expect(worker.body).toContain(`"${name}"`);
  });

  it('has a budget a day', async () => {
    await sql`insert into attendance_act (id, academy, session, centre_id, room_id, day, enrolment_id, unit, state, source, device, seen, said_at, "by")
      select gen_random_uuid(), 'clermont', ${SESSION}, ${north.id}, ${north.rooms.A}, '2024-06-03', ${ids[0]}, 'U10', 'present', 'device', 'x', 0, business_now(), ${people.keeper.id}
      from generate_series(1, 4999)`.execute(db);
    const { body } = await sendFrom('keeper', [item(ids[0]), item(ids[1])]);
    expect(
      body.outcomes.map((one: { refused: string | null; again: boolean }) => [one.refused === null, one.again]),
    ).toEqual([
      [true, false],
      [false, true],
    ]);
  });
});

describe('What was said', () => {
  it('is never changed, whoever asks the database', async () => {
    await tick('keeper', ids[0]);
    for (const statement of [
      'update attendance_act set state = state',
      'delete from attendance_act',
      'truncate attendance_remark',
    ])
      await expect(sql.raw(statement).execute(db)).rejects.toThrow('is kept');
  });
  it('is told to other rooms, without what was taken back', async () => {
    await tick('keeper', ids[0], { etat: 'absent' });
    await tick('keeper', ids[1]);
    await tick('keeper', ids[1], { etat: 'none' });
    expect(await readAttendance(db, PLACE)).toMatchObject([
      { enrolmentId: ids[0], unit: 'U10', state: 'absent', minutes: null },
    ]);
  });
});

describe('The head', () => {
  const overview = `/gestion/examen/presences?session=${SESSION}&jour=2024-06-03`;
  const correction = () => `/gestion/examen/presences/correction?session=${SESSION}&inscription=${ids[0]}&unite=U10`;

  it('reads how far each centre is, with its remarks, its candidates and a table', async () => {
    await tick('keeper', ids[0], { etat: 'absent' });
    await people.keeper.post('/centre/remarques', {
      remarque: '=Alarme',
      salle: north.rooms.A ?? '',
      jour: '2024-06-03',
      cle: randomUUID(),
    });
    const page = await see('head', overview);
    expect(page).toContain('4 places, 3 à pointer');
    expect(page).toMatch(/Lycée NORD.*A 9 h 00 2 0 0 1 1 .*B 14 h 00 1 0 0 0 1.*=Alarme.*Lycée SUD/);
    const centre = await see('head', `${overview}&centre=${north.id}`);
    expect(centre).toMatch(/Abel.*absent noté par le centre, 8 h 50/i);
    expect(await see('head', `${overview}&centre=${north.id}&voir=absents`)).not.toMatch(/Bruyère/i);
    expect(await see('head', `${overview}&centre=${north.id}&voir=contredits`)).toContain('Personne ne correspond');
    const table = await people.head.get(`/gestion/examen/presences/tableau.csv?session=${SESSION}&jour=2024-06-03`);
    expect(table.header('content-disposition')).toContain(`presences-${SESSION}-2024-06-03.csv`);
    expect(table.body.split('\r\n')).toHaveLength(6);
    expect(words(table.body)).toMatch(/Lycée NORD;A;1;03\/06\/2024;9 h 00;11 h 40;.*Abel.*;Absent;;8 h 50;/i);
  });

  it('corrects with a reason, on top of what was said, and only what they saw', async () => {
    await tick('keeper', ids[0], { etat: 'absent' });
    const rank = async (): Promise<string> =>
      String((await sql<{ rank: string }>`select max(rank) as rank from attendance_act`.execute(db)).rows[0]?.rank);
    const first = await rank();
    const write = (more: Readonly<Record<string, string>>) =>
      people.head.post(correction(), {
        etat: 'late',
        minutes: '20',
        motif: 'Liste papier, salle A',
        vu: first,
        ...more,
      });
    expect(await see('head', correction())).toContain("Aujourd'hui : absent.");
    expect((await write({ motif: '' })).status).toBe(422);
    const without = await write({ minutes: '' });
    expect([without.status, words(without.body).includes('Indiquez les minutes')]).toEqual([422, true]);
    expect((await write({ vu: '0' })).status).toBe(409);
    expect((await write({ etat: 'absent' })).status).toBe(409);
    for (let click = 1; click <= 2; click += 1) expect((await write({})).location).toContain('message=corrige');
    expect((await write({ motif: 'Autre motif' })).status).toBe(409);
    expect(await see('keeper', roomA())).toContain('en retard de 20 min');
    const [entry] = await readStream(db, `attendance:${north.id}:2024-06-03`, 10);
    expect(entry).toMatchObject({
      name: 'attendance.corrected',
      data: { before: { state: 'absent' }, after: { state: 'late', minutes: 20 }, reason: 'Liste papier, salle A' },
    });
    const { rows } = await sql`select from attendance_act`.execute(db);
    expect(rows).toHaveLength(2);
  });

  it('is led back where nobody sits there', async () => {
    const nobody = `/gestion/examen/presences/correction?session=${SESSION}&inscription=${randomUUID()}&unite=U10`;
    expect((await people.head.get(nobody)).status).toBe(303);
    // As on every page of the office: what is no session of theirs is the one that closed last.
    expect((await people.head.get('/gestion/examen/presences?session=bp-1999')).status).toBe(200);
  });

  it('says who keeps which centre, one a session, and takes it back', async () => {
    const keepers = `/gestion/examen/presences/personnes?session=${SESSION}`;
    const name = (personne: string, centre: string) => people.head.post(keepers, { personne, centre });
    expect(await see('head', keepers)).toMatch(/NORD, Lycée NORD.*SUD, Lycée SUD/);
    expect((await name(people.idle.id, '')).status).toBe(422);
    expect((await name(people.head.id, north.id)).status).toBe(422);
    expect((await name(people.idle.id, randomUUID())).status).toBe(422);
    expect((await name(people.idle.id, south.id)).location).toContain('message=nomme');
    expect(await see('idle')).toContain('Lycée SUD');
    expect((await name(people.idle.id, north.id)).status).toBe(303);
    expect(await see('idle')).toContain('Lycée NORD');
    const remove = () =>
      people.head.post(`/gestion/examen/presences/personnes/retirer?session=${SESSION}`, {
        personne: people.idle.id,
      });
    expect((await remove()).location).toContain('message=retire');
    expect((await remove()).status).toBe(409);
    expect(await see('idle')).toContain('Aucun centre ne vous est confié');
    const names = (await readStream(db, `attendance:${north.id}`, 10)).map(({ name: one }) => one);
    expect(names).toEqual(['attendance.keeperRemoved', 'attendance.keeperNamed']);
  });
});

it('who withdrew is waited for no more, and a plan that is replaced says where they sit now', async () => {
  await sql`update enrolment set status = 'withdrawn', ended_at = business_now() where id = ${ids[1]}`.execute(db);
  expect(await see('keeper', roomA())).not.toMatch(/Bruyère/i);
  expect((await tick('keeper', ids[1])).status).toBe(404);
  await placedSeats(db, { ...north.rooms, ...south.rooms }, [
    { enrolmentId: ids[0] ?? '', unit: 'U10', room: 'Z', at: '2024-06-03T09:00', place: 3 },
  ]);
  expect((await tick('keeper', ids[0])).status).toBe(404);
  expect((await tick('elsewhere', ids[0])).status).toBe(303);
});
