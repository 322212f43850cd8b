import { expect, it } from 'vitest';
import { mayBeAbout } from './pieces.ts';

it('a message is about a piece that is asked and tells nothing of health', () => {
  expect(mayBeAbout({ confidential: false, status: 'none' })).toBe(true);
  expect(mayBeAbout({ confidential: false, status: 'compliant' })).toBe(true);
  expect(mayBeAbout({ confidential: true, status: 'none' })).toBe(false);
  expect(mayBeAbout({ confidential: false, status: 'not-applicable' })).toBe(false);
});
