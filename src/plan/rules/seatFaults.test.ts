import { expect, it } from 'vitest';
import { faultsOfSeat, type SeatGround, type SeatToCheck, staysPut } from './seatFaults.ts';

const at = (text: string): Temporal.Instant => Temporal.Instant.from(`2024-06-03T${text}Z`);
const seat: SeatToCheck = {
  enrolmentId: 'e',
  unit: 'U10',
  sittingId: 's',
  roomId: 'r',
  startsAt: at('07:00'),
  endsAt: at('09:00'),
  percent: 0,
  alone: false,
};
const ground: SeatGround = {
  units: ['U10', 'U20'],
  effects: { percent: 0, alone: false, accessible: false },
  sitting: {
    unit: 'U10',
    startsAt: at('07:00'),
    minutes: 120,
    uncounted: 0,
    held: 'written',
    until: null,
    kind: '',
    roomId: null,
  },
  room: { accessible: false, kinds: [] },
};
const sitting = (changes: Partial<NonNullable<SeatGround['sitting']>>): Partial<SeatGround> => ({
  sitting: {
    unit: 'U10',
    startsAt: at('07:00'),
    minutes: 120,
    uncounted: 0,
    held: 'written',
    until: null,
    kind: '',
    roomId: null,
    ...changes,
  },
});
const check = (changes: Partial<SeatGround>, of: Partial<SeatToCheck> = {}) =>
  faultsOfSeat({ ...seat, ...of }, { ...ground, ...changes });

it('A seat says what is true, or what no longer is', () => {
  expect(check({})).toEqual([]);
  expect(check({ units: ['U20'] })).toEqual(['not-to-sit']);
  expect(check({ units: null })).toEqual([]);
  expect(check({ sitting: null })).toEqual(['sitting-gone']);
  expect(check({ units: [], sitting: null })).toEqual(['not-to-sit', 'sitting-gone']);
  expect(check(sitting({ unit: 'U20' }))).toEqual(['sitting-gone']);
  expect(check(sitting({ startsAt: at('08:00') }))).toEqual(['hour-changed']);
  expect(check(sitting({ minutes: 90 }))).toEqual(['hour-changed']);
});

it('A turn before a board is anywhere between its first hour and its last, and as long as a turn', () => {
  const board = sitting({ held: 'oral', minutes: 10, until: at('09:00') });
  const turn = (starts: string, ends: string) => check(board, { startsAt: at(starts), endsAt: at(ends) });
  expect(turn('07:00', '07:10')).toEqual([]);
  expect(turn('08:50', '09:00')).toEqual([]);
  expect(turn('08:51', '09:01')).toEqual(['hour-changed']);
  expect(turn('06:59', '07:09')).toEqual(['hour-changed']);
  expect(turn('08:00', '08:15')).toEqual(['hour-changed']);
});

it('More time counts in its end; given or taken back it is another arrangement', () => {
  const longer = { percent: 50, alone: false, accessible: false };
  expect(check({ effects: longer })).toEqual(['arrangement-changed']);
  expect(check({ effects: longer }, { percent: 50, endsAt: at('10:00') })).toEqual([]);
  expect(check({ effects: longer }, { percent: 50 })).toEqual(['hour-changed']);
  expect(check({ effects: { ...longer, percent: 0, alone: true } })).toEqual(['arrangement-changed']);
});

it('The room must be there, fitted, accessible to who needs it, and not another than the one that is kept', () => {
  expect(check({ room: null })).toEqual(['room-closed']);
  expect(check(sitting({ kind: 'cuisine' }))).toEqual(['room-unfit']);
  expect(check({ ...sitting({ kind: 'cuisine' }), room: { accessible: false, kinds: ['cuisine'] } })).toEqual([]);
  const wheels = { percent: 0, alone: false, accessible: true };
  expect(check({ effects: wheels })).toEqual(['room-unfit']);
  expect(check({ effects: wheels, room: { accessible: true, kinds: [] } })).toEqual([]);
  expect(check(sitting({ roomId: 'other' }))).toEqual(['room-unfit']);
  expect(check(sitting({ roomId: 'r' }))).toEqual([]);
});

it('What no longer holds is placed again; a room that a person chose stays theirs', () => {
  expect(staysPut([], false)).toBe(true);
  expect(staysPut(['room-unfit'], true)).toBe(true);
  expect(staysPut(['room-unfit'], false)).toBe(false);
  for (const fault of ['not-to-sit', 'sitting-gone', 'hour-changed', 'arrangement-changed'] as const)
    expect(staysPut([fault, 'room-unfit'], true)).toBe(false);
});
