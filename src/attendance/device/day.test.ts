import { describe, expect, it } from 'vitest';
import {
  callFault,
  codeSigns,
  countsOf,
  type DayLine,
  foldedText,
  isSought,
  MOST_MINUTES,
  minutesLate,
  minutesTyped,
  type StatementToSend,
  shownCall,
  shownLine,
} from './day.ts';

const LINE: DayLine = {
  enrolment: 'e1',
  unit: 'U10',
  title: 'U10, Pratique',
  name: "L'Été (Öz) Camille",
  birth: '30/05/1998',
  number: 'BP24-00127-K',
  table: 4,
  ends: '12 h 00',
  code: 'abc',
  state: 'none',
  minutes: null,
  rank: 0,
  said: null,
  other: { state: 'absent', minutes: null },
};
const waiting = (more: Partial<StatementToSend> = {}): StatementToSend =>
  ({
    id: 'i',
    owner: 'o',
    keeper: 'Agent',
    day: '2024-06-03',
    saidAt: '2024-06-03T07:00:00Z',
    heldSince: 0,
    label: 'A, table 4',
    refused: null,
    kind: 'mark',
    enrolment: 'e1',
    unit: 'U10',
    seen: 0,
    state: 'present',
    minutes: null,
    ...more,
  }) as StatementToSend;

describe('A line on a device', () => {
  it('shows the last thing that was said here, which waits', () => {
    const shown = shownLine(LINE, [waiting(), waiting({ state: 'late', minutes: 5 } as Partial<StatementToSend>)]);
    expect(shown).toMatchObject({ state: 'late', minutes: 5, waits: true, other: null });
  });
  it.each([
    ['of another', { enrolment: 'e2' }],
    ['of another unit', { unit: 'U20' }],
    ['refused', { refused: 'trop tard' }],
    ['a remark', { kind: 'remark' }],
  ])('shows what the server says where what waits is %s', (_, more) => {
    expect(shownLine(LINE, [waiting(more as Partial<StatementToSend>)])).toEqual({ ...LINE, waits: false });
  });
  it('is counted by what is shown', () => {
    expect(countsOf([LINE, { state: 'late', minutes: 2 }, { state: 'absent', minutes: null }])).toEqual({
      expected: 3,
      present: 0,
      absent: 1,
      late: 1,
      none: 1,
    });
  });
});

describe('Somebody to call', () => {
  const call = {
    enrolment: 'e1',
    unit: 'U20',
    rank: 7,
    name: 'Abel',
    phone: null,
    call: '9 h 40',
    planned: '9 h 10',
    told: null,
  };
  const phoned = (more: object = {}) =>
    waiting({ kind: 'phoned', unit: 'U20', rank: 7, isTold: true, ...more } as Partial<StatementToSend>);
  it('is told as it was ticked here last, of that very hour', () => {
    expect(shownCall(call, [phoned()], 'vous').told).toBe('vous');
    expect(shownCall({ ...call, told: 'Ada' }, [phoned(), phoned({ isTold: false })], 'vous').told).toBeNull();
    for (const other of [{ rank: 6 }, { enrolment: 'e2' }, { unit: 'U10' }, { refused: 'trop tard' }])
      expect(shownCall(call, [phoned(other)], 'vous')).toEqual(call);
  });
});

describe('Who is looked for', () => {
  it.each(['ete', "l'été", 'camille ozz', 'CAMILLE öz', 'bp24 00127 k', 'BP2400127K'])('%s', (sought) => {
    expect(isSought(LINE, sought, null)).toBe(sought !== 'camille ozz');
  });
  it('is found by the hash of a code, and by no other', () => {
    expect(isSought(LINE, 'zzz', 'abc')).toBe(true);
    expect(isSought(LINE, 'zzz', 'abd')).toBe(false);
    expect(isSought({ ...LINE, code: null }, 'zzz', null)).toBe(false);
  });
  it('is compared without accents, capitals and signs', () => {
    expect(foldedText("  L'ÉTÉ--Öz ")).toBe('l ete oz');
  });
});

describe('A code', () => {
  it('is the same however it is typed', () => {
    for (const typed of ['7K2MQ4Z0', '7k2m-q4zo', ' 7K2M Q4ZO ']) expect(codeSigns(typed)).toBe('7K2MQ4Z0');
    expect(codeSigns('ILil11')).toBe('111111');
  });
  it('is neither short nor long', () => {
    expect(codeSigns('7K2MQ')).toBeNull();
    expect(codeSigns('7'.repeat(40))).toBe('7'.repeat(40));
    expect(codeSigns('7'.repeat(41))).toBeNull();
  });
});

describe('Somebody late', () => {
  const now = Date.parse('2024-06-03T07:00:00Z');
  it.each([
    ['2024-06-03T06:48:30Z', 11],
    ['2024-06-03T06:59:00Z', 1],
    ['2024-06-03T06:59:30Z', null],
    ['2024-06-03T08:00:00Z', null],
    ['2024-06-02T21:00:00Z', 600],
    ['2024-06-02T20:59:00Z', null],
  ])('since a sitting at %s: %s minutes', (startsAt, minutes) => {
    expect(minutesLate(startsAt, now)).toBe(minutes);
  });
});

it.each(['', '0', '-5', 'abc', '601', '9999', '1,5'])('takes no %o for minutes of lateness', (typed) => {
  expect(minutesTyped(typed, MOST_MINUTES.late)).toBeNull();
});
it('takes minutes as they are typed', () => {
  expect([minutesTyped(' 7 ', MOST_MINUTES.late), minutesTyped('600', MOST_MINUTES.late)]).toEqual([7, 600]);
});

it.each([
  ['a swap that nobody agreed to', { takenFrom: 'e2' }, 'notAgreed'],
  ['a swap that was agreed to', { takenFrom: 'e2', agreed: true }, null],
  ['who passes last', {}, null],
  ['a delay that is none', { enrolment: null }, 'minutesWrong'],
  ['a longer delay', { enrolment: null, minutes: 30 }, null],
  ['a shorter delay', { enrolment: null, minutes: 10 }, 'shorter'],
  ['a shorter delay that was agreed to', { enrolment: null, minutes: 10, agreed: true }, null],
] as const)('says at once of a board 20 minutes late what is known against %s', (_, more, expected) => {
  const told = { sitting: 's', minutes: null, enrolment: 'e1', takenFrom: null, agreed: false };
  expect(callFault({ ...told, ...more }, 20)).toBe(expected);
});
