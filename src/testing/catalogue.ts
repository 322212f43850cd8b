import { type Catalogue, createCatalogue } from '../catalogue/index.ts';
import { shippedPack } from '../catalogue/testing/shipped.ts';

/** The catalogue that the repository ships, and nothing else: tests of rules need no more. */
export async function shippedCatalogue(): Promise<Catalogue> {
  return createCatalogue(await shippedPack());
}
