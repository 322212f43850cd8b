import { expect, it } from 'vitest';
import { extraTimeInWords, minutesWithExtra } from './extraTime.ts';

it('A third more is a third, not 33 hundredths; all is counted to the minute above', () => {
  expect([300, 180, 150, 10, 20].map((minutes) => minutesWithExtra(minutes, 33))).toEqual([400, 240, 200, 14, 27]);
  expect([minutesWithExtra(180, 0), minutesWithExtra(10, 1), minutesWithExtra(300, 34)]).toEqual([180, 11, 402]);
});

it('is said as it is counted', () => {
  expect(extraTimeInWords(33)).toBe('un tiers de temps en plus');
  expect(extraTimeInWords(50)).toBe('50\u00a0% de temps en plus');
});
