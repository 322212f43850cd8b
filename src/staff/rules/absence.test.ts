import { expect, it } from 'vitest';
import type { StaffMember } from '../../accounts/index.ts';
import type { Cover } from '../../scope/index.ts';
import { type CoverOrder, mayStandIn, refuseCover } from './absence.ts';

const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);
const member = (accountId: string, changes: Partial<StaffMember> = {}): StaffMember =>
  ({ accountId, role: 'officer', portfolios: ['G1', 'G2'], disabledAt: null, ...changes }) as StaffMember;
const ABSENT = member('away');
const MEMBERS = [ABSENT, member('paul'), member('head', { role: 'head' })];
const ORDER: CoverOrder = {
  coveringId: 'paul',
  portfolios: ['G2'],
  fromDay: day('2023-11-20'),
  untilDay: day('2023-11-24'),
};
const cover = (changes: Partial<Cover>): Cover => ({ ...ORDER, absentId: 'away', ...changes }) as Cover;
const refusal = (changes: Partial<CoverOrder>, others: readonly Cover[] = [], absent = ABSENT) =>
  refuseCover({ ...ORDER, ...changes }, { absent, members: MEMBERS, others, today: day('2023-11-22') });

it('an officer stands in for another, for groups that are theirs', () => {
  expect(refusal({})).toBeNull();
  expect(refusal({}, [], member('away', { role: 'head' }))).toBe('not-an-officer');
  expect(refusal({ coveringId: 'away' })).toBe('covered-by-themselves');
  expect(refusal({ coveringId: 'nobody' })).toBe('covered-by-nobody');
  expect(refusal({ coveringId: 'head' })).toBe('covered-by-nobody');
  expect(refusal({ portfolios: [] })).toBe('no-portfolio');
  expect(refusal({ portfolios: ['G2', 'G3'] })).toBe('not-their-portfolio');
});

it('for days that are not over, a year at most', () => {
  expect(refusal({ untilDay: day('2023-11-19') })).toBe('ends-before-it-begins');
  expect(refusal({ untilDay: day('2023-11-20'), fromDay: day('2023-11-20') })).toBe('over');
  expect(refusal({ untilDay: day('2023-11-22') })).toBeNull();
  expect(refusal({ fromDay: day('2023-11-22'), untilDay: day('2023-11-22') })).toBeNull();
  expect(refusal({ fromDay: day('2023-11-22'), untilDay: day('2024-11-21') })).toBeNull();
  expect(refusal({ fromDay: day('2023-11-22'), untilDay: day('2024-11-22') })).toBe('too-long');
});

it('once: the same colleague, a group of them, a day of them', () => {
  const last = cover({ fromDay: day('2023-11-24'), untilDay: day('2023-11-30') });
  expect(refusal({}, [last])).toBe('covered-already');
  expect(refusal({}, [cover({ fromDay: day('2023-11-01'), untilDay: day('2023-11-20') })])).toBe('covered-already');
  expect(refusal({}, [cover({ fromDay: day('2023-11-25'), untilDay: day('2023-11-30') })])).toBeNull();
  expect(refusal({}, [cover({ fromDay: day('2023-11-01'), untilDay: day('2023-11-19') })])).toBeNull();
  expect(refusal({}, [cover({ portfolios: ['G1'] })])).toBeNull();
  expect(refusal({}, [cover({ coveringId: 'head' as Cover['coveringId'] })])).toBeNull();
});

it('nobody stands in whose access is closed, or who reads no groups', () => {
  expect(mayStandIn(undefined)).toBe(false);
  expect(mayStandIn(member('paul'))).toBe(true);
  expect(mayStandIn(member('paul', { role: 'head' }))).toBe(false);
  expect(mayStandIn(member('paul', { disabledAt: Temporal.Instant.from('2023-11-01T10:00:00Z') }))).toBe(false);
});
