import { expect, it } from 'vitest';
import { lotTexts } from './lotTexts.ts';

const UNTIL = Temporal.Instant.from('2023-12-24T10:00:00+01:00');

it('speaks of one annulment in the singular', () => {
  const one = [lotTexts.will(1), lotTexts.report.undoText(1, UNTIL), lotTexts.report.undo(1)].join(' ');
  expect(one).not.toMatch(/Elles|inscriptions|candidats|toutes|la première/);
  expect(lotTexts.will(2)).toMatch(/^2\s(.*)seront approuvées\. Elles prennent effet/);
});
