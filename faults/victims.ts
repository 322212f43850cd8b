import { rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { type Mailbox, openMailbox } from '../e2e/support/mailbox.ts';
import { freePort, type Registre, startRegistre } from '../e2e/support/registre.ts';
import { addressOf, type EmbeddedServer, startEmbeddedServer } from '../src/platform/database/embedded/server.ts';
import { temporaryFolder } from '../src/testing/temporaryFolder.ts';

/** What a site leans on that is killed and started again: its database, its mails, its folder, and an address that stays. */
export type Surroundings = {
  readonly folder: string;
  readonly database: EmbeddedServer;
  readonly mailbox: Mailbox;
  readonly connection: pg.PoolConfig;
  /** Lines to that database, which may break under whoever asks by them. */
  readonly pool: pg.Pool;
  readonly environment: Readonly<Record<string, string>>;
  /** Once the site is stopped. */
  readonly close: () => Promise<void>;
};

export async function openSurroundings(name: string): Promise<Surroundings> {
  const folder = temporaryFolder(name);
  const database = await startEmbeddedServer({ folder, database: 'registre', say: () => undefined });
  const mailbox = await openMailbox();
  const port = String(await freePort());
  const connection: pg.PoolConfig = { ...database.connection };
  const pool = new pg.Pool({ ...connection, max: 2 });
  pool.on('error', () => undefined);
  const environment = {
    DATABASE_URL: addressOf(connection),
    SMTP_URL: mailbox.url,
    PORT: port,
    PUBLIC_URL: `http://127.0.0.1:${port}`,
  };
  const close = async (): Promise<void> => {
    await pool.end();
    await mailbox.close();
    await database.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { folder, database, mailbox, connection, pool, environment, close };
}

/** As a service manager does: a database that comes back at that moment refuses the first tries. */
export async function startAgain(environment: Readonly<Record<string, string>>, folder: string): Promise<Registre> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await startRegistre(environment, folder);
    } catch (error) {
      if (attempt === 20) throw error;
      await sleep(500);
    }
  }
}

export function killDatabase(database: EmbeddedServer): void {
  const pid = database.pid();
  if (pid === null) throw new Error('The database server does not run.');
  process.kill(pid, 'SIGKILL');
}

export async function untilReady({ url }: Registre): Promise<void> {
  for (let waited = 0; waited < 1200; waited++) {
    const ready = await fetch(new URL('/readyz', url)).then(
      ({ status }) => status === 200,
      () => false,
    );
    if (ready) return;
    await sleep(50);
  }
  throw new Error('Not ready again within a minute.');
}
