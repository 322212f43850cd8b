import { expect, it } from 'vitest';
import type { EnrolmentId } from '../../enrolment/index.ts';
import type { RoomId } from '../../places/index.ts';
import { dealt, type TableSeat } from './tables.ts';

const seat = (who: string, unit: string, day: number, place: number | null = null, room = 'fournil'): TableSeat => ({
  enrolmentId: who as EnrolmentId,
  unit,
  roomId: room as RoomId,
  startsAt: Temporal.Instant.from(`2024-06-0${day}T08:00:00+02:00`),
  place,
});
const both = (who: string, first: number, second: number) => [seat(who, 'U10', first), seat(who, 'U10-P2', second)];
const tables = (seats: readonly TableSeat[]) =>
  dealt(seats).map(({ enrolmentId, unit, place }) => `${enrolmentId} ${unit} ${place}`);

it('Tables are dealt in order, the first that is free at that beginning; whoever has one keeps it', () => {
  const seats = [seat('a', 'U20', 3), seat('b', 'U20', 3, 1), seat('c', 'U20', 3), seat('c', 'U30', 4)];
  expect(tables(seats)).toEqual(['a U20 2', 'c U20 3', 'c U30 1']);
});

it('All phases of a test are sat at one post: whoever comes by a correction has one that is free on each day', () => {
  expect(tables([...both('a', 3, 4), ...both('b', 3, 4)])).toEqual(['a U10 1', 'a U10-P2 1', 'b U10 2', 'b U10-P2 2']);
  // On the first day another left post 1, on the second one who began elsewhere has it.
  const standing = [seat('b', 'U10', 3, 2), seat('b', 'U10-P2', 4, 2), seat('c', 'U10-P2', 4, 1)];
  expect(tables([...both('a', 3, 4), ...standing])).toEqual(['a U10 3', 'a U10-P2 3']);
});

it('Two groups that share the second day alone have other posts from the first on', () => {
  expect(tables([...both('a', 2, 4), ...both('b', 3, 4)])).toEqual(['a U10 1', 'a U10-P2 1', 'b U10 2', 'b U10-P2 2']);
});

it('A phase that is placed again has the post of the other, where nobody has it; in another room nothing holds them together', () => {
  const first = seat('a', 'U10-R', 3, 2);
  expect(tables([first, seat('a', 'U10-R-P2', 4)])).toEqual(['a U10-R-P2 2']);
  expect(tables([first, seat('a', 'U10-R-P2', 4), seat('b', 'U10-R-P2', 4, 2)])).toEqual(['a U10-R-P2 1']);
  expect(tables([first, seat('a', 'U10-R-P2', 4, null, 'labo')])).toEqual(['a U10-R-P2 1']);
});
