import { afterAll, expect, it } from 'vitest';
import { openFormSite } from './testing/formSite.ts';

const site = await openFormSite();
const draft = await site.aDraft();
const { body } = await site.head.get(`${draft}/fichiers/editer?fichier=sessions/bp-2024-clermont.yaml`);
const text =
  /<textarea[^>]*>([\s\S]*?)<\/textarea>/.exec(body)?.[1]?.replaceAll('&#39;', "'").replaceAll('&gt;', '>') ?? '';
const changed = text.replaceAll('2023-12-01T17:00', '2023-12-08T17:00').replaceAll('&quot;', '"');
const saved = await site.head.post(`${draft}/fichiers/editer?fichier=sessions/bp-2024-clermont.yaml`, {
  version: '1',
  text: changed,
});
expect(saved.status).toBe(303);
afterAll(() => site.end());

const enter = async (fields: Readonly<Record<string, string>>, query = '') => {
  await site.head.get(`${draft}/apercu`);
  return site.head.post(`${draft}/apercu${query}`, fields);
};

it('shows the public site with the rules of the draft at another instant, to whoever entered it alone', async () => {
  expect((await enter({ day: '08/12/2023', hour: '16 h 00' })).location).toBe('/');
  const seen = await site.head.get('/essai');
  expect(seen.body).toBe('vendredi 8 décembre 2023 à 16 h 00 (heure de Paris), clôture 2023-12-08T16:00:00Z, Essai');
  expect(seen.header('cache-control')).toBe('no-store');
  expect((await site.admin.get('/essai')).body).toBe('clôture 2023-12-01T16:00:00Z');
  expect((await site.officer.get('/essai')).body).toBe('clôture 2023-12-01T16:00:00Z');
});

it('is not taken from a cookie that somebody else brings', async () => {
  const cookie = site.head.cookies.get('registre_apercu') ?? '';
  site.officer.cookies.set('registre_apercu', cookie);
  expect((await site.officer.get('/essai')).body).toBe('clôture 2023-12-01T16:00:00Z');
  for (const odd of ['', '~', 'x~1', `${cookie}9999999999999999`, `${draft.split('/').at(-1)}~-1`]) {
    site.admin.cookies.set('registre_apercu', odd);
    expect((await site.admin.get('/essai')).status, odd).toBe(200);
  }
  site.admin.cookies.delete('registre_apercu');
});

it('changes nothing for who posts', async () => {
  expect((await site.head.post('/essai', {})).body).toBe('clôture 2023-12-01T16:00:00Z');
});

it.each([
  [{ day: '31/03/2024', hour: '02:30' }, /l(?:&#39;|')heure passe de 2 h à 3 h/],
  [{ day: '29/10/2023', hour: '02:30' }, /cette heure existe deux fois/],
  [{ day: '29/02/2023', hour: '10:00' }, /29 février|n(?:&#39;|')existe pas/],
  [{ day: '29/02/2024', hour: '25:00' }, /17:00 par exemple/],
  [{ day: '', hour: '' }, /Indiquez le jour/],
] as const)('refuses %j at its field', async (fields, says) => {
  const refused = await enter(fields);
  expect(refused.status).toBe(422);
  expect(refused.body.replaceAll('\u00a0', ' ')).toMatch(says);
});

it('is left by its link', async () => {
  expect((await site.head.get('/gestion/regles/quitter-apercu')).status).toBe(303);
  expect((await site.head.get('/essai')).body).toBe('clôture 2023-12-01T16:00:00Z');
});
