import { expect, it } from 'vitest';
import { shippedCatalogue } from '../testing/catalogue.ts';
import { unitNames } from './summonsOf.ts';

const BOULANGER = '45022108';

it('A day of a test is named by its title and its pause on a paper, by its number in a mail', async () => {
  const { full, short } = unitNames((await shippedCatalogue()).regulation(BOULANGER, 2024)?.units ?? []);
  const order = "U10\u00a0: Fabrication d'une commande";
  const pause = '(dont 30\u00a0min hors épreuve)';
  expect(['U10', 'U10-P2', 'U10-R-P2'].map(full)).toEqual([
    `${order}, première journée ${pause}`,
    `${order}, seconde journée ${pause}`,
    `${order} (remplacement), seconde journée ${pause}`,
  ]);
  expect(['U10', 'U10-R-P2', 'U20-R'].map(short)).toEqual(['U10', 'U10, phase 2 (remplacement)', 'U20 (remplacement)']);
});
