import { expect, it } from 'vitest';
import { extraTimeInWords, minutesWithExtra } from './extraTime.ts';

it('A third more is a third, not 33 hundredths; all is counted to the minute above', () => {
  expect([300, 180, 150, 10, 20].map((minutes) => minutesWithExtra(minutes, 33))).toEqual([400, 240, 200, 14, 27]);
  expect([minutesWithExtra(180, 0), minutesWithExtra(10, 1), minutesWithExtra(300, 34)]).toEqual([180, 11, 402]);
});

it('A pause or a transfer stays as long: twelve hours of two days, of which an hour is none', () => {
  expect([minutesWithExtra(270, 33, 30), minutesWithExtra(510, 33, 30), minutesWithExtra(270, 0, 30)]).toEqual([
    350, 670, 270,
  ]);
  expect(minutesWithExtra(270, 50, 30)).toBe(390);
});

it('is said as it is counted', () => {
  expect(extraTimeInWords(33)).toBe('un tiers de temps en plus');
  expect(extraTimeInWords(50)).toBe('50\u00a0% de temps en plus');
});
