import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import pg from 'pg';

/** Restores a dump as `pg_dump --inserts` writes it. */
export async function restore(connection: pg.PoolConfig, dump: string): Promise<void> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    await client.query(dump);
  } finally {
    await client.end();
  }
}

/**
 * A demonstration of version 21c5c0c: nina.exemple@domaine.fr (« Volcan.15! ») signed up, registered twice and deposited three
 * papers, of which an officer accepted one; Camille has a draft; rules were published, submitted and begun. By
 * `pg_dump --inserts --no-owner --no-privileges --exclude-table-data=pgboss.instance` of PostgreSQL 15.
 */
export function dumpOf21c5c0c(): string {
  return gunzipSync(readFileSync(path.join(import.meta.dirname, '21c5c0c.sql.gz'))).toString('utf8');
}
