import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { enrolmentNumber, readEnrolmentNumber } from './enrolmentNumber.ts';

const known = ['BP24', 'BD27', 'BP25'];
const prefixes = fc.constantFrom(...known);
const serials = fc.integer({ min: 1, max: 999_999 });

describe("Le numéro d'inscription", () => {
  it('is read back as it was given, however it is typed', () => {
    fc.assert(
      fc.property(prefixes, serials, (prefix, serial) => {
        const number = enrolmentNumber(prefix, serial);
        expect(readEnrolmentNumber(number, known)).toBe(number);
        expect(readEnrolmentNumber(` ${number.toLowerCase().replaceAll('-', ' ')}`, known)).toBe(number);
      }),
    );
  });

  it('is a whole number, with nothing before, behind or missing', () => {
    const number = enrolmentNumber('BP24', 127);
    for (const wrong of [number.replace('-', '-X'), `${number}X`, number.slice(0, -2), 'BP24', '', `X${number}`])
      expect(readEnrolmentNumber(wrong, known), wrong).toBeNull();
  });

  it('shows any one wrong figure', () => {
    fc.assert(
      fc.property(prefixes, serials, fc.nat(), fc.integer({ min: 1, max: 9 }), (prefix, serial, place, shift) => {
        const number = enrolmentNumber(prefix, serial);
        const figures = number.split('-')[1] ?? '';
        const at = place % figures.length;
        const wrong = figures.slice(0, at) + ((Number(figures[at]) + shift) % 10) + figures.slice(at + 1);
        expect(readEnrolmentNumber(number.replace(figures, wrong), known)).toBeNull();
      }),
    );
  });

  it('shows two neighbouring figures that were swapped', () => {
    fc.assert(
      fc.property(prefixes, serials, fc.nat(), (prefix, serial, place) => {
        const number = enrolmentNumber(prefix, serial);
        const figures = [...(number.split('-')[1] ?? '')];
        const at = place % (figures.length - 1);
        const [a = '', b = ''] = figures.slice(at, at + 2);
        fc.pre(a !== b);
        figures.splice(at, 2, b, a);
        expect(readEnrolmentNumber(`${prefix}-${figures.join('')}-${number.slice(-1)}`, known)).toBeNull();
      }),
    );
  });
});
