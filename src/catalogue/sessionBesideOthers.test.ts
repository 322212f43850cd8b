import { describe, expect, it } from 'vitest';
import { capCatalogue, shippedCatalogue } from '../testing/catalogue.ts';
import { sessionBesideOthers } from './sessionBesideOthers.ts';

const names = (catalogue: Awaited<ReturnType<typeof capCatalogue>>) =>
  catalogue.sessions().map((one) => [one.code, sessionBesideOthers(catalogue, one)]);

describe('The name of a session where it is chosen', () => {
  it('bears its exam where the academy has sessions of several', async () => {
    expect(Object.fromEntries(names(await capCatalogue('lyon')))).toMatchObject({
      'bp-2024-clermont': 'BP, session 2024',
      'cap-2024-clermont': 'CAP, session 2024',
      'bp-2024-lyon': 'session 2024',
    });
  });
  it('is its label where there is one exam', async () => {
    expect(names(await shippedCatalogue())).toContainEqual(['bp-2024-clermont', 'session 2024']);
  });
});
