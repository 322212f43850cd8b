import { expect, it } from 'vitest';
import { FLASHES_OF_ROOMS } from './flashes.ts';

it('is one sentence of one room, whose name no other room uses', () => {
  const names = FLASHES_OF_ROOMS.flatMap((room) => Object.keys(room));
  expect(names.toSorted()).toEqual([...new Set(names)].toSorted());
  expect(names.length).toBeGreaterThan(40);
});
