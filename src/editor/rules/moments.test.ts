import { describe, expect, it } from 'vitest';
import { plainSpaces } from '../../testing/words.ts';
import {
  dateInWords,
  dayOf,
  isoMinute,
  momentInWords,
  momentOf,
  readDay,
  readMoment,
  typedDay,
  typedMoment,
  withMomentsInWords,
} from './moments.ts';

describe('An hour typed', () => {
  it.each([
    ['12/10/2023 à 14 h 05', '2023-10-12T14:05'],
    ['12/10/2023 à 14\u00a0h\u00a005', '2023-10-12T14:05'],
    ['12/10/2023 14:05', '2023-10-12T14:05'],
    ['12/10/2023, 14h', '2023-10-12T14:00'],
    ['12/10/2023 14 H', '2023-10-12T14:00'],
    ['1-2-2023 À9h30', '2023-02-01T09:30'],
    ['1.2.2023 9:30', '2023-02-01T09:30'],
    ['1 2 2023 0h00', '2023-02-01T00:00'],
    ['29/02/2024 23:59', '2024-02-29T23:59'],
    ['01/01/1900 0h', '1900-01-01T00:00'],
    ['31/12/2100 0h', '2100-12-31T00:00'],
  ])('%s is read', (text, value) => {
    expect(readMoment(text)).toEqual({ ok: true, value });
  });
  it.each([
    ['', 'unreadable'],
    ['demain', 'unreadable'],
    ['le 12/10/2023 14h', 'unreadable'],
    ['12/10/2023 14h00 précises', 'unreadable'],
    ['12/10/2023 14h0', 'unreadable'],
    ['12/10/23 14h', 'unreadable'],
    ['2023-10-12T14:00', 'unreadable'],
    ['12/10/2023', 'no-hour'],
    ['12/10/2023 24h', 'no-such-hour'],
    ['12/10/2023 23:60', 'no-such-hour'],
    ['31/02/2023 14h', 'no-such-day'],
    ['12/13/2023 14h', 'no-such-day'],
    ['31/12/1899 14h', 'no-such-day'],
    ['01/01/2101 14h', 'no-such-day'],
  ])('%j is refused as %s', (text, error) => {
    expect(readMoment(text)).toEqual({ ok: false, error });
  });
});

describe('A day typed', () => {
  it.each([
    ['03/06/2024', '2024-06-03'],
    ['3.6.2024', '2024-06-03'],
  ])('%s is read', (text, value) => {
    expect(readDay(text)).toEqual({ ok: true, value });
  });
  it.each([
    ['juin', 'unreadable'],
    ['03/06/2024 14h', 'unreadable'],
    ['31/06/2024', 'no-such-day'],
  ])('%s is refused as %s', (text, error) => {
    expect(readDay(text)).toEqual({ ok: false, error });
  });
});

describe('What a file holds', () => {
  it.each([
    ['2023-10-12T14:05', '12/10/2023 à 14 h 05', 'jeudi 12 octobre 2023 à 14 h 05'],
    ['2023-10-12T23:59', '12/10/2023 à 23 h 59', 'jeudi 12 octobre 2023 à 23 h 59'],
    ['2023-10-12T09:00', '12/10/2023 à 9 h 00', 'jeudi 12 octobre 2023 à 9 h 00'],
    ...['', 'demain', '2023-10-12', '2023-10-12T24:00', '2023-10-12T14:60', '2023-02-31T14:00'].map((as) => [
      as,
      as,
      as,
    ]),
    ...['x2023-10-12T14:00', '2023-10-12T14:00x', '2023-10-12T14:00:00'].map((as) => [as, as, as]),
  ])('%j is shown as an hour where it is one', (wallClock = '', typed, inWords) => {
    expect([typedMoment(wallClock), momentInWords(wallClock)].map(plainSpaces)).toEqual([typed, inWords]);
    const clock = momentOf(wallClock);
    expect(clock === null ? wallClock : isoMinute(clock)).toBe(wallClock);
    expect(clock === null).toBe(typed === wallClock);
  });
  it.each([
    ['2024-06-03', '03/06/2024', 'lundi 3 juin 2024'],
    ...['', 'juin', '2024-06-31', 'x2024-06-03', '2024-06-03x', '1899-06-03'].map((as) => [as, as, as]),
  ])('%j is shown as a day where it is one', (day = '', typed, inWords) => {
    expect([typedDay(day), dateInWords(day)].map(plainSpaces)).toEqual([typed, inWords]);
    expect(dayOf(day)?.toString() ?? null).toBe(typed === day ? null : day);
  });
  it('has its hours and days in words inside a sentence', () => {
    expect(
      plainSpaces(withMomentsInWords('De 2023-10-12T14:05 à 2023-12-01T17:00, puis 2024-06-03 et 2024-06-04.')),
    ).toBe(
      'De jeudi 12 octobre 2023 à 14 h 05 à vendredi 1er décembre 2023 à 17 h 00, puis lundi 3 juin 2024 et mardi 4 juin 2024.',
    );
    expect(withMomentsInWords('2024-06-031')).toBe('2024-06-031');
  });
});
