import { describe, expect, it } from 'vitest';
import { MOMENTS, openDoor, shippedCatalogue, siteAt } from '../testing.ts';
import { healthRoutes } from './health.ts';

const site = siteAt(MOMENTS.open, await shippedCatalogue());
const ask = async (address: string, missing: () => Promise<readonly string[]>) => {
  const { server, close } = await openDoor(site, { missing });
  const answer = await server.inject(address);
  await close();
  return answer;
};

describe('A node', () => {
  it('lives, whatever its database does', async () => {
    const answer = await ask('/healthz', () => Promise.reject(new Error('away')));
    expect([answer.statusCode, answer.body]).toEqual([200, 'ok']);
  });
  it('tells searchers what they may read, and never has them wait', async () => {
    const answer = await ask('/robots.txt', () => Promise.reject(new Error('away')));
    expect([answer.statusCode, answer.body]).toEqual([200, 'User-agent: *\nDisallow:\n']);
    const { priority } = healthRoutes({ missing: async () => [] }).find(({ path }) => path === '/robots.txt') ?? {};
    expect(priority).toBe('never-waits');
  });
  it('is ready when nothing is missing', async () => {
    const answer = await ask('/readyz', async () => []);
    expect([answer.statusCode, answer.json()]).toEqual([200, { ready: true }]);
  });
  it('is not ready otherwise, and says what it lacks', async () => {
    const answer = await ask('/readyz', async () => ['migration 014-mail']);
    expect([answer.statusCode, answer.json()]).toEqual([503, { ready: false, missing: ['migration 014-mail'] }]);
    expect(answer.headers['retry-after']).toBe('5');
    expect((await ask('/readyz', () => Promise.reject(new Error('away')))).json()).toMatchObject({
      missing: ['database'],
    });
  });
});
