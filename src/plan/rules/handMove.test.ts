import { expect, it } from 'vitest';
import { judgeMove, type WantedSeat } from './handMove.ts';

const wish: WantedSeat = {
  unit: 'U1',
  percent: 0,
  alone: false,
  accessible: false,
  sitting: { id: 's', start: 100, minutes: 60, uncounted: 0, kind: '', roomId: null, most: null, together: true },
  room: { id: 'r', centre: 'A', position: null, capacity: 3, accessible: false, kinds: [] },
  day: '2024-06-03',
  there: [],
  kept: [],
  own: [],
  breakMinutes: null,
};
const HERE = { position: null, elsewhere: false };
const some = (changes: object = {}) => ({
  sitting: 's',
  start: 100,
  end: 160,
  alone: false,
  longer: false,
  count: 1,
  most: null,
  together: true,
  ...changes,
});
const judge = (changes: Partial<WantedSeat>) => judgeMove({ ...wish, ...changes });

it('A free table is given, until the end that more time makes', () => {
  expect(judge({})).toEqual({ end: 160, free: 3, refusals: [], warnings: [] });
  expect(judge({ there: [some({ count: 2 })] })).toMatchObject({ free: 1, refusals: [] });
  expect(judge({ percent: 50 }).end).toBe(190);
  expect(judge({ there: [some({ start: 160, end: 200, count: 3 })] })).toMatchObject({ free: 3, refusals: [] });
  expect(judge({ there: [some({ start: 40, end: 101, count: 2 })] })).toMatchObject({ free: 1 });
});

it('A full room, another beginning, a room of one alone or kept for another are refused', () => {
  expect(judge({ there: [some({ count: 3 })] })).toMatchObject({ free: 0, refusals: ['over-capacity'] });
  expect(judge({ there: [some({ count: 5 })] })).toMatchObject({ free: 0 });
  expect(judge({ there: [some({ start: 50, end: 101 })] }).refusals).toEqual(['two-beginnings']);
  expect(judge({ there: [some({ alone: true })] }).refusals).toEqual(['not-alone']);
  expect(judge({ alone: true, there: [some()] }).refusals).toEqual(['not-alone']);
  expect(judge({ kept: [{ sitting: 'k', start: 150, end: 200, elsewhere: false }] }).refusals).toEqual([
    'kept-for-another',
  ]);
  expect(judge({ kept: [{ sitting: 'k', start: 150, end: 200, elsewhere: true }] }).refusals).toEqual([
    'used-elsewhere',
  ]);
  expect(judge({ sitting: { ...wish.sitting, roomId: 'other' } }).refusals).toEqual(['kept-elsewhere']);
  expect(judge({ sitting: { ...wish.sitting, roomId: 'r' } }).refusals).toEqual([]);
});

it('Nobody is given two places at once; what is wrong already is not held against them', () => {
  const own = [{ unit: 'U2', start: 90, end: 120, centre: 'A', day: wish.day, ...HERE }];
  expect(judge({ own }).refusals).toEqual(['twice-at-once']);
  const abroad = own.map((one) => ({ ...one, elsewhere: true }));
  expect(judge({ own: abroad }).refusals).toEqual(['elsewhere-at-once']);
  expect(judge({ own: abroad.map((one) => ({ ...one, end: 99, centre: 'B' })) }).refusals).toEqual(['too-far']);
  expect(judge({ own: [{ unit: 'U2', start: 20, end: 100, centre: 'A', day: wish.day, ...HERE }] }).refusals).toEqual(
    [],
  );
  const both = [
    { unit: 'U2', start: 300, end: 400, centre: 'A', day: wish.day, ...HERE },
    { unit: 'U3', start: 310, end: 400, centre: 'A', day: wish.day, ...HERE },
  ];
  expect(judge({ own: both }).refusals).toEqual([]);
  const wrong = [some({ start: 300, end: 400, count: 9 }), some({ start: 310, end: 400, alone: true })];
  expect(judge({ there: wrong }).refusals).toEqual([]);
});

it('What a person may want all the same is a warning', () => {
  expect(judge({ sitting: { ...wish.sitting, kind: 'cuisine' } }).warnings).toEqual(['kind-missing']);
  const fitted = { ...wish.room, kinds: ['cuisine'] };
  expect(judge({ sitting: { ...wish.sitting, kind: 'cuisine' }, room: fitted }).warnings).toEqual([]);
  expect(judge({ accessible: true }).warnings).toEqual(['not-accessible']);
  expect(judge({ accessible: true, room: { ...wish.room, accessible: true } }).warnings).toEqual([]);
  expect(judge({ percent: 50, there: [some()] }).warnings).toEqual(['leaves-after']);
  const own = [{ unit: 'U2', start: 20, end: 95, centre: 'B', day: wish.day, ...HERE }];
  expect(judge({ own }).warnings).toEqual(['two-centres']);
  expect(judge({ own, breakMinutes: 60 }).warnings).toEqual(['two-centres', 'no-break']);
});
