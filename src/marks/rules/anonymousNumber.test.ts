import fc from 'fast-check';
import { expect, it } from 'vitest';
import { anonymousNumber, readAnonymousNumber, SERIALS, showNumber } from './anonymousNumber.ts';

const serial = fc.integer({ min: 0, max: SERIALS - 1 });

it('An anonymous number is six figures and a letter, read again however it was typed', () => {
  expect(anonymousNumber(127)).toBe('000127S');
  expect(showNumber('000127S')).toBe('000\u00a0127\u00a0S');
  expect(SERIALS).toBe(1_000_000);
  fc.assert(
    fc.property(serial, (one) => {
      const number = anonymousNumber(one);
      expect(number).toMatch(/^\d{6}[A-Z]$/);
      for (const typed of [
        number,
        number.toLowerCase(),
        showNumber(number),
        ` ${number.slice(0, 3)}-${number.slice(3)}.`,
      ])
        expect(readAnonymousNumber(typed)).toBe(number);
    }),
  );
});

it('One wrong figure, or two neighbours swapped, is no number', () => {
  fc.assert(
    fc.property(serial, fc.nat(5), fc.integer({ min: 1, max: 9 }), (one, at, by) => {
      const number = anonymousNumber(one);
      const digits = [...number.slice(0, 6)];
      const wrong = digits.with(at, String((Number(digits[at]) + by) % 10)).join('') + number.slice(6);
      expect(readAnonymousNumber(wrong)).toBeNull();
      const [a = '', b = ''] = [digits[at], digits[at + 1]];
      if (b === '' || a === b) return;
      expect(
        readAnonymousNumber(
          digits
            .with(at, b)
            .with(at + 1, a)
            .join('') + number.slice(6),
        ),
      ).toBeNull();
    }),
  );
});

it.each(['', '482917', '48291R', '4829177R', 'ABCDEFG', '482917RR', 'x482917R', '482917R1'])('%j is none', (typed) => {
  expect(readAnonymousNumber(typed)).toBeNull();
});
