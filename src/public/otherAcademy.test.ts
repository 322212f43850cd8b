import { afterAll, expect, it } from 'vitest';
import { createCatalogue } from '../catalogue/index.ts';
import { MOMENTS, openDoor, shippedCatalogue, siteAt, textOf } from './testing.ts';

/** An academy of other shapes than Clermont's: groups of its own names, nobody named for the work at height. */
const { pack } = await shippedCatalogue();
const academies = pack.academies.map(({ scaffoldingTraining: _, portfolios, ...academy }) => ({
  ...academy,
  portfolios: portfolios.map((one) => ({ ...one, code: one.code.replace('G', 'GR') })),
}));
const { server, close } = await openDoor(siteAt(MOMENTS.open, createCatalogue({ ...pack, academies })));
afterAll(close);
const read = async (url: string): Promise<string> =>
  textOf((await server.inject({ url })).body).replaceAll('\u00a0', ' ');

it('has pages that name its groups, and nobody whom it names not', async () => {
  expect(await read('/contact')).toMatch(/Gestionnaire GR1/);
  expect(await read('/contact')).not.toContain('Formation au travail en hauteur');
  const macon = await server.inject({ url: '/specialites/45023216' });
  expect([macon.statusCode, /greta\.|04\.73\./.test(macon.body)]).toEqual([200, false]);
});
