import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { readStream } from '../platform/journal.ts';
import { stage } from '../testing/stage.ts';
import { fieldOn, words } from '../testing/words.ts';
import { attendanceRoom, boardWithTurns, candidates, paris, sentBy } from './testing.ts';

/** Whom no mail tells of a changed hour: their centre calls them, and says so. */

const space = await stage(attendanceRoom, {
  staff: {
    keeper: { role: 'centre', name: 'Ada Roche' },
    second: { role: 'centre', name: 'Paul Vernet' },
    stranger: 'centre',
    head: 'head',
  },
});
const { db, catalogue, site, staff, setClock } = space;
const names = ['Abel', 'Bruyère', 'Colin', 'Dubois'];
const [abel = '', bruyere = '', colin = '', dubois = ''] = await candidates(db, space, catalogue, names);
const { north, room, sitting } = await boardWithTurns(db, {
  keepers: [staff.keeper.id, staff.second.id],
  stranger: staff.stranger.id,
  turns: { [abel]: '09:30', [bruyere]: '10:05', [colin]: '10:40' },
  more: [{ enrolmentId: dubois, unit: 'U10', room: 'Z', at: '2024-06-03T09:00', place: 1 }],
});

const late = (retard: string) =>
  staff.keeper.post('/centre/passages', {
    cle: randomUUID(),
    jour: '2024-06-03',
    salle: room,
    seance: sitting,
    retard,
  });
/** As `tellCalls` writes down what became of the last hours of each. */
const toldBy = (way: 'mail' | 'phone', whose: string) =>
  sql`insert into exam_call_told (rank, enrolment_id, way) select max(rank), enrolment_id, ${way} from exam_expected_call
    where enrolment_id = ${whose} group by enrolment_id`.execute(db);
const mailIs = (state: 'waiting' | 'sent' | 'failed', whose: string) =>
  sql`insert into mail (id, event_id, template, recipient, account_id, academy, session, subject, body, state)
    select gen_random_uuid(), gen_random_uuid(), 'summons.callMoved', 'x@exemple.fr', candidate_id::text, academy, session, 'x', 'x', ${state}
    from enrolment where id = ${whose}`.execute(db);
type Who = 'keeper' | 'second' | 'stranger';
const see = async (who: Who): Promise<string> => words((await staff[who].get('/centre?jour=2024-06-03')).body);
const overview = async (): Promise<string> =>
  words((await staff.head.get('/gestion/examen/presences?jour=2024-06-03')).body);

type Call = { readonly enrolment: string; readonly rank: number; readonly told: string | null };
async function kept(who: Who): Promise<{ readonly calls: readonly Call[] }> {
  const { day } = JSON.parse((await staff[who].get('/centre/jour')).body);
  return { calls: day.calls };
}
const callOf = async (whose: string): Promise<Call> => {
  const found = (await kept('keeper')).calls.find(({ enrolment }) => enrolment === whose);
  if (found === undefined) throw new Error('Nobody to call');
  return found;
};
async function tick(who: Who, whose: string, prevenu = 'oui') {
  const { rank } = await callOf(whose);
  return staff[who].post('/centre/prevenus', {
    ...{ cle: randomUUID(), jour: '2024-06-03', inscription: whose, unite: 'U20', vu: String(rank), prevenu },
  });
}
async function send(who: Who, acts: readonly Readonly<Record<string, unknown>>[]) {
  const answer = await sentBy(site, staff[who], { acts });
  return answer.json() as {
    readonly outcomes: readonly { readonly refused: string | null }[];
    readonly day: { readonly calls: readonly Call[] };
  };
}
const item = (enrolmentId: string, callRank: number, told = true) => ({
  ...{ kind: 'phoned', id: randomUUID(), enrolmentId, unit: 'U20', callRank, told, saidAt: '2024-06-03T06:55:00Z' },
});

it('nobody is to be called while no hour changed, nor whom a mail told', async () => {
  await setClock(paris('09:00'));
  expect(await see('keeper')).not.toContain('À prévenir par téléphone');
  await late('20');
  expect((await kept('keeper')).calls).toEqual([]);
  await toldBy('mail', abel);
  await mailIs('sent', abel);
  await toldBy('phone', bruyere);
  expect((await kept('keeper')).calls.map(({ enrolment }) => enrolment)).toEqual([bruyere]);
  const list = await see('keeper');
  expect(list).toMatch(
    /1 personne à appeler : son heure a changé, et aucun mail ne la prévient\. .*Bruyère.* \d\d \d\d \d\d \d\d \d\d · appel à 10 h 15 au lieu de 9 h 55/i,
  );
  expect(list).not.toMatch(/appel à .*Abel/i);
  expect(await see('stranger')).not.toContain('À prévenir');
});

it('whom no mail left to in five minutes is to be called too, though one waits for a relay, and whose mail box refused it', async () => {
  const called = async () => (await kept('keeper')).calls.map(({ enrolment }) => enrolment);
  await setClock(paris('09:06'));
  expect(await called()).toEqual([bruyere, colin]);
  await toldBy('mail', colin);
  await mailIs('waiting', colin);
  expect(await called()).toEqual([bruyere, colin]);
  await mailIs('sent', colin);
  expect(await called()).toEqual([bruyere]);
  await mailIs('failed', colin);
  expect(await called()).toEqual([bruyere, colin]);
});

it('is told once whoever ticks it, twice and by two keepers: by whom and when, at the centre and for the head', async () => {
  await setClock(paris('09:10'));
  expect(await overview()).toMatch(/À prévenir par téléphone .*Bruyère.*Colin/i);
  const first = await tick('keeper', bruyere);
  expect([first.status, first.location]).toEqual([303, '/centre?jour=2024-06-03&message=prevenu#a-prevenir']);
  for (const who of ['keeper', 'second'] as const) expect((await tick(who, bruyere)).status).toBe(303);
  expect(await see('second')).toMatch(/1 personne à appeler.*prévenu par Paul Vernet, à 9 h 10/);
  expect(await overview()).toMatch(
    /À prévenir par téléphone .*Colin.*Prévenus par téléphone .*Bruyère.*, prévenu par Paul Vernet, à 9 h 10/i,
  );
  // Taken back, and told again.
  await tick('second', bruyere, 'non');
  expect(await see('keeper')).toMatch(/2 personnes à appeler/);
  await tick('keeper', bruyere);
  const journal = await readStream(db, `attendance:${north.id}:2024-06-03`, 50);
  const said = journal.filter(({ name }) => name === 'attendance.phoned').map(({ data }) => data);
  expect(said).toContainEqual({ source: 'page', told: 1 });
  expect(said).toContainEqual({ source: 'page', told: 0 });
  expect(JSON.stringify(journal)).not.toMatch(/Bruyère/i);
});

it('is kept by a device that was cut off and sent later, once; of an hour of before it tells nothing of a later one', async () => {
  const { rank } = await callOf(colin);
  const one = item(colin, rank);
  expect((await send('second', [one])).outcomes).toMatchObject([{ refused: null }]);
  expect((await send('second', [one, item(colin, rank)])).outcomes.map(({ refused }) => refused)).toEqual([null, null]);
  expect(words((await callOf(colin)).told ?? '')).toBe('Paul Vernet, à 8 h 55');
  expect((await send('stranger', [item(colin, rank)])).outcomes[0]?.refused).toContain(
    "n'est pas attendue dans ce centre",
  );
  await late('40');
  await toldBy('phone', colin);
  await toldBy('phone', bruyere);
  expect((await callOf(colin)).told).toBeNull();
  expect(
    (await send('keeper', [item(colin, rank)])).day.calls.find(({ enrolment }) => enrolment === colin)?.told,
  ).toBeNull();
  const now = await callOf(colin);
  await send('keeper', [item(colin, now.rank)]);
  // What comes late of the first hour takes nothing away.
  await send('second', [item(colin, rank, false)]);
  expect(words((await callOf(colin)).told ?? '')).toBe('Ada Roche, à 8 h 55');
});

it('is told of an hour that is, whatever a request says: a later one is to be told again', async () => {
  await send('keeper', [item(colin, 1_000_000)]);
  expect(words((await callOf(colin)).told ?? '')).toContain('Ada Roche');
  await late('60');
  await toldBy('phone', colin);
  expect((await callOf(colin)).told).toBeNull();
});

it('no longer stands there once the hour is over; what was said is kept', async () => {
  await setClock(paris('12:00'));
  expect((await kept('keeper')).calls).toEqual([]);
  const wrong = await staff.keeper.post('/centre/prevenus', {
    cle: randomUUID(),
    jour: '2024-06-03',
    inscription: 'x',
    vu: '1',
  });
  expect(wrong.status).toBe(400);
  expect(fieldOn(wrong.body, 'jour')).toBe('2024-06-03');
  await expect(sql`delete from attendance_phoned`.execute(db)).rejects.toThrow('is kept');
});
