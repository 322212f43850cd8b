import { describe, expect, it } from 'vitest';
import type { Tallied } from '../../../scope/index.ts';
import { endOf, lastToEnd, loadsOf } from './loads.ts';
import { completeIn, pictureOf, runningIn } from './picture.ts';
import { reasonsOf } from './reasons.ts';
import { specialitiesSheet } from './specialitiesSheet.ts';

const row = (what: Tallied['what'], item: string, count: number, more: Partial<Tallied> = {}): Tallied => ({
  session: 's',
  portfolio: '',
  speciality: '',
  what,
  item,
  count,
  ...more,
});
const A = { speciality: '45033608' };
const B = { speciality: '45022108' };

describe('A session as its head looks at it', () => {
  const rows = [
    row('day', '2023-10-12', 4, A),
    row('day', '2023-10-13', 3, A),
    row('day', '2023-10-13', 1, B),
    row('hour', '2023-10-13 09', 3),
    row('hour', '2023-10-13 23', 1),
    row('hour', '2023-10-12 09', 4),
    row('state', 'to-sign', 3, A),
    row('state', 'all-given', 2, A),
    row('state', 'withdrawn', 3, B),
    row('incomplete', 'to-sign', 2, A),
    row('incomplete', 'signed', 1, A),
    row('missing', 'DOMICIL', 3, A),
    row('missing', 'CINSIG01', 2, A),
    row('draft', '', 5),
  ];
  const span = {
    days: ['2023-10-12', '2023-10-13'],
    formerDays: ['2022-10-10', '2022-10-11', '2022-10-12'],
    until: '2022-10-11',
  };

  it('counts who registered, whatever became of them, beside as many days of the session before', () => {
    const former = [row('day', '2022-10-10', 2, A), row('day', '2022-10-11', 6, B), row('day', '2022-10-12', 50, A)];
    const picture = pictureOf(rows, former, span);
    expect(picture.registered).toEqual({ count: 8, before: 8 });
    expect(picture.specialities).toEqual([
      { key: '45033608', count: 7, before: 2, incomplete: 3 },
      { key: '45022108', count: 1, before: 6, incomplete: 0 },
    ]);
    expect(picture.days).toEqual([
      { day: '2023-10-12', count: 4, before: 2 },
      { day: '2023-10-13', count: 4, before: 6 },
    ]);
    expect(picture.hours.flatMap((count, hour) => (count === 0 ? [] : [[hour, count]]))).toEqual([
      [9, 3],
      [23, 1],
    ]);
    expect(pictureOf(rows, former, { ...span, until: null }).registered, 'both over').toEqual({ count: 8, before: 58 });
  });

  it('compares with nothing where there was no session, and is empty where there is nobody', () => {
    const picture = pictureOf(rows, null, span);
    expect([picture.registered.before, picture.days[0]?.before]).toEqual([null, null]);
    expect(pictureOf([], null, { days: [], formerDays: [], until: null })).toMatchObject({
      registered: { count: 0 },
      specialities: [],
      days: [],
      states: {},
      missing: [],
    });
  });

  it('knows what would be incomplete, what of it isn’t signed, and what is missing most', () => {
    const picture = pictureOf(rows, null, span);
    expect(picture).toMatchObject({
      drafts: 5,
      incomplete: 3,
      unsigned: 2,
      states: { 'to-sign': 3, 'all-given': 2, withdrawn: 3 },
    });
    expect(picture.missing).toEqual([
      { key: 'DOMICIL', count: 3 },
      { key: 'CINSIG01', count: 2 },
    ]);
    expect(runningIn(picture.states)).toBe(5);
    expect(completeIn({ ...picture.states, validated: 4, signed: 9 }), 'checked or not').toBe(6);
  });

  it('leaves no number of a few in a file for others, nor one that gives it away', () => {
    const picture = pictureOf(rows, null, span);
    expect(specialitiesSheet(picture, (cfd) => cfd, false)).toEqual([
      ['CFD', 'Spécialité', 'Inscrits', 'Il leur manque une pièce'],
      ['45033608', '45033608', '7', '3'],
      ['45022108', '45022108', '1', '0'],
      ['', 'Ensemble', '8', '3'],
    ]);
    expect(
      specialitiesSheet(picture, (cfd) => cfd, true)
        .slice(1)
        .map((line) => line.slice(2)),
    ).toEqual([
      ['s', '< 5'],
      ['< 5', '0'],
      ['8', '< 5'],
    ]);
  });
});

it('Groups are told with what waits, its age, their pace and their end; a group that wrote no decision has no pace', () => {
  const today = Temporal.PlainDate.from('2023-11-15');
  const [one, two] = [{ portfolio: 'G1' }, { portfolio: 'G2' }];
  const loads = loadsOf(
    [
      row('waits', '2023-11-15', 6, one),
      row('waits', '2023-11-08', 5, one),
      row('waits', '2023-11-07', 4, one),
      row('waits', '2023-10-30', 3, one),
      row('decided', '2023-11-14', 10, one),
      row('decided', '2023-11-15', 100, one),
      row('decided', '2023-11-12', 100, one),
    ],
    ['G2'],
    today,
    'mainland',
  );
  expect(loads).toMatchObject([
    { ...{ code: one.portfolio }, waiting: 18, over: { 7: 7, 15: 3 }, pace: 2, share: 0 },
    { ...{ code: two.portfolio }, waiting: 0, over: { 7: 0, 15: 0 }, pace: 0, oldestOn: null, finishOn: null },
  ]);
  expect([loads[0]?.oldestOn?.toString(), loads[0]?.finishOn?.toString()]).toEqual(['2023-10-30', '2023-11-27']);
  expect(endOf(loads)?.toString(), 'of all of them').toBe('2023-11-27');
});

it('All end with the last group, and never while one that waits has no pace', () => {
  const day = (text: string) => Temporal.PlainDate.from(text);
  const line = (waiting: number, on: string | null) => ({ waiting, finishOn: on === null ? null : day(on) });
  expect(endOf([line(2, '2023-11-27'), line(1, '2023-12-04'), line(0, null)])?.toString()).toBe('2023-12-04');
  expect(endOf([line(2, '2023-11-27'), line(1, null)])).toBeNull();
  expect(endOf([])).toBeNull();
  const [soon, late, never, idle] = [line(2, '2023-11-27'), line(1, '2023-12-04'), line(1, null), line(0, null)];
  expect(lastToEnd([late, soon, idle])).toBe(late);
  expect(lastToEnd([never, late])).toBe(never);
  expect(lastToEnd([idle])).toBeNull();
});

it('A refusal counts for each reason that it gives; what an officer wrote in their own words is never shown', () => {
  const offered = (code: string) => (code === 'DOMICIL' ? ['Trop ancien.', 'Illisible.'] : []);
  const refused = [
    { code: 'DOMICIL', comment: 'Trop ancien.', times: 4 },
    { code: 'DOMICIL', comment: 'Trop ancien.\nIllisible.\nCelui de mai.', times: 1 },
    { code: 'DOMICIL', comment: 'Madame Lefèvre, relisez.', times: 2 },
    { code: 'RELNOTES', comment: null, times: 1 },
  ];
  expect(reasonsOf(refused, offered)).toEqual({
    total: 8,
    reasons: [
      { code: 'DOMICIL', text: 'Trop ancien.', times: 5 },
      { code: 'DOMICIL', text: null, times: 2 },
      { code: 'DOMICIL', text: 'Illisible.', times: 1 },
      { code: 'RELNOTES', text: null, times: 1 },
    ],
  });
});
