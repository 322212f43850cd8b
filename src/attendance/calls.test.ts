import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { readStream } from '../platform/journal.ts';
import { lastChangedDay, listExpectedCalls } from '../summonses/index.ts';
import { stage } from '../testing/stage.ts';
import { words } from '../testing/words.ts';
import { attendanceRoom, boardWithTurns, candidates, paris, sentBy } from './testing.ts';

/** The turns before a board on its day: a keeper says that it is late, and who passes when. */

const space = await stage(attendanceRoom, {
  staff: { keeper: 'centre', second: 'centre', stranger: 'centre', head: 'head' },
});
const { db, catalogue, site, staff, setClock } = space;
const [abel = '', bruyere = '', colin = ''] = await candidates(db, space, catalogue, ['Abel', 'Bruyère', 'Colin']);
const { north, room, sitting } = await boardWithTurns(db, {
  keepers: [staff.keeper.id, staff.second.id],
  stranger: staff.stranger.id,
  turns: { [abel]: '09:10', [bruyere]: '09:45', [colin]: '10:20' },
});

type Fields = Readonly<Record<string, string>>;
const say = (who: keyof typeof staff, fields: Fields) =>
  staff[who].post('/centre/passages', {
    cle: randomUUID(),
    jour: '2024-06-03',
    salle: room,
    seance: sitting,
    ...fields,
  });
const see = async (who: keyof typeof staff, path = `/centre?jour=2024-06-03&salle=${room}`): Promise<string> =>
  words((await staff[who].get(path)).body);
/** Who is expected when: « 9 h 40 ABEL ». */
const order = async (): Promise<readonly string[]> =>
  [...(await see('keeper')).matchAll(/(\d+ h \d\d) (Abel|Bruyère|Colin)/gi)].map(([, hour, name]) =>
    `${hour} ${name}`.toLowerCase(),
  );

async function send(who: 'keeper' | 'second', acts: readonly Readonly<Record<string, unknown>>[]) {
  const answer = await sentBy(site, staff[who], { acts });
  return answer.json() as { readonly outcomes: readonly { readonly id: string; readonly refused: string | null }[] };
}
const item = (more: Readonly<Record<string, unknown>>) => ({
  ...{
    kind: 'call',
    id: randomUUID(),
    roomId: room,
    sittingId: sitting,
    day: '2024-06-03',
    agreed: false,
    takenFrom: null,
  },
  ...{ saidAt: '2024-06-03T06:55:00Z', ...more },
});

it('a board that is late is said once for all who wait; the list shows the hour expected and the one of the plan', async () => {
  await setClock(paris('09:05'));
  expect(await order()).toEqual(['9 h 00 abel', '9 h 35 bruyère', '10 h 10 colin']);
  const place = { academy: 'clermont', session: 'bp-2024-clermont' };
  expect(await lastChangedDay(db, place)).toBeNull();
  expect((await say('keeper', { retard: '20' })).location).toBe(
    `/centre?jour=2024-06-03&salle=${room}&message=passages#c-${sitting}`,
  );
  expect(await see('keeper')).toMatch(
    /Commission annoncée en retard de 20 min .*9 h 55 \S*Bruyère.* au lieu de 9 h 35/i,
  );
  expect(await order()).toEqual(['9 h 00 abel', '9 h 55 bruyère', '10 h 30 colin']);
  expect((await listExpectedCalls(db, [abel])).length).toBe(0);
  expect(String(await lastChangedDay(db, place))).toBe('2024-06-03');
  // Turns of a board are counted together.
  expect(await see('keeper', '/centre?jour=2024-06-03')).toContain(
    'de 9 h 00 à 10 h 30 , prévu de 9 h 00 à 10 h 10 : 3 attendus, 0 présent',
  );
});

it.each([
  [{ retard: '0' }, 422, 'de 1 à 240'],
  [{ retard: '600' }, 422, 'de 1 à 240'],
  [{ retard: 'vingt' }, 422, 'de 1 à 240'],
  [{ retard: '10' }, 409, 'Un retard plus long a déjà été annoncé'],
  [{ retard: '20' }, 409, "C'est déjà ainsi"],
  [{ inscription: colin, avec: bruyere }, 422, 'sans avoir dit oui'],
  [{ inscription: abel, avec: '' }, 409, 'est passée'],
  [{ inscription: colin, avec: colin }, 400, 'ne se lit pas'],
  [{ seance: randomUUID(), retard: '30' }, 404, "n'est plus dans le plan"],
])('%o is refused in words, and nobody is expected at another hour', async (fields, status, sentence) => {
  const answer = await say('keeper', fields as Fields);
  expect([answer.status, words(answer.body)]).toEqual([status, expect.stringContaining(sentence)]);
  expect(await order()).toEqual(['9 h 00 abel', '9 h 55 bruyère', '10 h 30 colin']);
});

it('somebody else’s centre is none of theirs', async () => {
  expect((await say('stranger', { retard: '30' })).status).toBe(404);
});

it('two devices that say different delays: the longer holds, the shorter is refused in words; sent twice it counts once', async () => {
  const [long, short] = [item({ minutes: 45 }), item({ minutes: 30 })];
  expect((await send('keeper', [long])).outcomes).toEqual([{ id: long.id, refused: null, again: false }]);
  expect((await send('second', [short])).outcomes[0]?.refused).toContain('Un retard plus long');
  expect((await send('keeper', [long])).outcomes[0]?.refused).toBeNull();
  // A double tap of a device says the same under another number: it is so already, and nothing is refused.
  expect((await send('keeper', [item({ minutes: 45 })])).outcomes[0]?.refused).toBeNull();
  expect(await order()).toEqual(['9 h 00 abel', '10 h 20 bruyère', '10 h 55 colin']);
  const { rows } = await sql<{ minutes: number }>`select minutes from attendance_call order by rank`.execute(db);
  expect(rows).toEqual([{ minutes: 20 }, { minutes: 45 }]);
});

it('who is late passes last; who is there and agrees takes a turn, while somebody is on their way', async () => {
  expect((await say('keeper', { inscription: bruyere, avec: '' })).location).toContain('passages');
  expect(await order()).toEqual(['9 h 00 abel', '10 h 55 colin', '11 h 25 bruyère']);
  expect((await say('keeper', { inscription: bruyere, avec: colin, accord: 'oui' })).location).toContain('passages');
  expect(await order()).toEqual(['9 h 00 abel', '10 h 55 bruyère', '11 h 25 colin']);
});

it('the head reads which boards are late, and the journal says it without a name', async () => {
  const page = words((await staff.head.get('/gestion/examen/presences?jour=2024-06-03')).body);
  expect(page).toMatch(
    /Heures de passage changées A, U20.*: 2 candidats attendus à une autre heure, commission en retard de 45 min/,
  );
  // One line for the room, of all who are heard one after the other.
  expect(page).toMatch(/À pointer A de 9 h 10 à 10 h 20 3 0 0 0 3/);
  expect(page).toMatch(
    /Attendus à une autre heure .*\(BP24-\d{5}-[A-Z]\), appel à 10 h 55 au lieu de \S+ h \d\d, pas encore de mail/,
  );
  const entries = await readStream(db, `attendance:${north.id}:2024-06-03`, 50);
  const said = entries.filter(({ name }) => name === 'attendance.callsMoved').map(({ data }) => data);
  expect(said).toContainEqual({ source: 'page', late: 20, changes: 1 });
});

it('once all were called there is nothing to change any more; what was said is kept', async () => {
  await setClock(paris('12:00'));
  const answer = await say('keeper', { retard: '60' });
  expect([answer.status, words(answer.body)]).toEqual([409, expect.stringContaining('Tout le monde a été appelé')]);
  await expect(sql`delete from attendance_call`.execute(db)).rejects.toThrow('is kept');
});
