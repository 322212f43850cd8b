import { describe, expect, it } from 'vitest';
import type { Told, ToldMember } from '../convening.ts';
import { areNamesShown, isExpected, lastPlace } from './ownPlaces.ts';
import { isLate, isSame, whatToTell } from './toTell.ts';

const TOLD: Told = {
  startsAt: '2024-06-03T06:00:00Z',
  endsAt: '2024-06-03T10:00:00Z',
  held: 'oral',
  centre: 'Lycée des Puys',
  address: '1 rue du Lac',
  city: '63000 Riom',
  room: 'A',
  specialities: ['45033608'],
  units: ['U41'],
};
const before = Temporal.Instant.from('2024-05-01T08:00Z');
const after = Temporal.Instant.from('2024-06-03T10:00Z');
type Place = Pick<ToldMember, 'state' | 'told' | 'stands'>;
const place = (more: Partial<Place>): Place => ({ state: 'convened', told: TOLD, stands: TOLD, ...more });

describe('What somebody is still to be told', () => {
  it('is that they are expected, until it is over', () => {
    const fresh = place({ state: 'proposed', told: null });
    expect(whatToTell(fresh, before)).toBe('new');
    expect(whatToTell(fresh, after)).toBeNull();
    expect(whatToTell({ ...fresh, stands: null }, before)).toBeNull();
    expect(whatToTell({ ...fresh, state: 'released' }, before)).toBeNull();
  });

  it('is nothing where they know what stands, whoever is examined there', () => {
    expect(whatToTell(place({ stands: { ...TOLD, units: ['U41', 'U42'] } }), before)).toBeNull();
    expect(whatToTell(place({ state: 'accepted' }), before)).toBeNull();
  });

  it.each(['centre', 'address', 'city', 'room'] as const)('is another %s', (field) => {
    expect(whatToTell(place({ state: 'accepted', stands: { ...TOLD, [field]: 'B' } }), before)).toBe('moved');
  });

  it.each(['startsAt', 'endsAt'] as const)('is another hour (%s), unless that is past', (field) => {
    const moved = place({ stands: { ...TOLD, [field]: '2024-06-03T09:00:00Z' } });
    expect(whatToTell(moved, before)).toBe('moved');
    expect(whatToTell(moved, after)).toBeNull();
    const begun = { ...TOLD, startsAt: '2024-05-01T06:00:00Z', endsAt: '2024-05-01T07:00:00Z' };
    expect(whatToTell(place({ stands: begun }), before)).toBeNull();
    expect(isSame(TOLD, { ...TOLD, startsAt: '2024-06-03T08:00:00+02:00' })).toBe(true);
  });

  it("is that they needn't come, once", () => {
    expect(whatToTell(place({ stands: null }), before)).toBe('gone');
    expect(whatToTell(place({ state: 'released' }), before)).toBe('gone');
    expect(whatToTell(place({ state: 'released', told: { ...TOLD, cancelled: true } }), before)).toBeNull();
    expect(whatToTell(place({ state: 'released' }), after)).toBeNull();
    expect(whatToTell(place({ state: 'declined', stands: null }), before)).toBeNull();
  });

  it('comes late to an employer within the days of the exam, where it has such', () => {
    const first = before.add({ hours: 24 * 30 });
    expect(isLate(first, { now: before, days: 30 })).toBe(false);
    expect(isLate(first.subtract({ seconds: 1 }), { now: before, days: 30 })).toBe(true);
    expect(isLate(before, { now: before, days: null })).toBe(false);
  });
});

describe('Somebody reads whom they examine', () => {
  const at = (instant: string) => Temporal.Instant.from(instant);
  it('from seven days before until the evening of the day', () => {
    const shown = (instant: string, more: Partial<Place> = {}) => areNamesShown(place(more), at(instant));
    expect(shown('2024-05-26T23:59+02:00')).toBe(false);
    expect(shown('2024-05-27T00:00+02:00')).toBe(true);
    expect(shown('2024-06-03T23:59+02:00', { state: 'accepted' })).toBe(true);
    expect(shown('2024-06-04T00:00+02:00')).toBe(false);
  });

  it('on a board alone, while they are expected there as they were told', () => {
    for (const more of [
      { state: 'declined' },
      { state: 'released' },
      { state: 'proposed', told: null },
      { told: { ...TOLD, cancelled: true } },
      { told: { ...TOLD, held: 'written' } },
    ] as const)
      expect(areNamesShown(place(more), at('2024-06-02T12:00Z')), JSON.stringify(more)).toBe(false);
  });

  it('by the place that lasts, where they left and were asked again', () => {
    const all = [
      { ...place({ state: 'released' }), boardId: 'one', memberId: 'a' },
      { ...place({ state: 'declined' }), boardId: 'one', memberId: 'b' },
      { ...place({ state: 'released', told: null }), boardId: 'two', memberId: 'c' },
      { ...place({ state: 'released' }), boardId: 'three', memberId: 'd' },
    ] as unknown as readonly ToldMember[];
    expect(lastPlace(all, 'one')?.memberId).toBe('b');
    const again = { ...place({ state: 'accepted' }), boardId: 'one', memberId: 'e' } as unknown as ToldMember;
    expect(lastPlace([again, ...all], 'one')?.memberId).toBe('e');
    expect([lastPlace(all, 'two'), lastPlace(all, 'three')?.memberId]).toEqual([null, 'd']);
    expect(isExpected(again)).toBe(true);
  });
});
