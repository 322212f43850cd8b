import { afterAll, describe, expect, it } from 'vitest';
import { createJudge } from '../../simulation/index.ts';
import { MOMENTS, openDoor, shippedCatalogue, siteAt } from '../testing.ts';

const door = await openDoor(siteAt(MOMENTS.open, await shippedCatalogue()));
afterAll(() => door.close());

const ELIGIBILITY = '/api/v1/simulations/eligibility';
const AVERAGE = '/api/v1/simulations/average';
const COIFFURE = { session: 'bp-2024-clermont', speciality: '45033608' };
const question = {
  ...COIFFURE,
  category: 'distance-learner',
  department: '63',
  birthDate: '1990-05-30',
  frenchNational: true,
  diploma: 'none',
};
const many = <T>(count: number, one: T): readonly T[] => Array.from({ length: count }, () => one);
const post = async (url: string, payload: object) => {
  const answer = await door.server.inject({
    method: 'POST',
    url,
    payload: JSON.stringify(payload),
    headers: { 'content-type': 'application/json' },
  });
  return {
    status: answer.statusCode,
    contentType: answer.headers['content-type'],
    text: answer.body,
    ...answer.json(),
  };
};

describe('The open interface has a budget for', () => {
  it('the length of a question, said in kilobytes', async () => {
    const long = await post(ELIGIBILITY, { ...question, workPeriods: many(6_000, { from: '2015-09-01' }) });
    expect([long.status, long.contentType]).toEqual([413, 'application/problem+json; charset=utf-8']);
    expect(long.title).toContain('32\u00a0ko');
  });

  it('the items of each list, named at the list before any of them is read', async () => {
    const jobs = await post(ELIGIBILITY, { ...question, workPeriods: many(101, 'nonsense') });
    expect([jobs.status, jobs.faults]).toEqual([
      422,
      [{ path: 'workPeriods', message: expect.stringContaining('100 éléments au plus') }],
    ]);
    expect((await post(ELIGIBILITY, { ...question, workPeriods: many(100, { from: '2015-09-01' }) })).status).toBe(200);
    const credits = await post(ELIGIBILITY, { ...question, workPeriods: [], credits: many(41, {}) });
    expect(credits.faults.map(({ path }: { path: string }) => path)).toEqual(['credits']);
    const units = await post(AVERAGE, { ...COIFFURE, form: 'GLOBAL', units: many(41, {}) });
    expect(units.faults.map(({ path }: { path: string }) => path)).toEqual(['units']);
  });

  it('the faults that an answer names, and says how many it leaves out', async () => {
    const wrong = await post(ELIGIBILITY, { ...question, workPeriods: many(100, { from: '2015-02-30' }) });
    expect([wrong.status, wrong.faults.length, wrong.detail]).toEqual([
      422,
      20,
      'Et 80 autres fautes, qui ne sont pas nommées.',
    ]);
    const few = await post(ELIGIBILITY, { ...question, workPeriods: many(2, { from: '2015-02-30' }) });
    expect([few.faults.length, few.detail]).toEqual([2, undefined]);
  });

  it('the length of each text and of the whole answer, however long what was sent', async () => {
    const code = 'é'.repeat(10_000);
    const longest = await post(ELIGIBILITY, { ...question, session: code, workPeriods: [] });
    expect(longest.faults).toEqual([{ path: 'session', message: 'Ce texte a 60\u00a0caractères au plus.' }]);
    const unknown = many(40, { code: 'X'.repeat(60), outcome: 'mark', mark: '99' });
    const answer = await post(AVERAGE, { ...COIFFURE, form: 'GLOBAL', units: unknown });
    expect(answer.status).toBe(422);
    expect(Buffer.byteLength(answer.text)).toBeLessThan(16 * 1024);
  });

  it('the days and instants that it reckons with', async () => {
    for (const at of ['+275760-09-13T00:00:00Z', '-271821-04-20T00:00:00Z', '2201-01-01T00:00:00Z']) {
      const answer = await post(ELIGIBILITY, { ...question, workPeriods: [], at });
      expect([answer.status, answer.faults?.[0]?.path], at).toEqual([422, 'at']);
    }
    const ancient = await post(ELIGIBILITY, { ...question, workPeriods: [{ from: '0001-01-01' }] });
    expect([ancient.status, ancient.faults[0].path]).toEqual([422, 'workPeriods[0].from']);
  });

  it('the questions of one network, and never for another one', async () => {
    const quick = await openDoor(siteAt(MOMENTS.open, await shippedCatalogue()));
    try {
      const ask = (remoteAddress: string) =>
        quick.server.inject({ method: 'POST', url: AVERAGE, payload: {}, remoteAddress });
      let refused = await ask('192.0.2.7');
      let asked = 1;
      for (; refused.statusCode !== 429; asked++) refused = await ask('192.0.2.7');
      expect(asked).toBeGreaterThan(200);
      expect(refused.headers['retry-after']).toBe('1');
      expect(refused.headers['content-type']).toBe('application/problem+json; charset=utf-8');
      expect(refused.headers['access-control-allow-origin']).toBe('*');
      expect(refused.json().title).toBe(
        'Trop de demandes viennent de votre réseau\u00a0: réessayez dans 1\u00a0seconde.',
      );
      expect((await ask('192.0.2.8')).statusCode).toBe(422);
    } finally {
      await quick.close();
    }
  });

  it('the questions that wait: one more is told to come back', async () => {
    const judge = createJudge();
    await judge.close();
    const busy = await openDoor(siteAt(MOMENTS.open, await shippedCatalogue()), { judge });
    try {
      const refused = await busy.server.inject({ method: 'POST', url: AVERAGE, payload: {} });
      expect([refused.statusCode, refused.headers['retry-after'], refused.json().title]).toEqual([
        503,
        '2',
        'Trop de demandes sont en cours\u00a0: réessayez dans 2\u00a0secondes.',
      ]);
    } finally {
      await busy.close();
    }
  });

  it('nesting, without a fault of ours', async () => {
    const payload = `{"session":${'['.repeat(15_000)}${']'.repeat(15_000)}}`;
    const headers = { 'content-type': 'application/json' };
    const answer = await door.server.inject({ method: 'POST', url: ELIGIBILITY, payload, headers });
    expect([answer.statusCode, answer.json().faults[0].message]).toEqual([
      422,
      "La demande a 8\u00a0niveaux de listes et d'objets au plus.",
    ]);
  });
});

it('The description of the open interface names its budgets', async () => {
  const { paths } = (await door.server.inject('/api/v1/openapi.json')).json();
  const bodyOf = (path: string) => paths[path].post.requestBody.content['application/json'].schema.properties;
  expect(bodyOf(ELIGIBILITY).workPeriods.maxItems).toBe(100);
  expect(JSON.stringify(bodyOf(ELIGIBILITY).credits)).toContain('"maxItems":40');
  expect(bodyOf(ELIGIBILITY).session.maxLength).toBe(60);
  expect(bodyOf(AVERAGE).units.maxItems).toBe(40);
  const { responses } = paths[ELIGIBILITY].post;
  expect(responses[422].content['application/problem+json'].schema.properties.faults.maxItems).toBe(20);
  expect(responses[413].description).toContain('32\u00a0ko');
});
