import { expect, it } from 'vitest';
import type { Banner } from '../../incidents/index.ts';
import { capCatalogue } from '../../testing/catalogue.ts';
import { MOMENTS, openDoor, shippedCatalogue, siteAt, textOf } from '../testing.ts';

const banner = (academy: string, words: string): Banner => ({ academy, words, until: MOMENTS.open.add({ hours: 1 }) });
const SAID = banner('clermont', 'Le dépôt est lent <b>ici</b>.');

it('A banner stands on pages kept in memory as soon as it comes, escaped, and is gone with it', async () => {
  let standing: readonly Banner[] = [];
  const site = siteAt(MOMENTS.open, await shippedCatalogue(), { banners: () => standing });
  const { server, close } = await openDoor(site);
  const read = async (url: string): Promise<string> => (await server.inject(url)).body;
  for (const url of ['/', '/calendrier', '/aide', '/rien-de-tel']) {
    standing = [];
    expect(await read(url), url).not.toContain('Le dépôt est lent');
    standing = [SAID];
    expect(await read(url), url).toContain('Le dépôt est lent &lt;b>ici&lt;/b>.');
    standing = [];
    expect(await read(url), url).not.toContain('Le dépôt est lent');
  }
  await close();
});

it("Where the house has several academies, each is said by its name, and an academy's own address says its own alone", async () => {
  const site = siteAt(MOMENTS.open, await capCatalogue('lyon'), {
    banners: () => [SAID, banner('lyon', 'Lyon va bien.')],
  });
  const { server, close } = await openDoor(site);
  const read = async (url: string, host = 'registre.exemple.fr'): Promise<string> =>
    textOf((await server.inject({ url, headers: { host } })).body).replaceAll('\u00a0', ' ');
  const whole = await read('/');
  expect(whole).toMatch(/Clermont[^:]* :\s*Le dépôt est lent/);
  expect(whole).toMatch(/Lyon[^:]* :\s*Lyon va bien/);
  const own = await read('/', 'inscriptions.lyon.exemple.fr');
  expect(own).toContain('Lyon va bien.');
  expect(own).not.toContain('Le dépôt est lent');
  expect(await read('/?academie=clermont')).not.toContain('Lyon va bien.');
  await close();
});
