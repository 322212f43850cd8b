import { expect, it } from 'vitest';
import { shippedCatalogue } from '../../testing/catalogue.ts';
import { certificateCodes } from './certificateCodes.ts';

it('The certificates of safety are the pieces asked for scaffolding, none of health among them', async () => {
  const catalogue = await shippedCatalogue();
  const codes = certificateCodes(catalogue, { exam: 'bp' });
  expect(codes.length).toBeGreaterThan(0);
  const asked = catalogue
    .pieceTypes('bp')
    .filter(({ rules }) => rules.some(({ when }) => JSON.stringify(when).includes('scaffoldingAnnexes')));
  expect(asked.some(({ health }) => health)).toBe(true);
  expect(codes).toEqual(asked.filter(({ health }) => !health).map(({ code }) => code));
  expect(codes.length).toBeLessThan(catalogue.pieceTypes('bp').length);
});
