import { expect, it } from 'vitest';
import { type Chosen, satUnits } from './sat.ts';

const file: Chosen = {
  inWords: false,
  slots: [
    { id: 'U10', units: ['U10'], choice: 'sit' },
    { id: 'U20', units: ['U20'], choice: 'keep' },
    { id: 'U30', units: ['U30A', 'U30B'], choice: 'sit' },
    { id: 'U40', units: ['U40'], choice: 'sit' },
    { id: 'U50', units: ['U50A', 'U50B'], choice: 'sit' },
  ],
  presented: ['U10', 'U20', 'U30', 'U50'],
  options: new Map([['U30', 'U30B']]),
  optional: ['UF1'],
};

it('Nobody sits a unit that is kept, left for later, or not chosen', () => {
  expect(satUnits(file)).toEqual(['U10', 'U30B', 'UF1']);
  expect(satUnits({ ...file, inWords: true })).toEqual([]);
  for (const choice of ['keep', 'carry', 'exempt'])
    expect(satUnits({ ...file, slots: [{ id: 'U10', units: ['U10'], choice }], optional: [] })).toEqual([]);
});
