import { afterAll, expect, it } from 'vitest';
import { createCatalogue } from '../catalogue/index.ts';
import { loadChanged, shippedPack } from '../catalogue/testing/shipped.ts';
import { MOMENTS, openDoor, siteAt, textOf } from './testing.ts';

/** An academy of other shapes than Clermont's: groups of its own names, nobody named for the work at height. */
const pack = await shippedPack();
const academies = pack.academies.map(({ scaffoldingTraining: _, portfolios, ...academy }) => ({
  ...academy,
  portfolios: portfolios.map((one) => ({ ...one, code: one.code.replace('G', 'GR') })),
}));
const { server, close } = await openDoor(siteAt(MOMENTS.open, createCatalogue({ ...pack, academies })));
afterAll(close);
const read = async (url: string): Promise<string> =>
  textOf((await server.inject({ url })).body).replaceAll('\u00a0', ' ');

it('is read, refuses what has no shape, and its pages name its groups and nobody else', async () => {
  const file = 'academies/clermont.yaml';
  const own = (text: string) =>
    text.replace(/code: G(\d)/g, 'code: GR$1').replace(/^scaffoldingTraining:\n( {2}.*\n)+/m, '');
  const { faults, text } = await loadChanged(file, own);
  expect([faults, text.includes('GR1'), text.includes('scaffoldingTraining')]).toEqual([[], true, false]);
  const odd = await loadChanged(file, (one) => one.replace('code: G1', 'code: groupe un'));
  expect(odd.faults.map(({ message }) => message).join(' ')).toContain('G1 ou GR1 par exemple');
  expect(await read('/contact')).toMatch(/Gestionnaire GR1/);
  expect(await read('/contact')).not.toContain('Formation au travail en hauteur');
  const macon = await server.inject({ url: '/specialites/45023216' });
  expect([macon.statusCode, textOf(macon.body).includes('GRETA')]).toEqual([200, false]);
});
