import pg from 'pg';

/** What a database of ours remembers of itself, as its comment: no table, and gone with it. `isNew`: nothing was ever made in it. */
export async function readNote(
  connection: pg.PoolConfig,
): Promise<{ readonly note: string | null; readonly isNew: boolean }> {
  const { rows } = await asked(
    connection,
    `select shobj_description(oid, 'pg_database') as note, to_regclass('kysely_migration') is null as new
      from pg_database where datname = current_database()`,
  );
  return { note: rows[0]?.note ?? null, isNew: rows[0]?.new === true };
}

export async function writeNote(connection: pg.PoolConfig, note: string): Promise<void> {
  const database = pg.escapeIdentifier(String(connection.database));
  await asked(connection, `comment on database ${database} is ${pg.escapeLiteral(note)}`);
}

async function asked(connection: pg.PoolConfig, statement: string): Promise<pg.QueryResult> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    return await client.query(statement);
  } finally {
    await client.end();
  }
}
