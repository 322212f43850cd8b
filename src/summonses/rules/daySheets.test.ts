import { expect, it } from 'vitest';
import { byName, halfOf, inParts, roomSheets, type SeatedCandidate } from './daySheets.ts';

const line = (name: string, room: string, starts: string, place: number | null): SeatedCandidate => ({
  name,
  room,
  starts,
  place,
});

it('What begins before one o’clock is of the morning', () => {
  expect(['08:00', '12:59', '13:00', '14:00'].map(halfOf)).toEqual(['morning', 'morning', 'afternoon', 'afternoon']);
});

it('A sheet is one room and one half-day, by hour then table; who has no table comes last', () => {
  const sheets = roomSheets([
    line('D', 'B', '14:00', 1),
    line('A', 'B', '09:00', 3),
    line('B', 'B', '09:00', null),
    line('C', 'A', '09:00', 2),
    line('E', 'B', '09:00', 1),
    line('F', 'B', '08:00', 9),
    line('G', 'B', '09:00', null),
  ]);
  expect(sheets.map(({ room, half, lines }) => [room, half, lines.map(({ name }) => name).join('')])).toEqual([
    ['B', 'morning', 'FEABG'],
    ['A', 'morning', 'C'],
    ['B', 'afternoon', 'D'],
  ]);
  expect(roomSheets([])).toEqual([]);
});

it('A door names people by name as French sorts them, then by hour', () => {
  const lines = [
    line('Zoé', 'A', '09:00', 1),
    line('Éric', 'A', '14:00', 2),
    line('Éric', 'A', '09:00', 3),
    line('Faure', 'A', '09:00', 4),
  ];
  expect(byName(lines).map(({ name, place }) => `${name}${place}`)).toEqual(['Éric3', 'Éric2', 'Faure4', 'Zoé1']);
});

it('What is too much for one file is divided, in order; what is too much alone is alone', () => {
  const parts = (weights: readonly number[]) => inParts(weights, (weight) => weight, 10);
  expect(parts([4, 6, 1])).toEqual([[4, 6], [1]]);
  expect(parts([4, 7, 3, 1])).toEqual([[4], [7, 3], [1]]);
  expect(parts([2, 30, 2])).toEqual([[2], [30], [2]]);
  expect(parts([])).toEqual([]);
});
