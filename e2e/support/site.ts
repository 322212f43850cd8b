import { createDatabase } from '../../src/testing/database.ts';
import { addressOf, type Registre, startRegistre } from './registre.ts';

/** The whole server on a database of its own in the tests' PostgreSQL: where no journey is about the embedded one. */
export async function startSite(environment: Readonly<Record<string, string>> = {}): Promise<Registre> {
  const { connection, drop } = await createDatabase();
  const registre = await startRegistre({ DATABASE_URL: addressOf(connection), ...environment });
  const stop = async (): Promise<void> => {
    await registre.stop();
    await drop();
  };
  return { ...registre, stop };
}
