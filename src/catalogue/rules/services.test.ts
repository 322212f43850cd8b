import { expect, it } from 'vitest';
import { shippedCatalogue } from '../../testing/catalogue.ts';
import { healthServiceByPost, serviceByPost } from './services.ts';

it('Letters go to the office at the address of its rector, those of health sealed under a name of their own', async () => {
  const [academy] = (await shippedCatalogue()).academies().filter(({ code }) => code === 'clermont');
  if (academy === undefined) throw new Error('no academy');
  const { bureau, division, authority, academy: name } = academy.letterhead;
  expect(serviceByPost(academy)).toEqual([bureau, division, authority, name, ...academy.legal.rector.slice(1)]);
  const { accommodationService: _, ...silent } = academy;
  expect(healthServiceByPost(silent)).toEqual([
    "Service des aménagements d'épreuves (pli confidentiel)",
    ...serviceByPost(academy),
  ]);
  expect(healthServiceByPost({ ...academy, accommodationService: ['Ailleurs'] })).toEqual(['Ailleurs']);
});
