import { afterAll, describe, expect, it } from 'vitest';
import { MOMENTS, openDoor, shippedCatalogue, siteAt } from '../testing.ts';

const door = await openDoor(siteAt(MOMENTS.open, await shippedCatalogue()));
afterAll(() => door.close());

const ELIGIBILITY = '/api/v1/simulations/eligibility';
const AVERAGE = '/api/v1/simulations/average';
const question = {
  session: 'bp-2024-clermont',
  speciality: '45033608',
  category: 'distance-learner',
  department: '63',
  birthDate: '1990-05-30',
  frenchNational: true,
  diploma: 'none',
  workPeriods: [{ from: '2015-09-01' }],
};
const post = (url: string, payload: object | string, headers: Readonly<Record<string, string>> = {}) =>
  door.server.inject({ method: 'POST', url, payload, headers: { 'content-type': 'application/json', ...headers } });

describe('The open interface', () => {
  it('answers programs and other sites alike, sets no cookie and asks for no token', async () => {
    const answer = await post(ELIGIBILITY, question, {
      origin: 'https://autre.example',
      'sec-fetch-site': 'cross-site',
      cookie: '__Host-registre.session=x',
    });
    expect([answer.statusCode, answer.json().verdict]).toEqual([200, 'eligible']);
    expect(answer.headers['access-control-allow-origin']).toBe('*');
    expect(answer.headers['access-control-allow-credentials']).toBeUndefined();
    expect(answer.headers['set-cookie']).toBeUndefined();
    const preflight = await door.server.inject({ method: 'OPTIONS', url: ELIGIBILITY });
    expect([preflight.statusCode, preflight.headers['access-control-allow-headers']]).toEqual([204, 'content-type']);
  });

  it('measures at this instant when none is asked', async () => {
    const now = (await post(ELIGIBILITY, question)).json();
    expect((await post(ELIGIBILITY, { ...question, at: MOMENTS.open.toString() })).json()).toEqual(now);
    expect(now.experience.months).toBe(98);
  });

  it('says every fault of an impossible question, and refuses what is no JSON in JSON', async () => {
    const impossible = await post(AVERAGE, {
      session: 'bp-2024-clermont',
      speciality: '45033608',
      form: 'x',
      units: 3,
    });
    expect([impossible.statusCode, impossible.json().faults.length]).toEqual([422, 2]);
    expect(impossible.headers['content-type']).toContain('application/problem+json');
    for (const broken of ['{', '', '"x', 'null', '[]', '3']) {
      const answer = await post(AVERAGE, broken);
      expect([400, 422], broken).toContain(answer.statusCode);
      expect(answer.headers['content-type'], broken).toContain('application/problem+json');
    }
    const proto = await post(AVERAGE, '{"__proto__":{"session":"x"},"constructor":{"prototype":{}}}');
    expect([400, 422]).toContain(proto.statusCode);
  });

  it('is described in OpenAPI, from what reads the questions', async () => {
    const { paths, openapi } = (await door.server.inject('/api/v1/openapi.json')).json();
    expect(openapi).toBe('3.1.0');
    const schema = paths[ELIGIBILITY].post.requestBody.content['application/json'].schema;
    expect(schema.required).toEqual(
      expect.arrayContaining([
        'session',
        'speciality',
        'category',
        'department',
        'birthDate',
        'diploma',
        'workPeriods',
      ]),
    );
    expect(schema.properties.workPeriods.items.properties.from.type).toBe('string');
    expect(Object.keys(paths).slice(0, 2)).toEqual([ELIGIBILITY, AVERAGE]);
  });

  it('is found valid by a validator of others, with what a key opens and that each of it asks for a key', async () => {
    const document = (await door.server.inject('/api/v1/openapi.json')).json();
    const { Validator } = await import('@seriousme/openapi-schema-validator');
    expect(await new Validator().validate(document)).toEqual({ valid: true });
    const keyed = ['/api/v1/sessions', '/api/v1/files', '/api/v1/files/{id}', '/api/v1/results'];
    expect(Object.keys(document.paths).slice(2)).toEqual(keyed);
    for (const path of keyed) expect(document.paths[path].get.security, path).toEqual([{ key: [] }]);
    const broken = { ...document, paths: { ...document.paths, [ELIGIBILITY]: { post: { responses: 3 } } } };
    expect((await new Validator().validate(broken)).valid).toBe(false);
  });
});
