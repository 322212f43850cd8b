import type pg from 'pg';
import { migrations } from '../../src/migrations.ts';
import { addressOf } from '../../src/platform/database/embedded/server.ts';
import { createDatabase, migratedTemplate } from '../../src/testing/database.ts';
import { type Registre, startRegistre } from './registre.ts';

export type Site = Registre & { readonly connection: pg.PoolConfig };

/**
 * The whole server on a database of its own in the tests' PostgreSQL, its tables copied: where no journey is about the embedded
 * one. What a server makes of an empty database is tried by the lifecycle, the upgrade and the production.
 */
export async function startSite(environment: Readonly<Record<string, string>> = {}): Promise<Site> {
  const { connection, drop } = await createDatabase(await migratedTemplate(migrations));
  const registre = await startRegistre({ DATABASE_URL: addressOf(connection), ...environment });
  const stop = async (): Promise<void> => {
    await registre.stop();
    await drop();
  };
  return { ...registre, connection, stop };
}
