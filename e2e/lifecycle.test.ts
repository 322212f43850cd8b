import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, rmSync, statSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { migrations } from '../src/migrations.ts';
import { addressOf } from '../src/platform/database/embedded/server.ts';
import { createDatabase, migratedTemplate } from '../src/testing/database.ts';
import { openLine } from '../src/testing/line.ts';
import { temporaryFolder } from '../src/testing/temporaryFolder.ts';
import { makePdf } from './support/documents.ts';
import { freePort, type Registre, startRegistre } from './support/registre.ts';
import { startSite } from './support/site.ts';
import {
  COIFFURE,
  createVisitor,
  DEMONSTRATION_PASSWORD,
  fillDraft,
  hiddenFields,
  mainOf,
  signIn,
  type Visitor,
} from './support/visitor.ts';

const PRODUCTION = {
  REGISTRE_SECRET: 'one secret for all the nodes of an office',
  PUBLIC_URL: 'https://registre.test',
  SMTP_URL: 'smtp://127.0.0.1:1',
  FILES_URL: 'file:///tmp/registre-never-written',
};
/** A busy machine is no fault of what is tested. */
const PATIENCE = { timeout: 300_000, interval: 100 };
const running = new Set<Registre>();
/** With the embedded database where a folder is given. */
const start = async (environment: Record<string, string> = {}, folder?: string): Promise<Registre> => {
  const settings = { REGISTRE_CLOCK: '2023-11-15T10:00:00+01:00', ...environment };
  const own = folder === undefined && !('DATABASE_URL' in environment);
  const registre = await (own ? startSite(settings) : startRegistre(settings, folder));
  running.add(registre);
  return registre;
};
const camille = async (registre: Registre): Promise<Visitor> => {
  const visitor = createVisitor(registre.url);
  await signIn(visitor, 'camille@demo.registre.fr', DEMONSTRATION_PASSWORD);
  return visitor;
};
afterEach(async () => {
  for (const registre of running) await registre.stop();
  running.clear();
});

it('A Node that is too old is told in one sentence', () => {
  const old = spawnSync(process.execPath, ['--no-harmony-temporal', 'dist/main.js'], { encoding: 'utf8' });
  expect([old.status, old.stderr]).toEqual([
    1,
    expect.stringMatching(/^Registre runs on Node 26: start it by .* This is v\d+[^\n]*\n$/),
  ]);
});

describe('A process that is killed in the middle of its work', () => {
  it('has kept all that it answered for, starts again on it, and leaves no database server behind', async () => {
    const folder = temporaryFolder('killed');
    const first = await start({}, folder);
    const before = await camille(first);
    const draft = await fillDraft(before, 'bp-2024-clermont');
    expect((await before.fill(`${draft}/recapitulatif`, {})).status).toBe(303);
    const deposit = await before.deposit(`${draft}/justificatifs/DOMICIL`, makePdf('domicile'), 'facture.pdf');
    const receipt = /recu=(D-[\w-]+)/.exec(deposit.location)?.[1] ?? 'no receipt';
    expect(receipt).not.toBe('no receipt');
    const during = Promise.allSettled(
      [1, 2, 3].map(() => before.fill(`${draft}/identification`, COIFFURE.identification ?? {})),
    );
    const half = await halfAnUpload(first, before, `${draft}/justificatifs/DCSTID01`);
    const drafts = path.join(folder, 'files', 'drafts');
    // The store is tried now and then by a draft of its own, which is gone at once.
    const large = (): readonly string[] =>
      readdirSync(drafts).filter(
        (name) => (statSync(path.join(drafts, name), { throwIfNoEntry: false })?.size ?? 0) > 100_000,
      );
    await vi.waitFor(() => expect(large()).toHaveLength(1), { timeout: 60_000, interval: 20 });
    const orphan = await postmasterOf(first);
    first.child.kill('SIGKILL');
    await once(first.child, 'exit');
    half.destroy();
    expect(large()).toHaveLength(1);
    await during;
    running.delete(first);

    const again = await start({}, folder);
    await vi.waitFor(() => expect(() => process.kill(orphan, 0)).toThrow(), { timeout: 60_000, interval: 100 });
    const after = await camille(again);
    expect((await after.get(draft)).html).toMatch(/BP24-\d{5}-[A-Z]/);
    const pieces = await after.get(`${draft}/justificatifs/DOMICIL`);
    expect(pieces.html).toContain(receipt);
    const file = /href="([^"]*\/fichiers\/[0-9a-f-]+)"/.exec(pieces.html)?.[1];
    expect((await after.get(file ?? 'no link')).html).toContain('%PDF');
    expect((await after.get(`${draft}/justificatifs/DCSTID01`)).html).not.toContain('/fichiers/');
    const stored = readdirSync(path.join(folder, 'files', draft.split('/').at(-1) ?? ''), { recursive: true });
    expect(stored.filter((name) => String(name).length === 36)).toHaveLength(1);
  }, 600_000);
});

describe('A process that is asked to stop', () => {
  it('takes the file that is on its way to the end, acknowledges it, and stops', async () => {
    const registre = await start();
    const visitor = await camille(registre);
    const draft = await fillDraft(visitor, 'bp-2024-clermont');
    expect((await visitor.fill(`${draft}/recapitulatif`, {})).status).toBe(303);
    // What reads files has begun: a demonstration that stops waits ten seconds, which a busy machine would take for that alone.
    expect((await visitor.deposit(`${draft}/justificatifs/DCSTID01`, makePdf('identité'), 'carte.pdf')).status).toBe(
      303,
    );
    const address = `${draft}/justificatifs/DOMICIL`;
    const hidden = hiddenFields(mainOf((await visitor.get(address)).html));
    const body = multipart({ jeton: hidden.jeton ?? '', cle: hidden.cle ?? '' }, makePdf('domicile'));
    const upload = request(new URL(address, registre.url), {
      method: 'POST',
      headers: {
        cookie: visitor.cookies(),
        'content-type': 'multipart/form-data; boundary=X',
        'content-length': body.length,
        expect: '100-continue',
      },
    });
    upload.flushHeaders();
    await once(upload, 'continue');
    upload.write(body.subarray(0, body.length / 2));
    registre.child.kill('SIGTERM');
    await vi.waitFor(() => expect(registre.output()).toContain('Stopping'), { timeout: 60_000, interval: 20 });
    await vi.waitFor(() => expect(fetch(registre.url)).rejects.toThrow(), { timeout: 60_000, interval: 20 });
    upload.end(body.subarray(body.length / 2));
    const [answer] = (await once(upload, 'response')) as [IncomingMessage];
    expect([answer.statusCode, answer.headers.location]).toEqual([303, expect.stringContaining('recu=D-')]);
    answer.resume();
    await vi.waitFor(() => expect(registre.child.exitCode).toBe(0), { timeout: 60_000, interval: 50 });
  }, 600_000);
});

describe('`npm start`', () => {
  it('works in a folder that only its owner can enter, in no language; ended, it takes its server along; cut short as it fills an office, it says nothing more, and begins with nobody where that is asked instead', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'registre-closed-'));
    const url = `http://127.0.0.1:${await freePort()}`;
    const begin = (
      ...options: readonly string[]
    ): { readonly said: () => string; readonly end: () => Promise<void> } => {
      const npm = spawn('npm', ['start', '--', ...options], {
        cwd: path.join(import.meta.dirname, '..'),
        env: {
          ...process.env,
          ...{ PORT: new URL(url).port, HOST: '127.0.0.1', DATA_DIR: folder, LANG: '', LC_ALL: '' },
          REGISTRE_LIVING_SHARE: '0.1',
        },
      });
      let said = '';
      for (const stream of [npm.stdout, npm.stderr]) stream.on('data', (chunk) => (said += String(chunk)));
      const end = async (): Promise<void> => {
        npm.kill('SIGTERM');
        await vi.waitFor(() => expect(fetch(`${url}/healthz`)).rejects.toThrow(), PATIENCE);
        const cluster = path.join(clusterOf({ folder, output: () => said }), 'postgres');
        await vi.waitFor(async () => expect(await readdir(cluster)).not.toContain('postmaster.pid'), PATIENCE);
      };
      return { said: () => said, end };
    };
    const shown = async (): Promise<string> => (await fetch(url).catch(() => null))?.text() ?? '';
    const living = begin();
    await vi.waitFor(
      async () => expect(await shown()).toMatch(/La démonstration se prépare.*value="0\.0*[1-9]/s),
      PATIENCE,
    );
    await living.end();
    expect(living.said()).not.toMatch(/could not be made|Error/);
    const empty = begin('--empty');
    await vi.waitFor(() => expect(empty.said()).toContain('is ready'), PATIENCE);
    const head = createVisitor(url);
    await signIn(head, 'head@demo.registre.fr', DEMONSTRATION_PASSWORD);
    expect((await head.get('/gestion/dossiers')).html).toMatch(/0\s(<[^>]*>)?\s*dossier/);
    await empty.end();
    await rm(folder, { recursive: true, force: true });
  }, 600_000);
});

describe('Two nodes', () => {
  it('that start together on one empty database prepare it once, and serve the same people; a third that wants the port of one says so, and ends', async () => {
    const { connection, drop } = await createDatabase();
    const DATABASE_URL = addressOf(connection);
    const REGISTRE_SECRET = 'one secret for all the nodes of an office';
    const files = temporaryFolder('two-nodes');
    const shared = { DATABASE_URL, REGISTRE_SECRET, FILES_URL: pathToFileURL(files).href };
    const [one, two] = await Promise.all([start(shared), start(shared)]);
    for (const { url } of [one, two]) expect((await fetch(`${url}/readyz`)).status).toBe(200);
    const visitor = await camille(one);
    const draft = await fillDraft(visitor, 'bp-2024-clermont');
    const seen = await fetch(new URL(`${draft}/recapitulatif`, two.url), { headers: { cookie: visitor.cookies() } });
    expect(seen.status).toBe(200);
    expect(await seen.text()).toContain('Clermont-Ferrand');
    const { port } = new URL(one.url);
    await expect(start({ ...shared, PORT: port })).rejects.toThrow(`PORT ${port} is taken`);
    for (const node of [one, two]) await node.stop();
    rmSync(files, { recursive: true });
    await drop();
  }, 600_000);
});

describe('When the database is away', () => {
  it('pages say so calmly and come back with it; nothing reads as the end of enrolments; the mail relay may be away too', async () => {
    const { connection, drop } = await createDatabase(await migratedTemplate(migrations));
    const line = await openLine(connection);
    const registre = await start({
      DATABASE_URL: addressOf({ ...connection, host: '127.0.0.1', port: line.port }),
      SMTP_URL: `smtp://registre:pa55word@127.0.0.1:${await freePort()}`,
    });
    await vi.waitFor(() => expect(registre.output()).toMatch(/ECONNREFUSED.*mail relay can't be used.*SMTP_URL/), {
      timeout: 60_000,
      interval: 100,
    });
    expect(registre.output()).not.toContain('pa55word');
    const visitor = await camille(registre);
    await line.cut();
    const away = await visitor.hasty.get('/candidatures');
    expect(away.status).toBe(503);
    expect(mainOf(away.html)).not.toMatch(/clos|fermé|terminé/i);
    expect((await visitor.get('/healthz')).status).toBe(200);
    expect((await visitor.hasty.get('/readyz')).status).toBe(503);
    expect((await visitor.get('/')).status).toBe(200);
    await line.restore();
    await vi.waitFor(async () => expect((await visitor.get('/candidatures')).status).toBe(200), {
      timeout: 60_000,
      interval: 200,
    });
    expect((await visitor.get('/readyz')).status).toBe(200);
    expect(registre.output()).not.toContain('[object Object]');
    await registre.stop();
    await line.cut();
    await drop();
  }, 600_000);

  it('an embedded one belongs to one node; killed under its feet, it comes back, and so do the pages', async () => {
    const folder = temporaryFolder('felled');
    const registre = await start({}, folder);
    await expect(start({}, folder)).rejects.toThrow(/in use by another Registre .* DATA_DIR .* DATABASE_URL/s);
    const visitor = await camille(registre);
    const pid = await postmasterOf(registre);
    const asking = Array.from({ length: 20 }, () => visitor.hasty.get('/candidatures'));
    process.kill(pid, 'SIGKILL');
    for (const { status } of await Promise.all(asking)) expect([200, 503]).toContain(status);
    await vi.waitFor(async () => expect((await visitor.get('/readyz')).status).toBe(200), { timeout: 60_000 });
    expect((await visitor.get('/candidatures')).status).toBe(200);
  }, 600_000);
});

describe('Starting', () => {
  it('says every fault of the configuration at once, and ends', () => {
    const main = path.join(import.meta.dirname, '..', 'dist', 'main.js');
    const { status, stdout } = spawnSync(process.execPath, [main], {
      env: { ...process.env, PORT: 'many', REGISTRE_MODE: 'production', SMTP_URL: 'relay' },
      encoding: 'utf8',
    });
    expect(status).toBe(1);
    for (const name of ['PORT', 'SMTP_URL', 'DATABASE_URL', 'REGISTRE_SECRET', 'PUBLIC_URL', 'FILES_URL'])
      expect(stdout).toContain(`${name} `);
  });

  it('names the part of DATABASE_URL that is wrong, and neither its password nor a trace of ours', () => {
    const main = path.join(import.meta.dirname, '..', 'dist', 'main.js');
    const folder = temporaryFolder('mistake');
    const DATABASE_URL = 'postgres://registre:tres-secret@127.0.0.1:1/registre';
    for (const REGISTRE_MODE of ['demonstration', 'production']) {
      const { status, stdout, stderr } = spawnSync(process.execPath, [main], {
        env: { ...process.env, ...PRODUCTION, REGISTRE_MODE, DATABASE_URL, DATA_DIR: folder },
        encoding: 'utf8',
      });
      expect(status).toBe(1);
      const said = `${stdout}${stderr}`;
      expect(said).toContain('nothing listens at 127.0.0.1, port 1.');
      expect(said).not.toMatch(/tres-secret|\.js:\d+/);
    }
    rmSync(folder, { recursive: true });
  });
});

/** A form with these fields and then a file, as browsers send it. */
function multipart(fields: Readonly<Record<string, string>>, file: Buffer): Buffer {
  const parts = Object.entries(fields).map(
    ([name, value]) => `--X\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const head = `${parts.join('')}--X\r\ncontent-disposition: form-data; name="file"; filename="facture.pdf"\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), file, Buffer.from('\r\n--X--\r\n')]);
}

/** The beginning of a file that never ends. */
async function halfAnUpload(registre: Registre, visitor: Visitor, address: string): Promise<ClientRequest> {
  const { jeton = '' } = hiddenFields(mainOf((await visitor.get(address)).html));
  const upload = request(new URL(address, registre.url), {
    method: 'POST',
    headers: {
      cookie: visitor.cookies(),
      'content-type': 'multipart/form-data; boundary=X',
      'content-length': 1_000_000,
    },
  });
  upload.on('error', () => undefined);
  upload.write(
    `--X\r\ncontent-disposition: form-data; name="jeton"\r\n\r\n${jeton}\r\n--X\r\ncontent-disposition: form-data; name="file"; filename="recto.pdf"\r\n\r\n%PDF-1.7\n`,
  );
  upload.write('x'.repeat(300_000));
  return upload;
}

/** Where the cluster stands: in the folder, or below /var/lib when PostgreSQL's user can't enter it. */
function clusterOf(registre: Pick<Registre, 'folder' | 'output'>): string {
  const elsewhere = /The database stands in (\S+):/.exec(registre.output())?.[1];
  return elsewhere ?? registre.folder;
}

async function postmasterOf(registre: Registre): Promise<number> {
  const pid = await readFile(path.join(clusterOf(registre), 'postgres', 'postmaster.pid'), 'utf8');
  return Number(pid.split('\n')[0]);
}
