import type { FastifyInstance } from 'fastify';
import type { Database } from '../platform/database/database.ts';
import type { DoorOptions } from '../platform/http/door.ts';
import type { StandingPages } from '../platform/http/faultPages.ts';
import { createServer } from '../platform/http/server.ts';
import { page, type Route } from '../platform/http/visit.ts';
import { silentLog } from '../platform/log.ts';
import { PLAIN_CHROME } from '../testing/plainChrome.ts';
import { fieldOn } from '../testing/words.ts';
import { type Accounts, type AccountsParts, createAccounts } from './createAccounts.ts';
import { lastMailTo, PASSWORD, SERVER_SECRET, testDeps } from './testing.ts';

/** A small site with the real server around this room, and browsers that keep their cookies. For the tests of this room. */

const UPLOAD_LIMIT = 5 * 1024 * 1024 + 1;

export type Site = {
  readonly accounts: Accounts;
  readonly server: FastifyInstance;
  readonly browser: () => Browser;
};

export type Page = {
  readonly status: number;
  readonly body: string;
  readonly bytes: Buffer;
  readonly location: string;
  readonly header: (name: string) => string | undefined;
  readonly setCookies: readonly string[];
};

/** Several values of one name: as boxes that are ticked. */
type Fields = Readonly<Record<string, string | readonly string[]>>;

export type Browser = {
  readonly get: (path: string) => Promise<Page>;
  /** Posts a form with the token of the last page seen. */
  readonly post: (path: string, fields: Fields) => Promise<Page>;
  /** Posts a file by a form with the token of the last page seen; `fields` come before the file, as on our pages. */
  readonly upload: (path: string, fields: Fields, file: Buffer, name: string) => Promise<Page>;
  /** Several files under the same name, as a chooser of many sends them; without its last bytes, where it is `cut`. */
  readonly uploadAll: (
    path: string,
    fields: Readonly<Record<string, string>>,
    files: readonly (readonly [Buffer, string])[],
    cut?: number,
  ) => Promise<Page>;
  readonly cookies: Map<string, string>;
};

export async function openSite(
  db: Database,
  changes: Partial<AccountsParts> = {},
  more: (accounts: Accounts) => readonly Route[] = () => [],
  door?: (accounts: Accounts) => DoorOptions,
): Promise<Site> {
  const accounts = createAccounts({
    ...testDeps(db),
    secret: SERVER_SECRET,
    policyAt: () => ({ passwordPolicy: 'notice', confirmations: 'retype' }),
    chrome: () => PLAIN_CHROME,
    ...changes,
  });
  const say = (status: number) => () => page(`standing ${status}`, status);
  const pages: StandingPages = {
    notFound: say(404),
    signIn: accounts.toSignIn,
    forged: say(403),
    tooLarge: say(413),
    tooLong: say(431),
    unreadable: say(400),
    failure: say(500),
    unavailable: say(503),
    waiting: say(503),
  };
  const server = await createServer({
    ...(door !== undefined && { door: door(accounts) }),
    secret: SERVER_SECRET,
    publicUrl: changes.publicUrl ?? new URL('http://registre.example'),
    staticFolder: null,
    routes: [...accounts.routes, ...more(accounts)],
    pages,
    log: silentLog,
    uploadLimit: UPLOAD_LIMIT,
  });
  let networks = 0;
  return {
    accounts,
    server,
    browser: () => openBrowser(server, `10.9.${Math.floor(++networks / 250)}.${networks % 250}`),
  };
}

function openBrowser(server: FastifyInstance, remoteAddress: string): Browser {
  const cookies = new Map<string, string>();
  let token = '';
  const send = async (
    method: 'GET' | 'POST',
    url: string,
    payload?: string | Buffer,
    type = 'application/x-www-form-urlencoded',
  ): Promise<Page> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await server.inject({
      method,
      url,
      remoteAddress,
      headers: { cookie, ...(payload === undefined ? {} : { 'content-type': type }) },
      ...(payload === undefined ? {} : { payload }),
    });
    const setCookies = [answer.headers['set-cookie'] ?? []].flat();
    for (const line of setCookies) keep(cookies, line);
    token = fieldOn(answer.body, 'jeton') || token;
    return {
      status: answer.statusCode,
      body: answer.body,
      bytes: answer.rawPayload,
      location: String(answer.headers.location ?? ''),
      header: (name) => (answer.headers[name] === undefined ? undefined : String(answer.headers[name])),
      setCookies,
    };
  };
  return {
    cookies,
    get: (path) => send('GET', path),
    upload: (path, fields, file, name) =>
      send(
        'POST',
        path,
        multipart({ jeton: token, ...fields }, [[file, name]]),
        `multipart/form-data; boundary=${BOUNDARY}`,
      ),
    uploadAll: (path, fields, files, cut = 0) => {
      const whole = multipart({ jeton: token, ...fields }, files);
      return send('POST', path, whole.subarray(0, whole.length - cut), `multipart/form-data; boundary=${BOUNDARY}`);
    },
    post: (path, fields) => send('POST', path, formBody({ jeton: token, ...fields })),
  };
}

const pairsOf = (fields: Fields): string[][] =>
  Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, one]));

function formBody(fields: Fields): string {
  return new URLSearchParams(pairsOf(fields)).toString();
}

const BOUNDARY = 'limite-des-tests';

function multipart(fields: Fields, files: readonly (readonly [Buffer, string])[]): Buffer {
  const parts = pairsOf(fields).map(
    ([field, value]) => `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${field}"\r\n\r\n${value}\r\n`,
  );
  const given = files.flatMap(([file, name]) => [
    Buffer.from(
      `--${BOUNDARY}\r\ncontent-disposition: form-data; name="fichier"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`,
    ),
    file,
    Buffer.from('\r\n'),
  ]);
  return Buffer.concat([Buffer.from(parts.join('')), ...given, Buffer.from(`--${BOUNDARY}--\r\n`)]);
}

function keep(cookies: Map<string, string>, line: string): void {
  const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
  if (/max-age=0/i.test(line)) cookies.delete(name);
  else cookies.set(name, value);
}

/** Fills the form of an account, and follows the link of its mail unless it stays as it is. */
export async function makeAccount(db: Database, site: Site, address: string, active = true): Promise<string> {
  const browser = site.browser();
  await browser.get('/compte/creer');
  await browser.post('/compte/creer', filledForm(address));
  if (!active) return address;
  const { token } = await lastMailTo(db, address);
  const other = site.browser();
  await other.get(`/compte/activer?jeton=${token}`);
  await other.post('/compte/activer', { lien: token });
  return address;
}

export async function enter(
  browser: Browser,
  address: string,
  more: Readonly<Record<string, string>> = {},
): Promise<Page> {
  await browser.get('/connexion');
  return browser.post('/connexion', { address, password: PASSWORD, ...more });
}

/** The notice's form, filled. */
export function filledForm(address: string, changes: Readonly<Record<string, string>> = {}): Record<string, string> {
  return {
    civility: 'MME',
    birthName: 'Martin',
    birthNameAgain: 'Martin',
    usageName: '',
    firstNames: 'Camille Jeanne',
    birthDate: '30/05/1998',
    birthDateAgain: '30/05/1998',
    birthCountry: 'FR',
    address,
    addressAgain: address,
    password: 'Volvic/1465',
    passwordAgain: 'Volvic/1465',
    ...changes,
  };
}

/** What two pages differ by when they say the same. */
export function withoutKeys(body: string): string {
  return body.replace(/name="(jeton|cle)" value="[^"]*"/g, '');
}
