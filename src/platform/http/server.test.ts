import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sparing } from '../database/besidePages.ts';
import { silentLog } from '../log.ts';
import { closeServer } from './closeServer.ts';
import type { StandingPages } from './faultPages.ts';
import { createServer } from './server.ts';
import { everyone, type Guard, page, type Reply, redirect, route, type Visit } from './visit.ts';

const standing = (name: string, status: number) => (): Reply => page(name, status);
const pages: StandingPages = {
  notFound: standing('not found', 404),
  signIn: standing('sign in', 401),
  forged: standing('forged', 403),
  tooLarge: standing('too large', 413),
  tooLong: standing('too long', 431),
  unreadable: standing('unreadable', 400),
  failure: standing('failure', 500),
  unavailable: standing('unavailable', 503),
  waiting: standing('waiting', 503),
};
const outage = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
const lostFile = Object.assign(new Error('ENOENT: no such file'), { code: 'ENOENT', syscall: 'open' });
const cutLine = Object.assign(new Error('aborted'), { code: 'ECONNRESET', statusCode: 400 });
const owner: Guard<string> = {
  name: 'owner',
  admit: async (visit) =>
    visit.cookies.who === undefined
      ? { denied: 'sign-in' }
      : visit.cookies.who === visit.params.id
        ? 'me'
        : { denied: 'not-found' },
};

const OPTIONS = {
  secret: 'a secret of thirty-two characters',
  publicUrl: new URL('http://localhost:3000'),
  staticFolder: null,
  log: silentLog,
  uploadLimit: 1000,
  pages,
};

const server = await createServer({
  ...OPTIONS,
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
    route({ method: 'GET', path: '/echo', who: everyone, handle: async ({ query }) => page(JSON.stringify(query)) }),
    route({
      method: 'GET',
      path: '/lists/:name',
      reads: ['page', 'sort'],
      who: everyone,
      handle: async ({ path, address, query }) => page(JSON.stringify([path, address, query])),
    }),
    route({ method: 'GET', path: '/cut', who: everyone, handle: () => Promise.reject(cutLine) }),
    route({ method: 'GET', path: '/lost', who: everyone, handle: () => Promise.reject(lostFile) }),
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

describe('An address', () => {
  it.each([
    ['/lists/a', '/lists/a', {}],
    ['/lists/a/?x=1', '/lists/a', {}],
    ['/%6Cists/%61?sort=n&y&page=2&page=3', '/lists/a?page=2&sort=n', { page: '2', sort: 'n' }],
    ['/lists/%C3%A9?page=', '/lists/%C3%A9?page=', { page: '' }],
  ])('%s says what the route reads, in its order: %s', async (asked, address, query) => {
    const { body } = await server.inject(asked);
    expect(JSON.parse(body)).toEqual([address.split('?')[0], address, query]);
  });
  it('is as it was asked where the route says nothing', async () => {
    expect((await server.inject('/echo?b=1&a=2')).body).toBe('{"b":"1","a":"2"}');
  });
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
  it('of thousands of fields answers 413 before they are read, of many hundreds is taken', async () => {
    const { token, cookie } = await form();
    const fields = (count: number): string => Array.from({ length: count }, (_, index) => `f${index}=`).join('&');
    expect((await post(`jeton=${token}&name=a&${fields(30_000)}`, { cookie })).statusCode).toBe(413);
    expect((await post(`jeton=${token}&name=a&${fields(1_500)}`, { cookie })).statusCode).toBe(303);
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
        log: silentLog,
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
  it('lets a page do nothing but use a passkey, and embed nothing', async () => {
    for (const url of ['/form', '/nowhere', '/bug']) {
      const { headers } = await server.inject(url);
      const permissions = String(headers['permissions-policy']).split(', ');
      expect(permissions.filter((one) => !one.endsWith('=()'))).toEqual([
        'publickey-credentials-create=(self)',
        'publickey-credentials-get=(self)',
      ]);
      expect(permissions).toEqual(
        expect.arrayContaining(['camera=()', 'geolocation=()', 'microphone=()', 'payment=()', 'usb=()']),
      );
      expect(headers['content-security-policy']).toContain("object-src 'none'");
    }
  });
  it('by https asks browsers for https from then on, on every subdomain', async () => {
    expect((await server.inject('/form')).headers['strict-transport-security']).toBeUndefined();
    const secure = await createServer({ ...OPTIONS, publicUrl: new URL('https://registre.example'), routes: [] });
    expect((await secure.inject('/nowhere')).headers['strict-transport-security']).toBe(
      'max-age=31536000; includeSubDomains',
    );
    await secure.close();
  });
  it('is no outage of the database when a stored file is missing, or when the line of who asks was cut', async () => {
    expect((await server.inject('/lost')).statusCode).toBe(500);
    expect((await server.inject('/cut')).statusCode).toBe(400);
  });
  it('is 503 when the database is away, 500 without any detail for a fault of ours, 404 for what is not there', async () => {
    expect((await server.inject('/outage')).statusCode).toBe(503);
    const bug = await server.inject('/bug');
    expect([bug.statusCode, bug.body]).toEqual([500, 'failure']);
    expect((await server.inject('/nowhere')).body).toBe('not found');
  });
});

describe('Where a visitor comes from', () => {
  const from = async (trustedProxies: readonly string[] | undefined, peer: string, forwarded?: string) => {
    const routes = [route({ method: 'GET', path: '/ip', who: everyone, handle: async ({ ip }) => page(ip) })];
    const one = await createServer({ ...OPTIONS, routes, ...(trustedProxies && { trustedProxies }) });
    const headers = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded };
    const { body } = await one.inject({ url: '/ip', remoteAddress: peer, headers });
    await one.close();
    return body;
  };
  it.each([
    ['nobody but the machine itself is believed unless it is said', undefined, '127.0.0.1', '192.0.2.7', '192.0.2.7'],
    ['the machine itself by IPv6', undefined, '::1', '192.0.2.7', '192.0.2.7'],
    ['a stranger’s word is not taken', undefined, '198.51.100.9', '192.0.2.7', '198.51.100.9'],
    ['the proxy named is believed', ['10.0.0.0/8'], '10.0.0.5', '192.0.2.7', '192.0.2.7'],
    ['another machine of the same office is not', ['10.0.0.5'], '10.0.0.6', '192.0.2.7', '10.0.0.6'],
    ['nor the machine itself, when others are named', ['10.0.0.5'], '127.0.0.1', '192.0.2.7', '127.0.0.1'],
    ['nobody, when that is said', [], '127.0.0.1', '192.0.2.7', '127.0.0.1'],
    ['through two proxies', ['10.0.0.0/8'], '10.0.0.5', '192.0.2.7, 10.0.0.9', '192.0.2.7'],
    ['what the visitor wrote before is not taken', ['10.0.0.5'], '10.0.0.5', '1.1.1.1, 192.0.2.7', '192.0.2.7'],
    ['nor nonsense written before', ['10.0.0.5'], '10.0.0.5', "'; drop table x --, 192.0.2.7", '192.0.2.7'],
    ['IPv6 behind a proxy', ['fd00::/8'], 'fd00::5', '2001:db8::7', '2001:db8::7'],
    ['with the port that some proxies add', ['10.0.0.5'], '10.0.0.5', '[2001:db8::7]:50000', '2001:db8::7'],
    ['a proxy that says nonsense counts itself', ['10.0.0.5'], '10.0.0.5', 'unknown', '10.0.0.5'],
    ['a proxy that says nothing too', ['10.0.0.5'], '10.0.0.5', '', '10.0.0.5'],
    ['IPv4 in IPv6', ['10.0.0.5'], '::ffff:10.0.0.5', '192.0.2.7', '192.0.2.7'],
  ] as const)('%s', async (_, trusted, peer, forwarded, expected) => {
    expect(await from(trusted, peer, forwarded)).toBe(expected);
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
  it('keeps every tick of one name, as a form without a file does', async () => {
    const { token, cookie } = await form();
    const start = field('jeton', token);
    const sent = start + field('key', 'a') + field('key', 'b') + field('key', 'c');
    expect((await send(sent, cookie)).body).toBe('no file a,b,c');
    // A name that every object inherits is no field of ours.
    expect((await send(start + field('constructor', 'x'), cookie)).statusCode).toBe(400);
    expect((await send(start + sent, cookie)).statusCode).toBe(403);
  });
  it('whose form is broken is a fault of who sends, not of ours', async () => {
    const { token, cookie } = await form();
    const sendAs = async (type: string, payload: string) =>
      (await server.inject({ method: 'POST', url: '/upload', payload, headers: { 'content-type': type, cookie } }))
        .statusCode;
    const whole = `${field('jeton', token)}${file('abc')}--x--\r\n`;
    expect(await sendAs('multipart/form-data', whole)).toBe(400);
    expect(await sendAs('multipart/form-data; boundary=y', whole)).toBe(400);
    expect(await sendAs('multipart/form-data; boundary=x', field('jeton', token).slice(0, 60))).toBe(400);
  });
  it('without its token is refused before the file is read', async () => {
    const { cookie } = await form();
    expect((await send(field('key', 'k') + file('abc'), cookie)).statusCode).toBe(403);
    expect((await send(field('key', 'k'), cookie)).statusCode).toBe(403);
  });
});

describe('A line that speaks badly', () => {
  /** What comes back on a bare socket for these bytes, until the server closes. */
  const speak = async (bytes: string): Promise<string> => {
    const { port } = server.server.address() as AddressInfo;
    const socket = connect(port, '127.0.0.1');
    let heard = '';
    socket.on('data', (chunk) => (heard += String(chunk)));
    socket.on('error', () => undefined);
    socket.write(bytes);
    await once(socket, 'close');
    return heard;
  };
  beforeAll(() => server.listen({ host: '127.0.0.1', port: 0 }));

  it.each([
    ['cookies beyond what is read', `GET / HTTP/1.1\r\nHost: x\r\nCookie: x=${'a'.repeat(20_000)}\r\n\r\n`, '431'],
    ['a search beyond it', `GET /?metier=${'%C3%A9'.repeat(3_000)} HTTP/1.1\r\nHost: x\r\n\r\n`, '431'],
    ['nonsense', 'HELLO\r\n\r\n', '400'],
    ['two hosts', 'GET /echo HTTP/1.1\r\nHost: x\r\nhost: y\r\nConnection: close\r\n\r\n', '400'],
    ['twice the same host', 'GET /echo HTTP/1.1\r\nHost: x\r\nHost: x\r\nConnection: close\r\n\r\n', '400'],
    ['a header that is none', 'GET / HTTP/1.1\r\nHost: x\r\nbad header\r\n\r\n', '400'],
  ])(
    'with %s gets our page, with the headers of a page, and not the words of the framework',
    async (_, bytes, status) => {
      const heard = await speak(bytes);
      expect(heard).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
      expect(heard).toContain(status === '431' ? 'too long' : 'unreadable');
      expect(heard).toContain("content-security-policy: default-src 'none'");
      expect(heard).toContain('cache-control: no-store');
      expect(heard).not.toContain('statusCode');
    },
  );

  it('and has only just been let in is heard before the server stops', async () => {
    const stopping = await createServer({ ...OPTIONS, routes: [] });
    await stopping.listen({ host: '127.0.0.1', port: 0 });
    const socket = connect((stopping.server.address() as AddressInfo).port, '127.0.0.1');
    await Promise.all([once(socket, 'connect'), once(stopping.server, 'connection')]);
    const closed = closeServer(stopping, 20_000);
    socket.write('GET /nothing HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
    let heard = '';
    socket.on('data', (chunk) => (heard += String(chunk)));
    await once(socket, 'close');
    expect(heard).toMatch(/^HTTP\/1.1 404/);
    await closed;
  });

  it.each([
    ['application/x-www-form-urlencoded', /^HTTP\/1.1 408 .*unreadable$/s],
    ['multipart/form-data; boundary=x', /^HTTP\/1.1 408 .*unreadable$/s],
    // Refused before its body is read: then only the line is closed.
    ['application/pdf', /^HTTP\/1.1 400 /],
  ])('and sends its %s byte by byte is told so, and closed', async (type, told) => {
    const handle = async (visit: Visit) => page(String((await visit.upload()).file?.name));
    const strict = await createServer({
      ...OPTIONS,
      leastRate: { bytes: 1_000, ms: 40 },
      routes: [route({ method: 'POST', path: '/slow', who: everyone, upload: true, handle })],
    });
    await strict.listen({ host: '127.0.0.1', port: 0 });
    const socket = connect((strict.server.address() as AddressInfo).port, '127.0.0.1');
    socket.on('error', () => undefined);
    let heard = '';
    socket.on('data', (chunk) => (heard += String(chunk)));
    socket.write(`POST /slow HTTP/1.1\r\nHost: x\r\nContent-Type: ${type}\r\nContent-Length: 100000\r\n\r\na`);
    const trickle = setInterval(() => socket.write('a'), 5);
    await new Promise((closed) => socket.on('close', closed));
    clearInterval(trickle);
    expect(heard).toMatch(told);
    await strict.close();
  });

  it('and never finishes its request does not keep the server from stopping', async () => {
    const slow = await createServer({ ...OPTIONS, routes: [] });
    await slow.listen({ host: '127.0.0.1', port: 0 });
    const socket = connect((slow.server.address() as AddressInfo).port, '127.0.0.1');
    socket.on('error', () => undefined);
    socket.write('POST /form HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\nContent-Length: 1000\r\n\r\na=1');
    await once(slow.server, 'request');
    const begun = performance.now();
    await closeServer(slow, 300);
    expect(performance.now() - begun).toBeLessThan(60_000);
  });
});

it('leaves out of a query what no text of the database can hold', async () => {
  expect((await server.inject('/echo?q=a%00@b&p=%00')).json()).toEqual({ q: 'a@b', p: '' });
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

it('answers an address of any length with our pages', async () => {
  expect((await server.inject(`/things/${'a'.repeat(15_000)}`)).body).toBe('sign in');
});

it('has a page find a connection to the database while files hold all of their share', async () => {
  const client = { query: async () => ({}), release: () => undefined };
  const pool = sparing({ options: {}, connect: async () => client, end: async () => undefined } as never, 1);
  let connected = 0;
  const handle = async (): Promise<Reply> => {
    await pool.connect();
    connected += 1;
    return page('connected');
  };
  const shared = await createServer({
    ...OPTIONS,
    routes: [
      route({ method: 'POST', path: '/file', who: everyone, upload: true, handle }),
      route({ method: 'GET', path: '/page', who: everyone, handle }),
    ],
  });
  const file = {
    method: 'POST',
    url: '/file',
    headers: { 'content-type': 'multipart/form-data; boundary=x', 'sec-fetch-site': 'same-origin' },
  } as const;
  await shared.inject(file);
  void shared.inject(file);
  expect((await shared.inject('/page')).body).toBe('connected');
  expect(connected).toBe(2);
  await shared.close();
});
