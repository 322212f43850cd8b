import { expect, it } from 'vitest';
import { shippedCatalogue } from '../../testing/catalogue.ts';
import { filesTexts } from '../filesTexts.ts';
import { specialityInWords, stateInWords } from './inWords.ts';

it('What a list is narrowed to is named, or all', async () => {
  const catalogue = await shippedCatalogue();
  expect([specialityInWords(catalogue, null), specialityInWords(catalogue, '45033608')]).toEqual([
    filesTexts.everySpeciality,
    'Coiffure',
  ]);
  expect([stateInWords(null), stateInWords('validated')]).toEqual([filesTexts.everyState, filesTexts.states.validated]);
});
