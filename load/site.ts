import { rmSync } from 'node:fs';
import path from 'node:path';
import type pg from 'pg';
import { type Registre, startRegistre } from '../e2e/support/registre.ts';
import { connectDatabase, type Database } from '../src/platform/database/database.ts';
import { addressOf, type EmbeddedServer, startEmbeddedServer } from '../src/platform/database/embedded/server.ts';
import { temporaryFolder } from '../src/testing/temporaryFolder.ts';

/** An office that a measure fills and asks: its database, its files and its first node, in a folder that goes with them. */
export type LoadSite = {
  readonly folder: string;
  readonly database: EmbeddedServer;
  readonly connection: pg.PoolConfig;
  readonly db: Database;
  readonly pool: pg.Pool;
  /** Where the files of all nodes stand. */
  readonly files: string;
  readonly registre: Registre;
  /** One more node: whoever signed in at another is known to it. */
  readonly addNode: (environment?: Environment) => Promise<Registre>;
  readonly close: () => Promise<void>;
};

type Environment = Readonly<Record<string, string>>;

type Options = {
  readonly environment?: Environment;
  /** Of PostgreSQL. */
  readonly settings?: Environment;
  /** One that stays. */
  readonly folder?: string | undefined;
};

export async function openLoadSite(name: string, options: Options = {}): Promise<LoadSite> {
  const folder = options.folder ?? temporaryFolder(name);
  const database = await startEmbeddedServer({
    folder,
    database: 'registre',
    say: console.log,
    ...(options.settings && { settings: options.settings }),
  });
  const connection = { ...database.connection };
  const files = path.join(folder, 'files');
  const nodes: Registre[] = [];
  const addNode = async (environment: Environment = {}): Promise<Registre> => {
    const node = await startRegistre({
      DATABASE_URL: addressOf(connection),
      FILES_URL: `file://${files}`,
      REGISTRE_SECRET: 'one secret for all the nodes of this office',
      ...options.environment,
      ...environment,
    });
    nodes.push(node);
    return node;
  };
  const registre = await addNode();
  const { db, pool, close: disconnect } = connectDatabase({ ...connection, max: 4 }, console.error);
  const close = async (): Promise<void> => {
    await disconnect();
    for (const node of nodes) await node.stop();
    await database.stop();
    if (options.folder === undefined) rmSync(folder, { recursive: true, force: true });
  };
  return { folder, database, connection, db, pool, files, registre, addNode, close };
}
