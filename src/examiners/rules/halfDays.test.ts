import { describe, expect, it } from 'vitest';
import { awayInWords, halfDaysOf, isAway, readAway } from './halfDays.ts';

const at = (text: string): Temporal.Instant =>
  Temporal.PlainDateTime.from(text).toZonedDateTime('Europe/Paris').toInstant();

describe('The halves of days that somebody is needed in', () => {
  it.each([
    ['2024-06-03T08:00', '2024-06-03T11:59', ['2024-06-03 am']],
    ['2024-06-03T08:00', '2024-06-03T12:00', ['2024-06-03 am', '2024-06-03 pm']],
    ['2024-06-03T12:00', '2024-06-03T17:00', ['2024-06-03 pm']],
    ['2024-06-03T13:00', '2024-06-04T10:00', ['2024-06-03 pm', '2024-06-04 am']],
    [
      '2024-02-28T13:00',
      '2024-03-01T14:00',
      ['2024-02-28 pm', '2024-02-29 am', '2024-02-29 pm', '2024-03-01 am', '2024-03-01 pm'],
    ],
  ])('from %s to %s', (from, to, halves) => {
    expect(halfDaysOf(at(from), at(to))).toEqual(halves);
  });

  it('are missed by who is away that day, or that half of it', () => {
    const [from, to] = [at('2024-06-03T08:00'), at('2024-06-03T11:00')];
    expect(isAway([], from, to)).toBe(false);
    expect(isAway(['2024-06-03'], from, to)).toBe(true);
    expect(isAway(['2024-06-03 am'], from, to)).toBe(true);
    expect(isAway(['2024-06-03 pm', '2024-06-04'], from, to)).toBe(false);
  });
});

describe('Days as people write them', () => {
  it('are read, once each, in their order, and written back as they were', () => {
    const { away, unread } = readAway('13/06/2024 matin\n 12/06/2024, 12/06/2024;1/7/2024 Après-midi');
    expect(unread).toEqual([]);
    expect(away).toEqual(['2024-06-12', '2024-06-13 am', '2024-07-01 pm']);
    expect(awayInWords(away)).toBe('12/06/2024\n13/06/2024 matin\n01/07/2024 après-midi');
    expect(readAway(awayInWords(away)).away).toEqual(away);
    expect(readAway('').away).toEqual([]);
  });

  it.each([
    '30/02/2024',
    'lundi',
    '12/13/2024',
    '29/02/2023',
    '12-06-2024',
    '12/06/24',
    '12/06/2024 soir',
    'x 12/06/2024',
  ])('that are none are said: %s', (text) => {
    expect(readAway(`29/02/2024\n${text}`)).toEqual({ away: ['2024-02-29'], unread: [text] });
  });
});
