import { describe, expect, it } from 'vitest';
import type { SummonsFacts, SummonsSeat } from '../summons.ts';
import { changesOf, stillToTell } from './summonsChanges.ts';

const seat = (changes: Partial<SummonsSeat> = {}): SummonsSeat => ({
  unit: 'U20',
  startsAt: '2024-06-03T07:00:00Z',
  endsAt: '2024-06-03T09:00:00Z',
  percent: 0,
  alone: false,
  centre: ['Lycée des Puys', '1 rue du Lac', '63000 Riom'],
  room: 'Salle 1',
  table: 4,
  material: '',
  ...changes,
});
const facts = (...seats: readonly SummonsSeat[]): SummonsFacts => ({
  seats,
  withheld: [],
  toCome: [],
  takenAway: [],
  arranged: [],
});
const none = { units: [], arranged: false, notSat: false, again: [] };
const what = (before: SummonsFacts, now: SummonsFacts) =>
  changesOf(before, now)?.units.map((change) => [change.unit, change.what]);

describe('A summons', () => {
  it('stands while its seats, what was granted and what is not sat are the same', () => {
    expect(changesOf(facts(seat()), facts(seat()))).toBeNull();
    const more = { withheld: ['U30'], toCome: ['U40'], takenAway: ['U50'], arranged: ['Matériel adapté'] };
    expect(changesOf({ ...facts(seat()), ...more }, { ...facts(seat()), ...more })).toBeNull();
  });

  it.each([
    [{ startsAt: '2024-06-04T07:00:00Z', endsAt: '2024-06-04T09:00:00Z' }, ['time']],
    [{ endsAt: '2024-06-03T09:40:00Z' }, ['end']],
    [{ endsAt: '2024-06-03T09:40:00Z', percent: 33 }, ['end', 'conditions']],
    [{ alone: true }, ['conditions']],
    [{ centre: ['Lycée des Puys', '3 rue du Lac', '63000 Riom'], room: 'B', table: 1 }, ['centre']],
    [{ centre: ['Lycée des Puys', '1 rue du Lac'] }, ['centre']],
    [{ room: 'Salle 2', table: 9 }, ['room']],
    [{ table: 5 }, ['table']],
    [{ table: null }, ['table']],
    [{ material: 'Calculatrice' }, ['material']],
    [{ startsAt: '2024-06-03T12:00:00Z', room: 'Salle 2', material: 'Blouse' }, ['time', 'room', 'material']],
  ] as const)('says what differs: %j', (changes, found) => {
    expect(what(facts(seat()), facts(seat(changes)))).toEqual([['U20', found]]);
  });

  it('says what is added and what is gone, with what stood there', () => {
    const [one, other] = [seat(), seat({ unit: 'U30' })];
    expect(changesOf(facts(one), facts(one, other))?.units).toEqual([
      { unit: 'U30', what: ['added'], before: null, now: other },
    ]);
    expect(changesOf(facts(other, one), facts(one))?.units).toEqual([
      { unit: 'U30', what: ['gone'], before: other, now: null },
    ]);
    expect(what(facts(one), facts(other))).toEqual([
      ['U30', ['added']],
      ['U20', ['gone']],
    ]);
  });

  it('is another one where a unit is withheld, finds no place, or something else was granted', () => {
    const same = facts(seat());
    expect(changesOf(same, { ...same, withheld: ['U30'] })).toEqual({ ...none, notSat: true });
    expect(changesOf({ ...same, toCome: ['U30'] }, { ...same, toCome: ['U40'] })).toEqual({
      ...none,
      notSat: true,
    });
    expect(changesOf(same, { ...same, takenAway: ['U30'] })?.notSat).toBe(true);
    expect(changesOf(same, { ...same, arranged: ['Matériel adapté'] })).toEqual({
      ...none,
      arranged: true,
    });
  });

  it('says nothing of what is over: of a test that has begun, nor of what is not sat once all have', () => {
    const told = (before: SummonsFacts, now: SummonsFacts, moment: string) => {
      const changes = changesOf(before, now);
      return changes && stillToTell(changes, { before, now }, Temporal.Instant.from(moment));
    };
    const [one, later] = [
      seat(),
      seat({ unit: 'U30', startsAt: '2024-06-05T07:00:00Z', endsAt: '2024-06-05T09:00:00Z' }),
    ];
    const moved = facts(seat({ room: 'Salle 2' }), { ...later, room: 'Salle 2' });
    const units = (moment: string) => told(facts(one, later), moved, moment)?.units.map(({ unit }) => unit);
    expect(units('2024-06-03T06:59:59Z')).toEqual(['U20', 'U30']);
    expect(units('2024-06-03T07:00:00Z')).toEqual(['U30']);
    expect(told(facts(one, later), moved, '2024-06-05T07:00:00Z')).toBeNull();
    // Put off, or brought forward: as long as one of the two hours is to come.
    expect(
      told(facts(one), facts({ ...one, startsAt: '2024-06-04T07:00:00Z' }), '2024-06-03T08:00:00Z')?.units,
    ).toHaveLength(1);
    const same = facts(one);
    for (const more of [{ withheld: ['U40'] }, { arranged: ['Matériel adapté'] }]) {
      expect(told(same, { ...same, ...more }, '2024-06-03T06:00:00Z')).not.toBeNull();
      expect(told(same, { ...same, ...more }, '2024-06-03T07:00:00Z')).toBeNull();
    }
    const half = facts(one, later);
    expect(told(half, { ...half, arranged: ['Matériel adapté'] }, '2024-06-04T07:00:00Z')?.arranged).toBe(true);
    expect(told(same, { ...same, toCome: ['U20-R'] }, '2024-07-01T07:00:00Z')?.again).toHaveLength(1);
  });

  it('says of a replacement test without a place whether it was granted, lost its place or is not sat any more', () => {
    const [same, again] = [facts(seat()), facts(seat(), seat({ unit: 'U30-R' }))];
    const waits = { ...same, toCome: ['U30-R'] };
    expect(changesOf(same, waits)).toEqual({ ...none, again: [{ unit: 'U30-R', is: 'granted' }] });
    expect(changesOf(waits, waits)).toBeNull();
    expect(changesOf(waits, same)).toEqual({ ...none, again: [{ unit: 'U30-R', is: 'takenBack' }] });
    expect(changesOf(again, waits)).toMatchObject({
      units: [{ unit: 'U30-R', what: ['gone'] }],
      again: [{ unit: 'U30-R', is: 'moved' }],
      notSat: false,
    });
    expect(changesOf(waits, again)).toMatchObject({ units: [{ what: ['added'] }], again: [], notSat: false });
    expect(changesOf(waits, { ...same, takenAway: ['U30-R'] })).toMatchObject({ again: [], notSat: true });
    expect(changesOf(waits, { ...waits, toCome: ['U30-R', 'U40'] })).toEqual({ ...none, notSat: true });
  });
});
