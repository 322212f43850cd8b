import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { cleanWords, dayIn, readSaid, toldIn } from './readSaid.ts';

const ID = randomUUID();
const MARK = {
  kind: 'mark',
  id: ID,
  enrolmentId: randomUUID(),
  unit: 'U10',
  state: 'present',
  minutes: null,
  seen: 0,
  saidAt: '2024-06-03T07:12:00.123Z',
};
const REMARK = {
  kind: 'remark',
  id: ID,
  roomId: randomUUID(),
  day: '2024-06-03',
  text: ' Alarme à 9 h ',
  saidAt: MARK.saidAt,
};

const PHONED = {
  ...{ kind: 'phoned', id: ID, enrolmentId: randomUUID(), unit: 'U20', callRank: 7, told: true, saidAt: MARK.saidAt },
};

describe('What a device says', () => {
  it('is read', () => {
    expect(readSaid(MARK)).toEqual({ ...MARK, saidAt: Temporal.Instant.from(MARK.saidAt) });
    expect(readSaid({ ...MARK, state: 'late', minutes: 12, seen: 41 })).toMatchObject({
      state: 'late',
      minutes: 12,
      seen: 41,
    });
    // Minutes of somebody who is there mean nothing.
    expect(readSaid({ ...MARK, minutes: 12 })).toMatchObject({ state: 'present', minutes: null });
    expect(readSaid(PHONED)).toEqual({ ...PHONED, saidAt: Temporal.Instant.from(MARK.saidAt) });
    expect(readSaid(REMARK)).toEqual({
      ...REMARK,
      day: Temporal.PlainDate.from('2024-06-03'),
      text: 'Alarme à 9 h',
      saidAt: Temporal.Instant.from(MARK.saidAt),
    });
  });
  it.each([
    ['nothing', null],
    ['a text', 'mark'],
    ['no kind', { ...MARK, kind: 'other' }],
    ['no id', { ...MARK, id: 'x' }],
    ['no hour', { ...MARK, saidAt: 'hier' }],
    ['an hour that is none', { ...MARK, saidAt: '2024-06-03T99:12:00Z' }],
    ['a number for an hour', { ...MARK, saidAt: 12 }],
    ['an hour of no zone', { ...MARK, saidAt: '2024-06-03T07:12:00' }],
    ['something before the hour', { ...MARK, saidAt: '+002024-06-03T07:12:00Z' }],
    ['something after the hour', { ...MARK, saidAt: '2024-06-03T07:12:00Z[Europe/Paris]' }],
    ['nobody', { ...MARK, enrolmentId: 'x' }],
    ['no unit', { ...MARK, unit: 10 }],
    ['a unit too long', { ...MARK, unit: 'U'.repeat(61) }],
    ['no state', { ...MARK, state: 'malade' }],
    ['late without minutes', { ...MARK, state: 'late' }],
    ['a rank below 0', { ...MARK, seen: -1 }],
    ['half a rank', { ...MARK, seen: 0.5 }],
    ['a rank as a text', { ...MARK, seen: '0' }],
    ['nobody called', { ...PHONED, enrolmentId: 'x' }],
    ['a call of no unit', { ...PHONED, unit: null }],
    ['a call of no hour', { ...PHONED, callRank: '7' }],
    ['neither yes nor no', { ...PHONED, told: 'oui' }],
    ['no room', { ...REMARK, roomId: 'x' }],
    ['no day', { ...REMARK, day: 'lundi' }],
    ['no words', { ...REMARK, text: ' \u0007 ' }],
    ['a number for words', { ...REMARK, text: 1 }],
    ['too many words', { ...REMARK, text: 'x'.repeat(1001) }],
  ])('is nothing with %s', (_, item) => {
    expect(readSaid(item)).toBeNull();
  });
  it('fits to the last sign', () => {
    expect(readSaid({ ...MARK, unit: 'U'.repeat(60) })).not.toBeNull();
    expect(readSaid({ ...REMARK, text: 'x'.repeat(1000) })).not.toBeNull();
    expect(readSaid({ ...MARK, saidAt: '2024-06-03T07:12:00Z' })).not.toBeNull();
    expect(readSaid({ ...MARK, saidAt: '2024-06-03T07:12Z' })).not.toBeNull();
  });
});

describe('Minutes of somebody late', () => {
  it.each([
    [1, 1],
    [600, 600],
    ['12', 12],
    [' 5 ', 5],
  ])('%s', (typed, minutes) => {
    expect(toldIn('late', typed)).toEqual({ state: 'late', minutes });
  });
  it.each([0, 601, 1.5, '', '-5', '5 min', 'x5', '1000', null, undefined])('%s is none', (typed) => {
    expect(toldIn('late', typed)).toBeNull();
  });
  it('are of nobody else', () => {
    expect(toldIn('absent', 5)).toEqual({ state: 'absent', minutes: null });
    expect(toldIn('toString', 5)).toBeNull();
  });
});

describe('A day', () => {
  it('is one that exists', () => {
    expect(dayIn('2024-02-29')?.toString()).toBe('2024-02-29');
    for (const text of [
      '2023-02-29',
      '2024-2-29',
      'x2024-02-29',
      '2024-02-29T10:00',
      '+002024-02-29',
      '2024-02-29x',
      20240229,
      undefined,
    ])
      expect(dayIn(text)).toBeNull();
  });
});

it('words keep their lines and lose what no keyboard types', () => {
  expect(cleanWords('\u0000 un\n\tdeux\u001b\u007f ')).toBe('un\n\tdeux');
});
