import { afterAll, describe, expect, it } from 'vitest';
import { MOMENTS, openDoor, shippedCatalogue, siteAt } from '../testing.ts';

const door = await openDoor(siteAt(MOMENTS.open, await shippedCatalogue()));
afterAll(() => door.close());

async function choose(fields: Record<string, string>) {
  const form = await door.server.inject('/essai/jeton');
  const cookie = String(form.headers['set-cookie']).split(';')[0] ?? '';
  return door.server.inject({
    method: 'POST',
    url: '/apparence',
    headers: { cookie, 'content-type': 'application/x-www-form-urlencoded', origin: 'http://localhost:3000' },
    payload: new URLSearchParams({ jeton: form.body, ...fields }).toString(),
  });
}

describe('The choice of appearance', () => {
  it('is kept a year and comes back to the page', async () => {
    const answer = await choose({ apparence: 'dark', retour: '/specialites?metier=coiffure' });
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/specialites?metier=coiffure']);
    expect(String(answer.headers['set-cookie'])).toBe(
      'registre_apparence=dark; Path=/; HttpOnly; SameSite=Lax; Max-Age=31536000',
    );
  });
  it('follows the machine again by forgetting', async () => {
    const answer = await choose({ apparence: 'system', retour: '/' });
    expect(String(answer.headers['set-cookie'])).toContain(
      'registre_apparence=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0',
    );
  });
  it.each(['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)', ''])(
    'never leads to another site: %s',
    async (retour) => {
      expect((await choose({ apparence: 'light', retour })).headers.location).toBe('/');
    },
  );
  it('asks again for what is none of the three', async () => {
    const answer = await choose({ apparence: 'rose', retour: '/aide' });
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain('name="retour" value="/aide"');
    expect(answer.headers['set-cookie']).toBeUndefined();
  });
  it('shows on its page what is chosen now', async () => {
    const answer = await door.server.inject({ url: '/apparence', headers: { cookie: 'registre_apparence=light' } });
    expect(answer.body).toMatch(/value="light" checked/);
  });
});
