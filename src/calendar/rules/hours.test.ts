import { describe, expect, it } from 'vitest';
import { hourIn, minutesIn, minutesOfRegulation, twoFigures } from './hours.ts';

describe('A duration', () => {
  it.each([
    ['2 h 30', 150],
    ['2h30', 150],
    ['2H', 120],
    ['02:30', 150],
    ['2:05', 125],
    [' 1 h 05 min ', 65],
    ['12 h', 720],
    ['45 min', 45],
    ['45mn', 45],
    ['45 minutes', 45],
    ['1 minute', 1],
    ['150', 150],
    ['2\u00a0h\u00a030', 150],
  ])('%j is %d minutes', (text, minutes) => expect(minutesIn(text)).toBe(minutes));

  it.each(['', '0', '0 h', '2 h 75', '2,5 h', 'deux heures', '1000', '2 h 30 s', 'x2 h', '-30', '123 h', '5 à 6 h'])(
    '%j is none',
    (text) => expect(minutesIn(text)).toBeNull(),
  );
});

describe('The duration of a regulation', () => {
  it('is compared where it is one figure, without what explains it', () => {
    expect(minutesOfRegulation('2 h 30')).toBe(150);
    expect(minutesOfRegulation('30 min')).toBe(30);
    expect(minutesOfRegulation("7 h 30 (3 h d'écrit, 4 h 30 de pratique et d'oral)")).toBe(450);
  });

  it.each([null, '', '5 à 6 h', 'environ 3 h', '15 min au plus, après 5 min de préparation', '(2 h) ou 3 h', '90'])(
    'is not where it says %j',
    (text) => expect(minutesOfRegulation(text)).toBeNull(),
  );
});

describe('An hour of the day', () => {
  it.each([
    ['9 h', '09:00'],
    ['9h05', '09:05'],
    ['09:00', '09:00'],
    ['13:30:00', '13:30'],
    ['0 h 15', '00:15'],
    ['23:59', '23:59'],
  ])('%j is %s', (text, hour) => expect(hourIn(text)).toBe(hour));

  it.each(['', '24 h', '9', '9 h 60', 'matin', '9 h 00 du matin', '109:00', '9:000'])('%j is none', (text) =>
    expect(hourIn(text)).toBeNull(),
  );

  it('has two figures each', () => {
    expect([twoFigures(0), twoFigures(9), twoFigures(10)]).toEqual(['00', '09', '10']);
  });
});
