import { type AddressInfo, connect } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createAdmission } from '../admission/admission.ts';
import { createPlaces, PLACE_COOKIE } from '../admission/place.ts';
import { levelOf, type Priority } from '../admission/priority.ts';
import { silentLog } from '../log.ts';
import type { Budgets } from './budgets.ts';
import type { StandingPages } from './faultPages.ts';
import { createServer } from './server.ts';
import { everyone, type Guard, json, page, type Reply, redirect, route, type Visit } from './visit.ts';

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
  waiting: (visit, held) =>
    page(`${held.is} ${visit.method} ${JSON.stringify(visit.body)}`, 503, { 'retry-after': String(held.again) }),
};
const SECRET = 'a secret of thirty-two characters';
const SITE = new URL('http://localhost:3000');
const MINUTE = 60_000;

/** Signed in by the cookie « session ». */
const known: Guard<string> = {
  name: 'known',
  admit: async ({ cookies }) => cookies.session ?? { denied: 'sign-in' },
};
/** The database is away. */
let away = false;
const minutes = async (visit: Visit): Promise<Reply> => {
  if (away) throw Object.assign(new Error('terminating connection'), { code: '57P01' });
  return json({ minutes: Math.floor(visit.elapsed() / MINUTE) });
};
const handle = minutes;

let now = Date.parse('2023-12-01T15:50:00Z');
let full = 0;
let bytesRead = 0;
let isWritable = true;
const gauge = { name: 'test', look: () => undefined, read: () => full, most: 6 };
const options = (admission: ReturnType<typeof createAdmission>, budgets: Budgets | null = null) => ({
  secret: SECRET,
  publicUrl: SITE,
  staticFolder: null,
  log: silentLog,
  uploadLimit: 10_000_000,
  pages,
  door: {
    admission,
    places: createPlaces(SECRET, SITE),
    tokenOf: (visit: Visit) => visit.cookies.session ?? null,
    budgets,
  },
  routes: [
    route({ method: 'GET', path: '/page', who: everyone, handle }),
    route({ method: 'GET', path: '/kept', who: everyone, kept: ({ query }) => query.q === undefined, handle }),
    route({ method: 'GET', path: '/alive', who: everyone, priority: 'never-waits', handle }),
    route({ method: 'GET', path: '/figures', who: known, priority: 'later', handle }),
    route({ method: 'GET', path: '/api', who: everyone, open: true, handle }),
    route({
      method: 'GET',
      path: '/form',
      who: everyone,
      kept: () => true,
      handle: async (visit) => page(visit.csrf()),
    }),
    route({ method: 'POST', path: '/account', who: everyone, priority: 'account', handle: async () => redirect('/') }),
    route({ method: 'GET', path: '/file', who: known, handle }),
    route({ method: 'POST', path: '/file', who: known, priority: 'continue', handle }),
    route({ method: 'POST', path: '/file/wrong', who: known, priority: 'continue', handle: async () => page('', 422) }),
    route({
      method: 'POST',
      path: '/deposit',
      who: known,
      upload: true,
      handle: async (visit) => {
        const { file } = await visit.upload();
        for await (const chunk of file?.content ?? []) bytesRead += (chunk as Buffer).length;
        return isWritable ? minutes(visit) : page('we could not keep it', 503);
      },
    }),
  ],
});

let admission = createAdmission({ gauges: [gauge], now: () => now });
const node = () => createServer(options(admission));
/** From now on the node waits for so much: nobody who waits is let in. */
const hold = (priority: Priority): void => {
  full = 9;
  while (admission.level() < levelOf(priority)) admission.look();
  full = 1;
};
const server = await createServer(
  options({
    admit: (asked) => admission.admit(asked),
    now: () => now,
    level: () => admission.level(),
    held: () => admission.held(),
    look: () => admission.look(),
  }),
);
beforeEach(() => {
  now = Date.parse('2023-12-01T15:50:00Z');
  full = 0;
  [away, isWritable] = [false, true];
  admission = createAdmission({ gauges: [gauge], now: () => now });
});
afterAll(() => server.close());

const HTML = { accept: 'text/html,*/*;q=0.8' };
type Cookies = Record<string, string>;

/** A browser that keeps what it is given. */
function browser(cookies: Cookies = {}) {
  const ask = async (method: 'GET' | 'POST' | 'HEAD', url: string, headers: object = HTML, payload?: string) => {
    const cookie = Object.entries(cookies)
      .map(([name, value]) => `${name}=${value}`)
      .join('; ');
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    const type = payload === undefined || 'content-type' in headers ? {} : form;
    const answer = await server.inject({
      method,
      url,
      headers: { ...headers, ...type, cookie },
      ...(payload !== undefined && { payload }),
    });
    for (const line of [answer.headers['set-cookie'] ?? []].flat()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies[name] = value;
    }
    return answer;
  };
  const post = async (url: string) => {
    const jeton = (await ask('GET', '/form')).body;
    return ask('POST', url, HTML, `jeton=${jeton}&ville=Clermont`);
  };
  return { cookies, ask, get: (url: string) => ask('GET', url), post };
}
/** Those who come first are let in, until one has to wait. */
async function firstToWait(url: string, cookies: Cookies = {}) {
  for (;;) {
    const one = browser({ ...cookies });
    if ((await one.get(url)).statusCode === 503) return one;
  }
}

describe('A node with little to do', () => {
  it('asks nobody to wait, and gives no place', async () => {
    const one = browser();
    expect((await one.get('/page')).statusCode).toBe(200);
    expect(one.cookies).toEqual({});
  });
});

describe('A node with too much to do', () => {
  it('has those wait who look, with a place, and lets the others through', async () => {
    hold('browse');
    const one = await firstToWait('/page');
    const answer = await one.get('/page');
    expect([answer.statusCode, answer.body, answer.headers['retry-after']]).toEqual([503, 'wait GET {}', '10']);
    expect(one.cookies[PLACE_COOKIE.name]).toBeDefined();
    expect((await one.ask('HEAD', '/page')).statusCode).toBe(503);
    expect((await one.get('/nowhere')).statusCode).toBe(503);
    const known = browser({ session: 'k' });
    expect((await known.get('/file')).statusCode).toBe(200);
    expect((await known.post('/file')).statusCode).toBe(200);
  });
  it('puts off what can be, without a place', async () => {
    hold('later');
    const known = browser({ session: 'k' });
    const answer = await known.get('/figures');
    expect([answer.statusCode, answer.body]).toEqual([503, 'later GET {}']);
    expect(known.cookies).toEqual({ session: 'k' });
    expect((await browser().get('/page')).statusCode).toBe(200);
  });
  it('always lets through what is kept in memory, what never waits and what nobody declared', async () => {
    hold('deliver');
    for (const url of ['/kept', '/alive', '/form']) expect((await browser().get(url)).statusCode, url).toBe(200);
    await firstToWait('/kept?q=1');
  });
  it('tells programs in their words when to ask again', async () => {
    hold('browse');
    const one = await firstToWait('/page');
    for (const [url, accept] of [
      ['/page', 'application/json'],
      ['/api', 'text/html'],
    ] as const) {
      const answer = await one.ask('GET', url, { accept });
      expect([answer.statusCode, answer.headers['content-type'], answer.headers['retry-after']]).toEqual([
        503,
        'application/problem+json; charset=utf-8',
        '10',
      ]);
    }
    expect((await one.ask('GET', '/api')).headers['access-control-allow-origin']).toBe('*');
  });
  it('gives a form back with what was typed in it', async () => {
    hold('account');
    await firstToWait('/page');
    let answer = await browser().post('/account');
    while (answer.statusCode === 303) answer = await browser().post('/account');
    expect(answer.statusCode).toBe(503);
    expect(answer.body).toMatch(/^wait POST \{.*"ville":"Clermont"\}$/);
  });
});

describe('A file that must wait', () => {
  it('is refused before a byte of it is read', async () => {
    const own = await node();
    hold('deliver');
    await own.listen({ port: 0, host: '127.0.0.1' });
    const { port } = own.server.address() as AddressInfo;
    const head = (length: number): string =>
      `POST /deposit HTTP/1.1\r\nHost: localhost\r\nAccept: application/json\r\nCookie: session=k\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: ${length}\r\n\r\n`;
    const ask = (): Promise<string> =>
      new Promise((resolve, reject) => {
        const socket = connect(port, '127.0.0.1', () => socket.write(head(3_000_000)));
        socket.once('data', (bytes) => {
          socket.destroy();
          resolve(String(bytes));
        });
        socket.once('error', reject);
        setTimeout(() => reject(new Error('silence')), 20_000).unref();
      });
    bytesRead = 0;
    // Tokens of the first second.
    for (let token = 0; token < 3; token++) admission.admit({ priority: 'deliver', place: null, holder: '' });
    const answer = await ask();
    expect(answer).toMatch(/^HTTP\/1.1 503 /);
    expect(answer.toLowerCase()).toContain('retry-after: 10');
    expect(bytesRead).toBe(0);
    await own.close();
  });
});

describe('The minutes of a wait', () => {
  /** Asks again as it is told. */
  async function stay(one: ReturnType<typeof browser>, url: string, minutes: number): Promise<void> {
    for (let seconds = 0; seconds < minutes * 60; seconds += 10) {
      now += 10_000;
      expect((await one.get(url)).statusCode).toBe(503);
    }
  }
  /** Somebody waits for twelve minutes and is let in. */
  async function afterTwelveMinutes(cookies: Cookies) {
    hold('continue');
    const one = await firstToWait('/file', cookies);
    await stay(one, '/file', 12);
    full = 0;
    while (admission.level() > 0) {
      admission.look();
      now += 10;
    }
    return one;
  }
  it('are given to the next act of who waited, once', async () => {
    const one = await afterTwelveMinutes({ session: 'k' });
    expect((await one.get('/file')).json()).toEqual({ minutes: 12 });
    expect((await one.post('/file')).json()).toEqual({ minutes: 12 });
    expect((await one.post('/file')).json()).toEqual({ minutes: 0 });
  });
  it('stay where the act was refused', async () => {
    const one = await afterTwelveMinutes({ session: 'k' });
    expect((await one.post('/file/wrong')).statusCode).toBe(422);
    expect((await one.post('/file')).json()).toEqual({ minutes: 12 });
  });
  it("are nothing to who only looks, isn't signed in, or holds somebody else's place", async () => {
    const one = await afterTwelveMinutes({ session: 'k' });
    expect((await one.get('/page')).json()).toEqual({ minutes: 0 });
    const place = one.cookies[PLACE_COOKIE.name] ?? '';
    expect((await browser({ [PLACE_COOKIE.name]: place, session: 'another' }).post('/file')).json()).toEqual({
      minutes: 0,
    });
    const forged = place.replace(/^[^.]+/, 'aaaaaaaa');
    expect((await browser({ [PLACE_COOKIE.name]: forged, session: 'k' }).post('/file')).json()).toEqual({ minutes: 0 });
  });
  it('of one person in three sessions are given by each to one act, as long as it waited itself; asking more often, or with the place of another, gains nothing', async () => {
    hold('continue');
    const first = await firstToWait('/file', { session: 'a' });
    await stay(first, '/file', 6);
    const others = [browser({ session: 'b' }), browser({ session: 'c' })] as const;
    for (let seconds = 0; seconds < 3 * 60; seconds += 10) {
      for (const one of [first, ...others, first, first]) expect((await one.get('/file')).statusCode).toBe(503);
      now += 10_000;
    }
    full = 0;
    while (admission.level() > 0) admission.look();
    for (const one of [first, ...others]) await one.get('/file');
    const place = first.cookies[PLACE_COOKIE.name] ?? '';
    const borrowed = browser({ [PLACE_COOKIE.name]: place, session: 'b' });
    const fresh = browser({ session: 'd' });
    const given = [];
    for (const one of [borrowed, fresh, first, first, ...others, ...others])
      given.push((await one.post('/file')).json().minutes);
    expect(given).toEqual([0, 0, 9, 0, 3, 3, 0, 0]);
  });
  it('end with the interval that was told: who took a place in one crowded second has waited for nobody since', async () => {
    hold('continue');
    const [asksByItself, byHand] = [await firstToWait('/file', { session: 'k' }), browser({ session: 'h' })];
    expect((await byHand.get('/file?attente=manuelle')).statusCode).toBe(503);
    full = 0;
    while (admission.level() > 0) admission.look();
    now += 14 * MINUTE;
    expect((await asksByItself.post('/file')).json()).toEqual({ minutes: 0 });
    // Who has to press has a minute more.
    expect((await byHand.post('/file')).json()).toEqual({ minutes: 1 });
  });
  it('of one who waited at the door and then waits again go on to the act', async () => {
    hold('continue');
    const one = await firstToWait('/file', { session: 'k' });
    await stay(one, '/file', 9);
    for (let second = 0; second < 40; second++) {
      now += 1_000;
      admission.look();
      if ((await one.get('/file')).statusCode === 200) break;
    }
    const answer = await one.post('/file');
    expect(answer.statusCode).toBe(200);
    expect(answer.json().minutes).toBeGreaterThanOrEqual(9);
  });
});

describe('Whoever we could not answer', () => {
  it('is given back the time until they come again, once, whatever was away', async () => {
    const one = browser({ session: 'camille' });
    away = true;
    expect((await one.post('/file')).statusCode).toBe(503);
    now += 2 * MINUTE;
    expect((await one.post('/file')).statusCode).toBe(503);
    now += 3 * MINUTE;
    away = false;
    // A page that is only opened counts from then too, and spends nothing of it.
    expect((await one.get('/file')).json()).toEqual({ minutes: 5 });
    // Nor does it go on counting.
    now += MINUTE;
    expect((await one.post('/file')).json()).toEqual({ minutes: 5 });
    expect((await one.post('/file')).json()).toEqual({ minutes: 0 });
  });

  it('could not be kept a file by us: the same', async () => {
    const one = browser({ session: 'camille' });
    const send = async () => {
      const jeton = (await one.get('/form')).body;
      const body = `--x\r\ncontent-disposition: form-data; name="jeton"\r\n\r\n${jeton}\r\n--x\r\ncontent-disposition: form-data; name="fichier"; filename="a"\r\n\r\nabc\r\n--x--\r\n`;
      return one.ask('POST', '/deposit', { ...HTML, 'content-type': 'multipart/form-data; boundary=x' }, body);
    };
    isWritable = false;
    expect((await send()).statusCode).toBe(503);
    isWritable = true;
    now += 40 * MINUTE;
    // Nobody comes back after so long for what was not taken: a place is kept a quarter of an hour.
    expect((await send()).json()).toEqual({ minutes: 0 });
    isWritable = false;
    await send();
    isWritable = true;
    now += 10 * MINUTE;
    expect((await send()).json()).toEqual({ minutes: 10 });
  });

  it('is given nothing without a session, in the session of another, or for what is only looked at', async () => {
    const [stranger, one] = [browser(), browser({ session: 'camille' })];
    away = true;
    await stranger.get('/page');
    await one.get('/page');
    expect([stranger.cookies, one.cookies]).toEqual([{}, { session: 'camille' }]);
    await one.get('/file');
    now += 5 * MINUTE;
    away = false;
    const other = browser({ ...one.cookies, session: 'dominique' });
    expect((await other.post('/file')).json()).toEqual({ minutes: 0 });
    expect((await one.post('/file')).json()).toEqual({ minutes: 5 });
  });
});

describe('Pages of who isn’t signed in', () => {
  const asked: string[] = [];
  const turns: (() => void)[] = [];
  let over = 0;
  let budgeted: FastifyInstance;
  beforeAll(async () => {
    budgeted = await createServer(
      options(createAdmission({ gauges: [], now: () => now }), {
        enter: (network) => {
          asked.push(network);
          const ended = (): void => {
            over += 1;
          };
          return { begins: new Promise((begin) => turns.push(begin)), over: ended };
        },
      }),
    );
  });
  beforeEach(() => {
    asked.length = 0;
    turns.length = 0;
    over = 0;
  });
  afterAll(() => budgeted.close());

  it.each(['/page', '/kept', '/api', '/no-such-page'])('%s waits for the turn of its network', async (url) => {
    const answer = budgeted.inject({ url, headers: { 'x-forwarded-for': '2001:db8:1:2:3:4:5:6' } }).then((one) => one);
    await vi.waitFor(() => expect(turns).toHaveLength(1));
    expect([asked, over]).toEqual([['2001:db8:1:2::/64'], 0]);
    turns[0]?.();
    expect((await answer).statusCode).toBe(url === '/no-such-page' ? 404 : 200);
    expect(over).toBeGreaterThan(0);
  });

  it('who is signed in, forms and machines wait for none', async () => {
    const cookies = { session: 'me' };
    expect((await budgeted.inject({ url: '/page', cookies })).statusCode).toBe(200);
    expect((await budgeted.inject({ url: '/no-such-page', cookies })).statusCode).toBe(404);
    expect((await budgeted.inject({ method: 'POST', url: '/account', payload: {} })).statusCode).toBe(403);
    expect((await budgeted.inject('/alive')).statusCode).toBe(200);
    expect(asked).toEqual([]);
  });
});
