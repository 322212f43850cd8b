import { describe, expect, it } from 'vitest';
import { account, unit } from '../testingAccounts.ts';
import { obstaclesOf, type Ready } from './readiness.ts';

const candidate = (number: string, ...units: Parameters<typeof account>[1]) => ({
  account: account(number, units),
  stale: [],
  waits: false,
  outOfNumber: false,
});
const DAY = Temporal.PlainDate.from('2024-07-01');
const ready = (changes: Partial<Ready> = {}): Ready => ({
  specialities: 1,
  quorum: true,
  meetsOn: DAY,
  today: DAY,
  composition: { obstacles: [] },
  candidates: [candidate('1', unit('U10', 1, 12))],
  openBatches: [],
  ...changes,
});

describe('What keeps a record open', () => {
  it('is nothing once marks, members and number are there, on its day', () => {
    expect(obstaclesOf(ready())).toEqual([]);
    expect(obstaclesOf(ready({ today: DAY.add({ days: 1 }) }))).toEqual([]);
  });

  it('is said all at once', () => {
    const all = obstaclesOf(
      ready({
        specialities: 0,
        quorum: false,
        today: DAY.subtract({ days: 1 }),
        composition: { obstacles: ['no-chair', 'presence-unsaid'] },
        openBatches: [{ speciality: '45033608', unit: 'U20' }],
        candidates: [],
      }),
    );
    expect(all.map(({ code }) => code)).toEqual([
      'no-speciality',
      'before-its-day',
      'no-chair',
      'presence-unsaid',
      'no-quorum',
      'batch-open',
    ]);
    expect(obstaclesOf(ready({ candidates: [] }))).toEqual([{ code: 'no-candidate' }]);
  });

  it('names whose mark is awaited, and not who left a unit for later, owes a certificate or is under reserve', () => {
    const waits = unit('U20', 1, 'not-entered', { note: 'awaited' });
    const candidates = [
      candidate('1', unit('U10', 1, 12)),
      candidate('2', waits),
      candidate('3', unit('U20', 1, 'not-entered', { note: 'option-unknown' })),
      ...(['later', 'withheld', 'reserve', 'noted'] as const).map((note, index) =>
        candidate(String(4 + index), unit('U20', 1, 'not-entered', { note })),
      ),
    ];
    expect(obstaclesOf(ready({ candidates }))).toEqual([{ code: 'mark-missing', candidates: ['2', '3'] }]);
  });

  it('names each unknown coefficient once', () => {
    const unknown = unit('U30', null, 12);
    const candidates = [
      candidate('1', unknown),
      candidate('2', unknown),
      candidate('3', unit('U40', null, 'not-entered')),
    ];
    expect(obstaclesOf(ready({ candidates }))).toEqual([
      {
        code: 'coefficient-unknown',
        units: [
          { speciality: '45033608', unit: 'U30' },
          { speciality: '45033608', unit: 'U40' },
        ],
      },
    ]);
  });

  it('names whom nobody looked at, once every mark is there, and who was decided while too few were there', () => {
    const unseen = { ...candidate('1', unit('U10', 1, 8)), waits: true };
    const out = { ...candidate('2', unit('U10', 1, 8)), waits: true, outOfNumber: true };
    expect(obstaclesOf(ready({ candidates: [unseen, out] }))).toEqual([
      { code: 'out-of-number', candidates: ['2'] },
      { code: 'to-examine', candidates: ['1'] },
    ]);
    const awaited = candidate('3', unit('U20', 1, 'not-entered', { note: 'awaited' }));
    expect(obstaclesOf(ready({ candidates: [unseen, awaited] }))).toEqual([
      { code: 'mark-missing', candidates: ['3'] },
    ]);
  });

  it('names who has points on a mark that changed', () => {
    const stale = [{ unit: 'U10', before: 18, after: 20, reason: 'x' }];
    const candidates = [candidate('1', unit('U10', 1, 12)), { ...candidate('2', unit('U10', 1, 12)), stale }];
    expect(obstaclesOf(ready({ candidates }))).toEqual([{ code: 'points-stale', candidates: ['2'] }]);
  });
});
