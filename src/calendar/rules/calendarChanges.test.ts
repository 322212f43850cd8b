import { expect, it } from 'vitest';
import type { RoomId, Sitting, SittingId } from '../../places/index.ts';
import { WRITTEN } from '../../places/index.ts';
import { changesOf } from './calendarChanges.ts';

const hour = (text: string) => Temporal.Instant.from(`2024-06-03T${text}:00+02:00`);
const HALL = { ...WRITTEN, speciality: '45033608', minutes: 120, material: '', kind: '' };
const stands = (id: string, unit: string, at: string, room: string | null = null): Sitting => ({
  ...HALL,
  id: id as SittingId,
  unit,
  startsAt: hour(at),
  roomId: room as RoomId | null,
  rowVersion: 1,
});
const line = (number: number, unit: string, at: string, more: { roomId?: string; material?: string } = {}) => ({
  ...HALL,
  line: number,
  unit,
  startsAt: hour(at),
  roomId: null,
  ...more,
});
const short = (...asked: Parameters<typeof changesOf>) => {
  const { added, changed, removed } = changesOf(...asked);
  return {
    added: added.map((one) => one.line),
    changed: changed.map(({ sitting, line: to }) => [sitting.id, to.line]),
    removed: removed.map(({ id }) => id),
  };
};

it('what a table says as it stands changes nothing, whatever the order of its lines', () => {
  const standing = [stands('a', 'U10', '08:00'), stands('b', 'U10', '10:00'), stands('c', 'U20', '08:00', 'r1')];
  const lines = [line(2, 'U20', '08:00', { roomId: 'r1' }), line(3, 'U10', '10:00'), line(4, 'U10', '08:00')];
  expect(short(standing, lines)).toEqual({ added: [], changed: [], removed: [] });
});

it('a test that is moved is the same test, and moved back it is as it was', () => {
  const standing = [stands('a', 'U10', '08:00')];
  expect(short(standing, [line(2, 'U10', '14:00')])).toEqual({ added: [], changed: [['a', 2]], removed: [] });
  expect(short([stands('a', 'U10', '14:00')], [line(2, 'U10', '08:00')])).toEqual({
    added: [],
    changed: [['a', 2]],
    removed: [],
  });
});

it('of two, the one that stays is found before the one that moves', () => {
  const standing = [stands('a', 'U10', '08:00'), stands('b', 'U10', '10:00')];
  expect(short(standing, [line(2, 'U10', '10:00'), line(3, 'U10', '14:00')])).toEqual({
    added: [],
    changed: [['a', 3]],
    removed: [],
  });
  const halls = [stands('a', 'U10', '08:00', 'r1'), stands('b', 'U10', '08:00', 'r2')];
  expect(short(halls, [line(2, 'U10', '10:00', { roomId: 'r2' }), line(3, 'U10', '10:00', { roomId: 'r1' })])).toEqual({
    added: [],
    changed: [
      ['b', 2],
      ['a', 3],
    ],
    removed: [],
  });
});

it('what is too many goes, what is too few comes, and what it takes along is a change', () => {
  const standing = [stands('a', 'U10', '08:00'), stands('b', 'U10', '10:00'), stands('c', 'U20', '08:00')];
  expect(short(standing, [line(2, 'U10', '08:00'), line(3, 'U30', '08:00')])).toEqual({
    added: [3],
    changed: [],
    removed: ['b'],
  });
  expect(short(standing, [line(2, 'U20', '08:00', { material: 'Calculatrice' })]).changed).toEqual([['c', 2]]);
});

it('the hour at which a board ends is a change of it', () => {
  const board = { held: 'oral', until: hour('12:00') } as const;
  const standing = [{ ...stands('a', 'U41', '08:00'), ...board }];
  expect(short(standing, [{ ...line(2, 'U41', '08:00'), ...board }]).changed).toEqual([]);
  expect(short(standing, [{ ...line(2, 'U41', '08:00'), ...board, until: hour('11:00') }]).changed).toEqual([['a', 2]]);
  expect(short(standing, [line(2, 'U41', '08:00')]).changed).toEqual([['a', 2]]);
});

it('of several that move, each is one line, by their hours', () => {
  const standing = [stands('b', 'U10', '10:00'), stands('a', 'U10', '08:00')];
  expect(short(standing, [line(2, 'U10', '15:00'), line(3, 'U10', '13:00')]).changed).toEqual([
    ['a', 3],
    ['b', 2],
  ]);
});
