import { describe, expect, it } from 'vitest';
import {
  briefEnd,
  clockTime,
  dayAndHour,
  dayInWords,
  endInWords,
  exactInstant,
  instantInWords,
  numericDay,
  secondInstant,
  shortDay,
  shortEnd,
  shortInstant,
  untilShort,
  untilWithYear,
} from './dates.ts';
import { distance, distanceToEnd } from './distance.ts';
import { monthOfName } from './months.ts';

const at = (text: string): Temporal.Instant => Temporal.Instant.from(text);
const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);
/** No-break spaces as plain ones, to compare words. */
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

const CLOSING = at('2023-12-01T16:00:00Z');

describe('Dates in words', () => {
  it('closes on « vendredi 1er décembre 2023 à 17 h 00 (heure de Paris) »', () => {
    expect(instantInWords(CLOSING)).toBe(
      'vendredi 1er\u00a0décembre\u00a02023 à 17\u00a0h\u00a000 (heure\u00a0de\u00a0Paris)',
    );
    expect(plain(dayAndHour(CLOSING))).toBe('1er décembre, 17 h 00');
  });
  it('was saved on « 15 novembre 2023, 10 h 42 »', () => {
    expect(plain(shortInstant(at('2023-11-15T09:42:59Z')))).toBe('15 novembre 2023, 10 h 42');
  });
  it('stamps a deposit as the notice does', () => {
    expect(plain(secondInstant(at('2020-09-30T14:10:05Z')))).toBe(
      '30 septembre 2020 à 16 h 10 min 05 s (heure de Paris)',
    );
    expect(plain(exactInstant(at('2020-09-30T14:10:00Z')))).toBe('30 septembre 2020 à 16 h 10 (heure de Paris)');
  });
  it('says midnight and the small hours without a zero before them', () => {
    expect(plain(clockTime(at('2023-12-31T23:00:00Z')))).toBe('0 h 00');
    expect(plain(instantInWords(at('2023-12-31T23:00:00Z')))).toBe('lundi 1er janvier 2024 à 0 h 00 (heure de Paris)');
    expect(plain(instantInWords(at('2023-12-31T22:59:59Z')))).toBe(
      'dimanche 31 décembre 2023 à 23 h 59 (heure de Paris)',
    );
  });
  it('says of an end at midnight the last whole day, however short the line', () => {
    const midnight = at('2024-04-11T22:00:00Z');
    const ends = [endInWords, shortEnd, untilShort, untilWithYear, briefEnd];
    expect(ends.map((end) => plain(end(midnight)))).toEqual([
      'jeudi 11 avril 2024 inclus',
      '11 avril 2024 inclus',
      "jusqu'au 11 avril inclus",
      "jusqu'au 11 avril 2024 inclus",
      '11 avr. inclus',
    ]);
    expect(plain(briefEnd(CLOSING))).toBe('1er déc., 17 h');
  });
  it('follows the clock of Paris through both changes', () => {
    expect(plain(clockTime(at('2024-03-31T00:59:59Z')))).toBe('1 h 59');
    expect(plain(clockTime(at('2024-03-31T01:00:00Z')))).toBe('3 h 00');
    expect(plain(clockTime(at('2023-10-29T00:30:00Z')))).toBe('2 h 30');
    expect(plain(clockTime(at('2023-10-29T01:30:00Z')))).toBe('2 h 30');
  });
  it('writes days', () => {
    expect(plain(dayInWords(day('2024-02-29')))).toBe('jeudi 29 février 2024');
    expect(plain(shortDay(day('1998-05-01')))).toBe('1er mai 1998');
    expect([numericDay(day('1998-05-30')), numericDay(day('0987-01-02'))]).toEqual(['30/05/1998', '02/01/0987']);
  });
  it('knows the months by their names, cut or unaccented, when only one fits', () => {
    expect(['janvier', 'FEVRIER', 'févr.', 'août', 'aout', 'juil', 'jui', 'xyz', 'ma'].map(monthOfName)).toEqual([
      1,
      2,
      2,
      8,
      8,
      7,
      null,
      null,
      null,
    ]);
  });
});

describe('The distance to an instant', () => {
  const from = (text: string, to: Temporal.Instant = CLOSING): string => plain(distance(at(text), to));
  it('counts calendar days in Paris from the day after tomorrow', () => {
    expect(from('2023-11-15T09:42:00Z')).toBe('dans 16 jours');
    expect(from('2023-11-29T22:59:59Z')).toBe('dans 2 jours');
    expect(from('2023-12-03T05:00:00Z')).toBe('il y a 2 jours');
  });
  it('says tomorrow and yesterday with the hour', () => {
    expect(from('2023-11-29T23:00:00Z')).toBe('demain à 17 h 00');
    expect(from('2023-11-30T22:59:59Z')).toBe('demain à 17 h 00');
    expect(from('2023-12-02T10:00:00Z')).toBe('hier à 17 h 00');
  });
  it('counts whole hours within the day, never promising more than there is', () => {
    expect(from('2023-11-30T23:00:00Z')).toBe('dans 17 heures');
    expect(from('2023-12-01T12:00:01Z')).toBe('dans 3 heures');
    expect(from('2023-12-01T14:00:01Z')).toBe('dans 1 heure');
    expect(from('2023-12-01T19:30:00Z')).toBe('il y a 3 heures');
  });
  it('counts minutes within the hour, over midnight too', () => {
    expect(from('2023-12-01T15:47:30Z')).toBe('dans 12 minutes');
    expect(from('2023-12-01T15:59:30Z')).toBe("dans moins d'une minute");
    expect(from('2023-12-01T16:00:00Z')).toBe("à l'instant");
    expect(from('2023-12-01T16:00:59Z')).toBe("à l'instant");
    expect(from('2023-12-01T16:01:00Z')).toBe('il y a 1 minute');
    expect(from('2023-11-30T22:50:00Z', at('2023-11-30T23:10:00Z'))).toBe('dans 20 minutes');
  });
  it('takes the day of 23 hours and the day of 25 hours for one day', () => {
    expect(from('2024-03-30T23:00:00Z', at('2024-03-31T22:00:00Z'))).toBe('demain à 0 h 00');
    expect(from('2024-03-30T11:00:00Z', at('2024-04-01T10:00:00Z'))).toBe('dans 2 jours');
    expect(from('2023-10-28T22:00:00Z', at('2023-10-29T22:59:00Z'))).toBe('dans 24 heures');
    expect(from('2023-10-28T10:00:00Z', at('2023-10-29T11:00:00Z'))).toBe('demain à 12 h 00');
  });
  it('crosses the year', () => {
    expect(from('2023-12-31T22:00:00Z', at('2024-01-01T22:00:00Z'))).toBe('demain à 23 h 00');
    expect(from('2023-12-30T22:00:00Z', at('2024-01-02T10:00:00Z'))).toBe('dans 3 jours');
  });
});

it('The distance to an end at midnight is that to its last whole day, and on that day to its very end', () => {
  const left = (from: string, end = '2024-03-23T23:00:00Z'): string => plain(distanceToEnd(at(from), at(end)));
  expect(left('2024-03-08T09:00:00Z')).toBe('dans 15 jours');
  expect(left('2024-03-22T10:00:00Z')).toBe('demain');
  expect(left('2024-03-23T17:00:00Z')).toBe('dans 6 heures');
  expect(left('2024-03-23T22:48:00Z')).toBe('dans 12 minutes');
  expect(left('2023-11-15T09:42:00Z', '2023-12-01T16:00:00Z')).toBe('dans 16 jours');
});
