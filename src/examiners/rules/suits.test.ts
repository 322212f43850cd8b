import { describe, expect, it } from 'vitest';
import { known } from '../testing.ts';
import { BARS, brings, isAtOnce, isWhole, lackOf, unsuited } from './suits.ts';

const at = (hour: string): Temporal.Instant => Temporal.Instant.from(`2024-06-03T${hour}:00Z`);
const BOARD = {
  held: 'oral',
  specialities: ['45033608'],
  startsAt: at('08:00'),
  endsAt: at('10:00'),
  centreId: 'here',
} as const;
const FREE = { expected: [], linked: false, beside: false, km: 12, travel: () => 30 };

describe('What stands against somebody on a board', () => {
  it('is nothing where they suit', () => {
    expect(unsuited(known('Arnal'), BOARD, FREE)).toEqual([]);
    expect(unsuited(known('Arnal', { kmMost: 12 }), BOARD, FREE)).toEqual([]);
    expect(unsuited(known('Arnal', { kmMost: 1 }), BOARD, { ...FREE, km: null })).toEqual([]);
  });

  it('is said, all of it at once: what bars first, then what a person may set aside', () => {
    const person = known('Arnal', {
      retired: true,
      tasks: ['jury'],
      specialities: ['45022108'],
      away: ['2024-06-03'],
      kmMost: 11,
    });
    const around = { ...FREE, linked: true, beside: true, expected: [{ ...BOARD, centreId: 'there' }] };
    expect(unsuited(person, BOARD, around)).toEqual([...BARS, 'task', 'speciality', 'away', 'far']);
  });

  it('in a hall is neither a link nor a speciality: who invigilates interrogates nobody', () => {
    const hall = { ...BOARD, held: 'written' } as const;
    const person = known('Arnal', { tasks: ['invigilation'], specialities: [] });
    expect(unsuited(person, hall, { ...FREE, linked: true })).toEqual([]);
    expect(unsuited(person, BOARD, FREE)).toEqual(['task', 'speciality']);
    expect(unsuited(known('Arnal'), hall, FREE)).toEqual(['task']);
  });

  it('is to be at two places: the same hours, or less time between them than the way takes', () => {
    const other = (from: string, to: string, centreId = 'here') => ({ startsAt: at(from), endsAt: at(to), centreId });
    expect(isAtOnce(BOARD, other('09:59', '11:00'), FREE.travel)).toBe(true);
    expect(isAtOnce(BOARD, other('10:00', '11:00'), FREE.travel)).toBe(false);
    expect(isAtOnce(BOARD, other('06:00', '08:00'), FREE.travel)).toBe(false);
    expect(isAtOnce(BOARD, other('10:00', '11:00', 'there'), FREE.travel)).toBe(true);
    expect(isAtOnce(BOARD, other('10:29', '11:00', 'there'), FREE.travel)).toBe(true);
    expect(isAtOnce(BOARD, other('10:30', '11:00', 'there'), FREE.travel)).toBe(false);
    expect(isAtOnce(BOARD, other('06:00', '07:31', 'there'), FREE.travel)).toBe(true);
    expect(isAtOnce(BOARD, other('06:00', '07:30', 'there'), FREE.travel)).toBe(false);
  });
});

describe('What a board lacks', () => {
  const quota = { members: 3, teachers: 1, professionals: 1 };

  it('is people, teachers, people of the trade; employers and employees are of the trade', () => {
    expect(lackOf([], quota)).toEqual(quota);
    expect(lackOf(['teaching', 'other'], quota)).toEqual({ members: 1, teachers: 0, professionals: 1 });
    expect(isWhole(lackOf(['teaching', 'other', 'employee'], quota))).toBe(true);
    expect(lackOf(['teaching', 'teaching', 'teaching', 'teaching'], quota)).toEqual({
      members: 0,
      teachers: 0,
      professionals: 1,
    });
    expect(isWhole(lackOf(['teaching', 'teaching', 'teaching'], quota))).toBe(false);
    expect(isWhole(lackOf(['teaching', 'other', 'employer'], quota))).toBe(true);
  });

  it('is brought nearer by who is missing, never by who takes the place that another side needs', () => {
    expect(brings('teaching', [], quota)).toBe(true);
    expect(brings('other', [], quota)).toBe(true);
    expect(brings('other', ['other'], quota)).toBe(false);
    expect(brings('teaching', ['teaching', 'other'], quota)).toBe(false);
    expect(brings('employer', ['teaching', 'other'], quota)).toBe(true);
    expect(brings('employee', ['teaching', 'teaching', 'teaching'], quota)).toBe(true);
    expect(brings('employee', ['teaching', 'employer', 'other'], quota)).toBe(false);
    expect(brings('other', ['teaching', 'employer'], quota)).toBe(true);
  });
});
