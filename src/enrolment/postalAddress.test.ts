import { expect, it } from 'vitest';
import { COIFFURE } from '../testing/answers.ts';
import { postalAddressOf } from './postalAddress.ts';

it('gives the registered address in lines, the city in capitals, without what was left empty', () => {
  const identification = {
    ...COIFFURE.identification,
    address: '12 rue Haute',
    addressExtra: ' ',
    postcode: '15000',
    city: 'Aurillac',
  };
  expect(postalAddressOf({ registered: { identification } })).toEqual(['12 rue Haute', '15000 AURILLAC']);
  expect(postalAddressOf({ registered: null })).toEqual([]);
});
