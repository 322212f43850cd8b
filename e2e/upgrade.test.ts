import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { connectDatabase, type Pool } from '../src/platform/database/database.ts';
import { verifyJournal } from '../src/platform/journal.ts';
import { createDatabase } from '../src/testing/database.ts';
import { leftOut } from '../src/testing/leftOut.ts';
import { schemaOf } from '../src/testing/schema.ts';
import { temporaryFolder } from '../src/testing/temporaryFolder.ts';
import { type Registre, startRegistre } from './support/registre.ts';
import { dumpOf21c5c0c, restore } from './support/restore.ts';
import { createVisitor, DEMONSTRATION_PASSWORD, mainOf, signIn, type Visitor } from './support/visitor.ts';

/** A database of an older version, with people in it, under this version. */
const CLOCK = { REGISTRE_CLOCK: '2023-11-20T10:00:00+01:00' };
const PRODUCTION = {
  REGISTRE_MODE: 'production',
  REGISTRE_SECRET: 'one secret for all the nodes of an office',
  PUBLIC_URL: 'https://registre.test',
  SMTP_URL: 'smtp://127.0.0.1:1',
  FILES_URL: pathToFileURL(temporaryFolder('upgrade')).href,
};

type Made = { readonly connection: pg.PoolConfig; readonly drop: () => Promise<void>; readonly url: string };
async function made(): Promise<Made> {
  const { connection, drop } = await createDatabase();
  const { host, port, user, password } = inject('postgres');
  const url = `postgres://${user}:${password}@localhost:${port}/${connection.database}?host=${host}`;
  return { connection, drop, url };
}

const PATIENCE = { timeout: 90_000, interval: 250 };
/** A machine that is busy elsewhere has a node that just started shed its first requests. */
async function started(environment: Readonly<Record<string, string>>): Promise<Registre> {
  const node = await startRegistre(environment);
  const ready = async (): Promise<unknown> => (await fetch(`${node.url}/readyz`)).text();
  await vi.waitFor(async () => expect(await ready()).toBe('{"ready":true}'), PATIENCE);
  return node;
}
const entered = async (url: string, address: string, password: string): Promise<Visitor> => {
  const visitor = createVisitor(url);
  await vi.waitFor(() => signIn(visitor, address, password), PATIENCE);
  return visitor;
};

let database: Made;
let registre: Registre;
let pool: Pool;
beforeAll(async () => {
  database = await made();
  await restore(database.connection, dumpOf21c5c0c());
  registre = await started({ DATABASE_URL: database.url, ...CLOCK });
  pool = connectDatabase(database.connection, () => undefined);
});
afterAll(async () => {
  rmSync(new URL(PRODUCTION.FILES_URL), { recursive: true, force: true });
  await pool?.close();
  await registre?.stop();
  await database?.drop();
});

/** A dump holds no file. */
const FILE = /\/pdf(\?|$)|\.zip$|\/fichiers\/[0-9a-f]{8}-/;

/** The pages that links lead to from here, each asked for once. */
async function walk(visitor: Visitor, from: readonly string[], inside: RegExp): Promise<ReadonlyMap<string, number>> {
  const answers = new Map<string, number>();
  const waiting = [...from];
  for (const address of waiting) {
    if (answers.has(address)) continue;
    const { status, html, location } = await vi.waitFor(async () => {
      const seen = await visitor.get(address);
      if (seen.status === 503) throw new Error(`${address} is not answered now`);
      return seen;
    }, PATIENCE);
    answers.set(address, status);
    const links = [...html.matchAll(/href="(\/[^"#]*)/g)].map(([, link = '']) => link.replaceAll('&amp;', '&'));
    for (const link of location.startsWith('/') ? [location, ...links] : links)
      if (inside.test(link) && !FILE.test(link) && waiting.length < 400 && answers.size < 120) waiting.push(link);
  }
  return answers;
}
const failed = (answers: ReadonlyMap<string, number>): readonly string[] =>
  [...answers].filter(([, status]) => status >= 400).map(([address, status]) => `${status} ${address}`);

describe('A database of version 21c5c0c', () => {
  it('has the tables of a new one after its upgrade, and a node on it is ready', async () => {
    const { connection, drop, url } = await made();
    const fresh = await started({ DATABASE_URL: url, ...CLOCK });
    const other = connectDatabase(connection, () => undefined);
    expect(await schemaOf(pool.db)).toEqual(await schemaOf(other.db));
    await other.close();
    await fresh.stop();
    await drop();
  }, 600_000);

  it('shows its candidate all that she did', async () => {
    const nina = await entered(registre.url, 'nina.exemple@domaine.fr', 'Volcan.15!');
    const answers = await walk(nina, ['/candidatures'], /^\/(candidatures|compte)/);
    expect(failed(answers)).toEqual([]);
    const hub = [...answers.keys()].find((address) => /^\/candidatures\/[0-9a-f-]{36}$/.test(address));
    expect(mainOf((await nina.get(hub ?? 'no hub')).html)).toMatch(/BP24-\d{5}-[A-Z]/);
    expect(answers.size).toBeGreaterThan(15);
  }, 600_000);

  it('shows the office its files, and every page of its drafts of rules', async () => {
    const head = await entered(registre.url, 'head@demo.registre.fr', DEMONSTRATION_PASSWORD);
    expect(failed(await walk(head, ['/gestion'], /^\/gestion(?!\/regles)/))).toEqual([]);
    const drafts = await walk(head, ['/gestion/regles'], /^\/gestion\/regles/);
    expect(failed(drafts)).toEqual([]);
    expect([...drafts.keys()].filter((address) => /\/brouillons\/[^/]+$/.test(address)).length).toBeGreaterThan(1);
  }, 600_000);

  it('has a journal whose chains hold', async () => {
    expect(await verifyJournal(pool.db)).toEqual([]);
    const { rows } = await sql<{ n: number }>`select count(*) as n from journal`.execute(pool.db);
    expect(rows[0]?.n).toBeGreaterThan(20);
  });
});

describe('A production', () => {
  it('on a database that was a demonstration, even before it said so, is refused and touches no account', async () => {
    await sql`delete from installation`.execute(pool.db);
    const refused = startRegistre({ DATABASE_URL: database.url, ...PRODUCTION });
    await expect(refused).rejects.toThrow(/could not start: .*has been a demonstration.* empty one/);
  }, 600_000);

  it('that made its database has no demonstration put on it', async () => {
    const { drop, url, connection } = await made();
    const office = await startRegistre({ DATABASE_URL: url, ...PRODUCTION });
    await office.stop();
    await expect(startRegistre({ DATABASE_URL: url })).rejects.toThrow(/an office's own database/);
    const client = new pg.Client(connection);
    await client.connect();
    expect((await client.query('select from auth_user')).rowCount).toBe(0);
    await client.end();
    await drop();
  }, 600_000);
});

const dumps = spawnSync('pg_dump', ['--version'], { encoding: 'utf8' }).stdout ?? '';
const dumper = Number(/(\d+)\./.exec(dumps)?.[1] ?? 0);
const wanted = Number(process.env.REGISTRE_TEST_POSTGRES);

describe('A dump', () => {
  // npm's builds bring no pg_dump; one of Debian's can dump servers up to its own version.
  const asked = dumper < wanted ? leftOut(`pg_dump ${dumper || ''} is not that of ${wanted}`, 'pg_dump') : {};
  it('restored as tables first and data after, as docs/operations.md says, serves on with its journal', {
    timeout: 120_000,
    ...asked,
  }, async () => {
    const dump = (...options: readonly string[]): string => {
      const { host, port, user, password } = inject('postgres');
      const to = ['-h', host, '-p', String(port), '-U', user, String(database.connection.database)];
      const done = spawnSync('pg_dump', ['--inserts', '--no-owner', '--no-privileges', ...options, ...to], {
        env: { ...process.env, PGPASSWORD: password },
        encoding: 'utf8',
        maxBuffer: 100_000_000,
      });
      expect(done.status).toBe(0);
      // What psql alone reads.
      return done.stdout.replaceAll(/^\\.*$/gm, '');
    };
    const copy = await made();
    await restore(copy.connection, dump('--schema-only'));
    await restore(copy.connection, dump('--data-only'));
    const restored = connectDatabase(copy.connection, () => undefined);
    expect(await verifyJournal(restored.db)).toEqual([]);
    const heads = sql`select stream, encode(hash, 'hex') as hash from journal order by stream, hash`;
    expect((await heads.execute(restored.db)).rows).toEqual((await heads.execute(pool.db)).rows);
    // Its files stayed behind.
    await sql`update installation set store_id = null`.execute(restored.db);
    const again = await started({ DATABASE_URL: copy.url, ...CLOCK });
    const nina = await entered(again.url, 'nina.exemple@domaine.fr', 'Volcan.15!');
    expect((await nina.get('/candidatures')).status).toBe(200);
    await again.stop();
    await restored.close();
    await copy.drop();
  });
});
