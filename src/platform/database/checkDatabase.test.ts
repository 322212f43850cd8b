import { randomUUID } from 'node:crypto';
import { chmodSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { createDatabase } from '../../testing/database.ts';
import { temporaryFolder } from '../../testing/temporaryFolder.ts';
import { isForTheOperator } from '../cannotStart.ts';
import { checkDatabase } from './checkDatabase.ts';
import { startEmbeddedServer } from './embedded/server.ts';

const server = inject('postgres');
const role = `visitor_${randomUUID().slice(0, 8)}`;
let connection: pg.PoolConfig;
let drop: () => Promise<void>;
const administer = async (...statements: readonly string[]): Promise<void> => {
  const client = new pg.Client(connection);
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
};
({ connection, drop } = await createDatabase());
await administer(`create role ${role} login password 'pass word'`);
afterAll(async () => {
  await drop();
  const client = new pg.Client({ ...server, database: 'postgres' });
  await client.connect();
  await client.query(`drop role ${role}`);
  await client.end();
});

/** What an operator reads; nothing of it may be the password. */
const said = async (parts: pg.PoolConfig, oldest?: number): Promise<string> => {
  const error: unknown = await checkDatabase({ ...connection, ...parts }, oldest).then(
    () => null,
    (caught: unknown) => caught,
  );
  if (error === null) return '';
  expect(isForTheOperator(error)).toBe(true);
  const { message } = error as Error;
  expect(message).not.toContain(String(parts.password ?? server.password));
  return message;
};
const byAddress = (address: string): Promise<string> =>
  checkDatabase({ connectionString: address }).then(
    () => '',
    (error: Error) => error.message,
  );

describe('A mistake in DATABASE_URL', () => {
  it('none: nothing is said', async () => {
    expect(await said({})).toBe('');
  });
  it('of the host: no machine is called so', async () => {
    expect(await byAddress('postgres://registre:secret@nowhere.invalid/registre')).toMatch(/« nowhere\.invalid »/);
  });
  it('of the port, or a server that is not started', async () => {
    expect(await byAddress('postgres://registre:secret@127.0.0.1:1/registre')).toMatch(
      /nothing listens at 127\.0\.0\.1, port 1\./,
    );
    expect(await said({ port: 1 })).toMatch(/nothing listens at the socket/);
  });
  it('of the name of the database', async () => {
    expect(await said({ database: 'registry' })).toMatch(/has no database « registry »/);
  });
  it('of the user or the password', async () => {
    expect(await said({ password: 'wrong one' })).toMatch(/refuses the user « registre » or this user's password/);
    expect(await said({ user: 'nobody_here' })).toMatch(/« nobody_here »/);
  });
  it('of the user, who may not log in', async () => {
    const nobody = `nobody_${randomUUID().slice(0, 8)}`;
    await administer(`create role ${nobody} nologin`);
    expect(await said({ user: nobody })).toMatch(new RegExp(`refuses the user « ${nobody} »|lets no « ${nobody} » in`));
    await administer(`alter role ${nobody} password 'known'`);
    expect(await said({ user: nobody, password: 'known' })).toMatch(new RegExp(`lets no « ${nobody} » in`));
    await administer(`drop role ${nobody}`);
  });
  it('of TLS, where the server wants it', async () => {
    const folder = temporaryFolder('walled');
    const rules = path.join(folder, 'pg_hba.conf');
    writeFileSync(rules, 'local all registre scram-sha-256\nlocal all walled reject\n');
    chmodSync(rules, 0o644);
    const settings = { fsync: 'off', hba_file: rules };
    const walled = await startEmbeddedServer({ folder, database: 'registre', say: () => undefined, settings });
    expect(await said({ ...walled.connection, user: 'walled' })).toMatch(/wants TLS for « walled »/);
    await walled.stop();
    rmSync(folder, { recursive: true });
  });
  it('of TLS, where the server speaks none', async () => {
    expect(await said({ ssl: true })).toMatch(/speaks no TLS/);
  });
  it('that leads to a PostgreSQL which is too old', async () => {
    expect(await said({}, 99)).toMatch(/PostgreSQL 1[58]\.\d+ .*needs 99 or later/);
  });
  it('that leads to a database where names would lose their accents', async () => {
    const database = `latin_${randomUUID().slice(0, 8)}`;
    await administer(`create database ${database} template template0 encoding 'LATIN1' locale 'C'`);
    expect(await said({ database })).toMatch(/is in LATIN1/);
    await administer(`drop database ${database}`);
  });
  it('whose user may make no table; one who owns the database may', async () => {
    const visitor = { user: role, password: 'pass word' };
    expect(await said(visitor)).toMatch(new RegExp(`« ${role} » may not make tables .* owner to "${role}"`));
    await administer(`alter database ${connection.database} owner to ${role}`);
    expect(await said(visitor)).toBe('');
  });
});
