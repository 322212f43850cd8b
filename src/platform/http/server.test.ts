import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createServer, type StandingPages } from './server.ts';
import { type Answer, everyone, type Guard, page, redirect, route } from './visit.ts';

const standing = (name: string, status: number) => (): Answer => page(name, status);
const pages: StandingPages = {
  notFound: standing('not found', 404),
  signIn: standing('sign in', 401),
  forged: standing('forged', 403),
  tooLarge: standing('too large', 413),
  unreadable: standing('unreadable', 400),
  failure: standing('failure', 500),
  unavailable: standing('unavailable', 503),
};
const outage = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
const owner: Guard<string> = {
  name: 'owner',
  admit: async (visit) =>
    visit.cookies.who === undefined
      ? { denied: 'sign-in' }
      : visit.cookies.who === visit.params.id
        ? 'me'
        : { denied: 'not-found' },
};

let server: FastifyInstance;
beforeAll(async () => {
  server = await createServer({
    secret: 'a secret of thirty-two characters',
    publicUrl: new URL('http://localhost:3000'),
    staticFolder: null,
    logLevel: 'silent',
    uploadLimit: 1000,
    pages,
    routes: [
      route({ method: 'GET', path: '/form', who: everyone, handle: async (visit) => page(visit.csrf()) }),
      route({
        method: 'POST',
        path: '/form',
        who: everyone,
        handle: async (visit) => redirect(`/done?name=${String(visit.body.name)}`),
      }),
      route({ method: 'GET', path: '/things/:id', who: owner, handle: async (_, grant) => page(grant) }),
      route({ method: 'GET', path: '/outage', who: everyone, handle: () => Promise.reject(outage) }),
      route({ method: 'GET', path: '/bug', who: everyone, handle: () => Promise.reject(new Error('secret detail')) }),
      route({
        method: 'POST',
        path: '/upload',
        who: everyone,
        upload: true,
        handle: async (visit) => {
          const { fields, file } = await visit.upload();
          if (file === null) return page(`no file ${fields.key}`);
          let size = 0;
          for await (const chunk of file.content) size += (chunk as Buffer).length;
          return page(`${fields.key} ${file.name} ${size} ${file.isTruncated()}`);
        },
      }),
    ],
  });
});
afterAll(() => server.close());

const form = async (): Promise<{ token: string; cookie: string }> => {
  const answer = await server.inject('/form');
  return { token: answer.body, cookie: String(answer.headers['set-cookie']).split(';')[0] ?? '' };
};
const post = (payload: string, headers: Record<string, string>, url = '/form') =>
  server.inject({
    method: 'POST',
    url,
    payload,
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
  });

describe('A form', () => {
  it('is taken with its own token and cookie', async () => {
    const { token, cookie } = await form();
    const answer = await post(`jeton=${token}&name=a`, { cookie });
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/done?name=a']);
  });
  it('carries another token at each look, all of them good', async () => {
    const first = await form();
    const again = await server.inject({ url: '/form', headers: { cookie: first.cookie } });
    expect(again.body).not.toBe(first.token);
    expect((await post(`jeton=${again.body}`, { cookie: first.cookie })).statusCode).toBe(303);
  });
  it.each([
    ['no token', async () => post('name=a', { cookie: (await form()).cookie })],
    ['no cookie', async () => post(`jeton=${(await form()).token}`, {})],
    ["somebody else's token", async () => post(`jeton=${(await form()).token}`, { cookie: (await form()).cookie })],
    [
      'another site by Origin',
      async () => {
        const { token, cookie } = await form();
        return post(`jeton=${token}`, { cookie, origin: 'https://evil.example' });
      },
    ],
    [
      'another site by Sec-Fetch-Site',
      async () => {
        const { token, cookie } = await form();
        return post(`jeton=${token}`, { cookie, 'sec-fetch-site': 'cross-site' });
      },
    ],
  ])('is refused with %s', async (_, send) => {
    expect((await send()).statusCode).toBe(403);
  });
  it('too large answers 413, unreadable 415 becomes 400', async () => {
    const { token, cookie } = await form();
    expect((await post(`jeton=${token}&name=${'x'.repeat(300_000)}`, { cookie })).statusCode).toBe(413);
    expect(
      (
        await server.inject({
          method: 'POST',
          url: '/form',
          payload: '{',
          headers: { 'content-type': 'application/json', cookie },
        })
      ).statusCode,
    ).toBe(400);
  });
});

describe('A door', () => {
  it("sends to sign in, hides what is somebody else's, opens to its owner", async () => {
    expect((await server.inject('/things/1')).statusCode).toBe(401);
    expect((await server.inject({ url: '/things/1', headers: { cookie: 'who=2' } })).statusCode).toBe(404);
    expect((await server.inject({ url: '/things/1', headers: { cookie: 'who=1' } })).body).toBe('me');
  });
  it('does not open without saying who may use it', async () => {
    const careless = [
      { ...route({ method: 'GET', path: '/x', who: everyone, handle: async () => page('') }), who: undefined as never },
    ];
    await expect(
      createServer({
        secret: 's',
        publicUrl: new URL('http://localhost'),
        staticFolder: null,
        logLevel: 'silent',
        uploadLimit: 1,
        pages,
        routes: careless,
      }),
    ).rejects.toThrow("doesn't say who");
  });
});

describe('An answer', () => {
  it('forbids inline scripts and styles, framing and sniffing, and keeps personal pages out of caches', async () => {
    const { headers } = await server.inject('/form');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['content-security-policy']).not.toContain('unsafe');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['x-frame-options']).toBe('DENY');
    expect(headers['cache-control']).toBe('no-store');
  });
  it('is 503 when the database is away, 500 without any detail for a fault of ours, 404 for what is not there', async () => {
    expect((await server.inject('/outage')).statusCode).toBe(503);
    const bug = await server.inject('/bug');
    expect([bug.statusCode, bug.body]).toEqual([500, 'failure']);
    expect((await server.inject('/nowhere')).body).toBe('not found');
  });
});

describe('An upload', () => {
  const send = async (parts: string, cookie: string) =>
    server.inject({
      method: 'POST',
      url: '/upload',
      payload: `${parts}--x--\r\n`,
      headers: { 'content-type': 'multipart/form-data; boundary=x', cookie },
    });
  const field = (name: string, value: string): string =>
    `--x\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
  const file = (content: string): string =>
    `--x\r\ncontent-disposition: form-data; name="file"; filename="é.pdf"\r\ncontent-type: application/pdf\r\n\r\n${content}\r\n`;

  it('is read with its fields first, and says when it was cut at the limit', async () => {
    const { token, cookie } = await form();
    const start = field('jeton', token) + field('key', 'k');
    expect((await send(start + file('abc'), cookie)).body).toBe('k é.pdf 3 false');
    expect((await send(start + file('x'.repeat(2000)), cookie)).body).toBe('k é.pdf 1000 true');
    expect((await send(start, cookie)).body).toBe('no file k');
  });
  it('that no reader can take apart is unreadable, not a fault of ours', async () => {
    const { cookie } = await form();
    const headers = { 'content-type': 'multipart/form-data', cookie };
    const answer = await server.inject({ method: 'POST', url: '/upload', payload: 'zzz', headers });
    expect(answer.statusCode).toBe(400);
  });
  it('without its token is refused before the file is read', async () => {
    const { cookie } = await form();
    expect((await send(field('key', 'k') + file('abc'), cookie)).statusCode).toBe(403);
    expect((await send(field('key', 'k'), cookie)).statusCode).toBe(403);
  });
});

it('answers an address of any length with our pages', async () => {
  expect((await server.inject(`/things/${'a'.repeat(3000)}`)).body).toBe('sign in');
});

it('answers an address that is none with the page for what does not exist', async () => {
  for (const url of ['/%ff', '/things/%c3', `/${'a'.repeat(3000)}`, '/things/%00', '//evil.example/%']) {
    const answer = await server.inject(url);
    expect([answer.statusCode, answer.body], url).toEqual([
      url.startsWith('/things/%00') ? 401 : 404,
      url.startsWith('/things/%00') ? 'sign in' : 'not found',
    ]);
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
  }
});
