import { rmSync } from 'node:fs';
import type { TestProject } from 'vitest/node';
import { startEmbeddedServer } from '../platform/database/embedded/server.ts';
import { temporaryFolder } from './temporaryFolder.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    postgres: { host: string; port: number; user: string; password: string };
  }
}

/** One real PostgreSQL for the whole run of tests, in a folder that goes with it. Durability is tested elsewhere. */
export default async function startCluster(project: TestProject): Promise<() => Promise<void>> {
  const folder = temporaryFolder('test');
  const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' };
  const server = await startEmbeddedServer({ folder, database: 'spare', say: () => undefined, settings });
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
