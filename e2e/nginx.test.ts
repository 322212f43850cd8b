import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { request } from 'node:https';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { composeApplication } from '../src/application.ts';
import { readConfiguration } from '../src/configuration.ts';
import { LARGEST_SENT } from '../src/keptFiles/index.ts';
import { migrations } from '../src/migrations.ts';
import { connectDatabase } from '../src/platform/database/database.ts';
import { addressOf } from '../src/platform/database/embedded/server.ts';
import { silentLog } from '../src/platform/log.ts';
import { createDatabase, migratedTemplate } from '../src/testing/database.ts';
import { needs } from '../src/testing/leftOut.ts';
import { temporaryFolder } from '../src/testing/temporaryFolder.ts';
import { makePdf } from './support/documents.ts';
import { type Nginx, startNginx } from './support/nginx.ts';
import { freePort, type Registre, startRegistre } from './support/registre.ts';
import { trustedCertificate } from './support/tlsProxy.ts';
import {
  createVisitor,
  DEMONSTRATION_PASSWORD,
  fillDraft,
  hiddenFields,
  mainOf,
  signIn,
  type Visitor,
} from './support/visitor.ts';

describe('Behind nginx with the file of ops/', needs('nginx'), () => {
  const folder = temporaryFolder('nginx');
  const files = path.join(folder, 'files');
  let database: Awaited<ReturnType<typeof createDatabase>>;
  let url: string;
  let ports: readonly [number, number];
  const nodes: Registre[] = [];
  let nginx: Nginx;
  let visitor: Visitor;
  let draft: string;

  const startNode = (index: 0 | 1): Promise<Registre> =>
    startRegistre({
      PORT: String(ports[index]),
      PUBLIC_URL: url,
      DATABASE_URL: addressOf(database.connection),
      FILES_URL: pathToFileURL(files).href,
      REGISTRE_SECRET: 'thirty-two characters and some more of them',
      REGISTRE_CLOCK: '2023-11-15T10:00:00+01:00',
    });

  beforeAll(async () => {
    mkdirSync(files);
    const [plain, tls, one, two] = [await freePort(), await freePort(), await freePort(), await freePort()];
    [url, ports] = [`https://localhost:${tls}`, [one, two]];
    database = await createDatabase(await migratedTemplate(migrations));
    nodes[0] = await startNode(0);
    nodes[1] = await startNode(1);
    nginx = await startNginx(path.join(folder, 'nginx'), { plain, tls, nodes: ports }, await trustedCertificate());
    visitor = createVisitor(url);
    await signIn(visitor, 'camille@demo.registre.fr', DEMONSTRATION_PASSWORD);
    draft = await fillDraft(visitor, 'bp-2024-clermont');
    expect((await visitor.fill(`${draft}/recapitulatif`, {})).status).toBe(303);
  }, 600_000);
  afterAll(async () => {
    await nginx?.stop();
    await Promise.all(nodes.map((node) => node.stop()));
    await database?.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('a file that is too large is refused in our words', async () => {
    const refused = await visitor.deposit(
      `${draft}/justificatifs/DOMICIL`,
      Buffer.alloc(LARGEST_SENT + 1, 'x'),
      'photo.pdf',
    );
    expect(refused.status).toBe(413);
    expect(refused.html.replaceAll('\u00a0', ' ')).toMatch(/Le fichier dépasse .* déposez-le de nouveau/);
  });

  it('a deposit is heard of when it begins, while the rest is still on its way', async () => {
    const address = `${draft}/justificatifs/DOMICIL`;
    const { cle = '', jeton = '' } = hiddenFields(mainOf((await visitor.get(address)).html));
    const field = (name: string, value: string): string =>
      `--X\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
    // Bytes are written some hundred thousand at a time.
    const pdf = Buffer.concat([makePdf('Facture'), Buffer.alloc(600_000, ' ')]);
    const head = `${field('jeton', jeton)}${field('cle', cle)}--X\r\ncontent-disposition: form-data; name="file"; filename="facture.pdf"\r\n\r\n`;
    const body = Buffer.concat([Buffer.from(head), pdf, Buffer.from('\r\n--X--\r\n')]);
    const upload = request(new URL(address, url), {
      method: 'POST',
      headers: {
        cookie: visitor.cookies(),
        'content-type': 'multipart/form-data; boundary=X',
        'content-length': body.length,
      },
    });
    const answered = new Promise<[number, string]>((resolve, reject) => {
      upload.on('error', reject);
      upload.on('response', (answer) => {
        text(answer).then((html) => resolve([answer.statusCode ?? 0, answer.headers.location ?? html]), reject);
      });
    });
    upload.write(body.subarray(0, body.length - 100));
    await vi.waitFor(() => expect(begunIn(path.join(files, 'drafts'), pdf.length)).toBe(true), {
      timeout: 60_000,
      interval: 50,
    });
    upload.end(body.subarray(body.length - 100));
    expect(await answered).toEqual([303, expect.stringContaining('recu=D-')]);
  });

  it('nodes that restart one after the other lose no request', async () => {
    const seen: Record<string, number> = {};
    const count = (): number => Object.values(seen).reduce((sum, one) => sum + one, 0);
    let over = false;
    const ask = async (): Promise<void> => {
      while (!over) {
        const pages = [
          visitor.hasty.get('/candidatures'),
          visitor.hasty.post('/connexion', { jeton: 'of somebody else' }),
        ];
        for (const { status, html } of await Promise.all(pages)) {
          // A machine with too much to do: said by a node, which is there.
          const outcome = status === 503 && html.includes('Le registre ne répond pas') ? 'overloaded' : String(status);
          seen[outcome] = (seen[outcome] ?? 0) + 1;
        }
      }
    };
    const asking = Promise.all(Array.from({ length: 4 }, ask));
    try {
      for (const index of [0, 1] as const) {
        const asked = count();
        await vi.waitFor(() => expect(count()).toBeGreaterThan(asked + 40), { timeout: 60_000, interval: 20 });
        await nodes[index]?.stop();
        nodes[index] = await startNode(index);
      }
    } finally {
      over = true;
    }
    await asking;
    process.stdout.write(`Rolling restart behind nginx: ${JSON.stringify(seen)}\n`);
    // A page, and a form that is refused: answered all, by either node.
    const { overloaded: _, ...answered } = seen;
    expect(Object.keys(answered).toSorted()).toEqual(['200', '403']);
  }, 600_000);

  it('a node that is killed while deposits arrive loses none: each is answered in our words, sent again, and stands once', async () => {
    const receipts: string[] = [];
    const give = async (code: string): Promise<void> => {
      for (let time = 0; time < 4; time += 1) {
        const form = await visitor.depositForm(`${draft}/justificatifs/${code}`, makePdf(`${code} ${time}`), 'a.pdf');
        for (let receipt: string | undefined; receipt === undefined; ) {
          const answer = await visitor.fetch(form.action, { method: 'POST', body: form.body });
          receipt = /recu=(D-[\w-]+)/.exec(answer.headers.get('location') ?? '')?.[1];
          if (receipt !== undefined) receipts.push(receipt);
          else
            expect([answer.status, mainOf(await answer.text())]).toEqual([503, expect.not.stringContaining('nginx')]);
        }
      }
    };
    const giving = Promise.all(['DOMICIL', 'DCSTID01'].map(give));
    giving.catch(() => undefined);
    await Promise.race([
      giving,
      expect.poll(() => receipts.length, { timeout: 60_000, interval: 5 }).toBeGreaterThan(2),
    ]);
    await nodes[0]?.kill();
    await giving;
    nodes[0] = await startNode(0);
    const pool = connectDatabase(database.connection, () => undefined);
    const { rows } = await sql<{ receipt: string; key: string }>`select receipt, file_key as key from deposit
      where receipt = any (${receipts})`.execute(pool.db);
    await pool.close();
    expect(rows.map(({ receipt }) => receipt).toSorted()).toEqual(receipts.toSorted());
    expect(receipts).toHaveLength(8);
    for (const { key } of rows) expect(statSync(path.join(files, key)).size).toBeGreaterThan(0);
  }, 120_000);

  it('writes down no link that lets somebody in', async () => {
    await visitor.get('/compte/activer?jeton=ZmFrZQ');
    const logOf = (name: string): string => readFileSync(path.join(folder, 'nginx', name), 'utf8');
    // The line is written once the answer has left.
    await expect.poll(() => logOf('registre.log')).toContain('GET /compte/activer" ');
    const logs = ['registre.log', 'registre-error.log'].map(logOf);
    expect(logs.join('') + nginx.output()).not.toContain('ZmFrZQ');
  });
});

describe('Behind nginx with the file of ops/, in front of nodes that answer as the test says', needs('nginx'), () => {
  const folder = temporaryFolder('nginx-doors');
  const SLOW_MS = 5_000;
  const asked: string[] = [];
  let url: string;
  let nginx: Nginx;
  let node: Server;
  const count = (what: string): number => asked.filter((one) => one === what).length;
  const get = (path: string, cookie = ''): Promise<Response> => fetch(new URL(path, url), { headers: { cookie } });

  beforeAll(async () => {
    node = createServer((request, answer) => {
      const [path = ''] = (request.url ?? '').split('?');
      asked.push(`${request.method} ${path}`);
      request.resume();
      if (path === '/') answer.setHeader('x-accel-expires', '1');
      if (path === '/connexion') answer.setHeader('cache-control', 'no-store');
      answer.setHeader('vary', 'accept-encoding');
      setTimeout(() => answer.end(path), path.endsWith('/lent') || request.method === 'POST' ? SLOW_MS : 0);
    });
    node.listen(0, '127.0.0.1');
    await once(node, 'listening');
    const { port } = node.address() as AddressInfo;
    const [plain, tls] = [await freePort(), await freePort()];
    url = `https://localhost:${tls}`;
    const certificate = await trustedCertificate();
    // What is said nowhere is three seconds here instead of nginx's minute: the node shares its thread with whoever floods it.
    nginx = await startNginx(folder, { plain, tls, nodes: [port, port] }, certificate, 'proxy_read_timeout 3s;');
  }, 120_000);
  afterAll(async () => {
    await nginx?.stop();
    node?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('a page that is alike for all is asked of a node by one of many, and by whoever has a cookie', async () => {
    const answers = await Promise.all(Array.from({ length: 60 }, () => get('/')));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    const [forAll, others] = [count('GET /'), count('GET /connexion')];
    expect(forAll).toBeLessThan(60);
    for (let time = 0; time < 3; time += 1) await get('/', 'registre_apparence=dark');
    expect(count('GET /')).toBe(forAll + 3);
    for (let time = 0; time < 3; time += 1) await get('/connexion');
    expect(count('GET /connexion')).toBe(others + 3);
    expect(readFileSync(path.join(folder, 'registre.log'), 'utf8')).toMatch(/"GET \/" 200 .* HIT$/m);
  });

  it('a network that asks for far too much is told so in French, while who is signed in is served', async () => {
    const seen: Record<number, number> = {};
    let told: Response | null = null;
    const flood = Promise.all(
      Array.from({ length: 800 }, async () => {
        const answer = await get('/connexion');
        seen[answer.status] = (seen[answer.status] ?? 0) + 1;
        if (answer.status === 429) told ??= answer;
      }),
    );
    for (let time = 0; time < 20; time += 1)
      expect((await get('/connexion', '__Host-registre_session=x')).status).toBe(200);
    await flood;
    expect(Object.keys(seen)).toEqual(['200', '429']);
    const answer = told as Response | null;
    expect([answer?.headers.get('retry-after'), await answer?.text()]).toEqual([
      '5',
      expect.stringContaining('Trop de pages sont demandées depuis votre connexion'),
    ]);
  });

  it('whatever brings a file or a part of one is heard of when it begins, is waited for, and is asked of one node', async () => {
    const paths = await pathsOfFiles();
    expect(paths.length).toBeGreaterThan(15);
    const send = async (path: string): Promise<readonly unknown[]> => {
      const address = path.replaceAll(/:[a-z]+/gi, 'x7');
      const upload = request(new URL(address, url), { method: 'POST', headers: { 'content-length': 2 } });
      const answered = new Promise<IncomingMessage>((resolve, reject) => {
        upload.on('error', reject);
        upload.on('response', resolve);
      });
      upload.write('x');
      await expect.poll(() => count(`POST ${address}`), { timeout: 20_000, message: `${path} is held back` }).toBe(1);
      upload.end('x');
      const answer = await answered;
      return [answer.statusCode, await text(answer), count(`POST ${address}`)];
    };
    const answers = await Promise.all(paths.map(send));
    expect(answers).toEqual(paths.map((path) => [200, path.replaceAll(/:[a-z]+/gi, 'x7'), 1]));
  }, 600_000);

  it.concurrent.each([
    '/candidatures/7/justificatifs/DOMICIL/envois/3/terminer',
    '/candidatures/7/justificatifs/DOMICIL/feuilles/deposer',
    '/telephone/abc/DOMICIL/envois/3/terminer',
  ])('the node that reads the file of %s is waited for, and is alone to read it', async (address) => {
    const answer = await fetch(new URL(address, url), { method: 'POST', body: 'x' });
    expect([answer.status, await answer.text(), count(`POST ${address}`)]).toEqual([200, address, 1]);
  });

  it('and a page that doesn’t come isn’t', async () => {
    expect((await get('/lent')).status).toBe(503);
  });
});

/** Of the table that the server itself uses. */
async function pathsOfFiles(): Promise<readonly string[]> {
  const folder = temporaryFolder('nginx-routes');
  const { connection, drop } = await createDatabase(await migratedTemplate(migrations));
  const configuration = readConfiguration({ DATA_DIR: folder, PUT_OFF: 'nothing' }, `${import.meta.dirname}/..`);
  if (!configuration.ok) throw new Error(JSON.stringify(configuration.error));
  const surroundings = { connection, staticFolder: null, say: () => undefined, log: silentLog };
  const application = await composeApplication({ configuration: configuration.value, ...surroundings });
  const paths = application.routes.filter(({ upload }) => upload).map(({ path }) => path);
  await application.stop();
  await drop();
  rmSync(folder, { recursive: true, force: true });
  return paths;
}

/** Does the beginning of a file of so many bytes stand among those that are arriving? It is encrypted on its way. */
function begunIn(folder: string, whole: number): boolean {
  return readdirSync(folder).some((name) => {
    const size = statSync(path.join(folder, name), { throwIfNoEntry: false })?.size ?? 0;
    return size > 100 && size <= whole;
  });
}
