import { expect, it } from 'vitest';
import { likelyAddress } from './likelyAddress.ts';

it.each([
  ['camille@gmail.con', 'camille@gmail.com'],
  ['camille@gmial.com', 'camille@gmail.com'],
  ['camille@gmail.co', 'camille@gmail.com'],
  ['camille@hotmai.fr', 'camille@hotmail.fr'],
  ['camille@hotmaill.fr', 'camille@hotmail.fr'],
  ['camille@oragne.fr', 'camille@orange.fr'],
  ['camille@orange.f', 'camille@orange.fr'],
  ['camille@gmail.com', null],
  // Two well-known ones may be a letter apart.
  ['camille@yahoo.fr', null],
  ['camille@lycee-riom.fr', null],
  ['camille@gmx.de', null],
  ['camille@gmail.fr', null],
])('%s: perhaps %s', (typed, meant) => {
  expect(likelyAddress(typed)).toBe(meant);
});
