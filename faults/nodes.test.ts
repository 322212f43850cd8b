import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { freePort, type Registre, startRegistre } from '../e2e/support/registre.ts';
import { createVisitor, DEMONSTRATION_PASSWORD, fillDraft, signIn } from '../e2e/support/visitor.ts';
import { migrations } from '../src/migrations.ts';
import { connectDatabase } from '../src/platform/database/database.ts';
import { addressOf } from '../src/platform/database/embedded/server.ts';
import { type S3Server, startS3 } from '../src/platform/files/testing.ts';
import { openFileStore } from '../src/platform/files.ts';
import { createDatabase, migratedTemplate } from '../src/testing/database.ts';
import { takePhoto } from '../src/testing/documents/jpegFile.ts';
import { temporaryFolder } from '../src/testing/temporaryFolder.ts';

/** A node that answers people and one that reads their files share what waits through the database, and its bytes through the bucket. */
const folder = temporaryFolder('nodes');
let s3: S3Server;
let database: Awaited<ReturnType<typeof createDatabase>>;
let pool: ReturnType<typeof connectDatabase>;
let pages: Registre;
let reader: Registre | null = null;
let environment: Readonly<Record<string, string>>;
beforeAll(async () => {
  [s3, database] = await Promise.all([startS3(), createDatabase(await migratedTemplate(migrations))]);
  pool = connectDatabase(database.connection, () => undefined);
  const port = String(await freePort());
  environment = {
    DATABASE_URL: addressOf(database.connection),
    FILES_URL: s3.url().href,
    PORT: port,
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    REGISTRE_CLOCK: '2023-11-15T10:00:00+01:00',
    REGISTRE_WORK: 'pages, jobs',
  };
  pages = await startRegistre(environment, folder);
});
afterAll(async () => {
  await reader?.kill();
  await pages?.kill();
  await pool?.close();
  await database?.drop();
  await s3?.close();
  rmSync(folder, { recursive: true, force: true });
});

it('What one receives another reads; what one was killed at is read by the next, and nothing is lost', async () => {
  const camille = createVisitor(pages.url);
  await signIn(camille, 'camille@demo.registre.fr', DEMONSTRATION_PASSWORD);
  const hub = await fillDraft(camille, 'bp-2024-clermont');
  await camille.fill(`${hub}/recapitulatif`, {});
  const photo = await takePhoto({ width: 1600, height: 1200 });
  for (const code of ['DOMICIL', 'DCSTID01'])
    expect((await camille.deposit(`${hub}/justificatifs/${code}`, photo, 'IMG_1.jpg')).location).toContain('recu=D-');
  const waiting = async () =>
    (await sql`select from unread_file where kept_until is null`.execute(pool.db)).rows.length;
  expect(await waiting()).toBe(2);
  expect((await camille.get(`${hub}/justificatifs`)).html).toMatch(/2\sfichiers reçus, en cours de lecture/);

  const { PORT: _, ...others } = environment;
  const start = async (): Promise<Registre> => startRegistre({ ...others, REGISTRE_WORK: 'documents' }, folder);
  // The first is taken, and waits for a transaction of somebody else to be settled: then their reader is killed.
  await pool.db.transaction().execute(async (tx) => {
    await sql`select from enrolment where id = ${hub.split('/').at(-1)} for update`.execute(tx);
    reader = await start();
    const taken = () => sql`select from unread_file where taken_until > now()`.execute(pool.db);
    await expect.poll(async () => (await taken()).rows.length).toBeGreaterThan(0);
    await reader.kill();
  });
  expect(await waiting()).toBe(2);
  await sql`update unread_file set taken_until = now() where taken_until is not null`.execute(pool.db);
  const next = await start();
  reader = next;
  // Longer than a lease: what was killed may still have had its own prolonged. Who waits in vain reads what the reader said.
  const said = async (): Promise<string> => ((await waiting()) === 0 ? 'nothing waits' : next.output());
  await expect.poll(said, { timeout: 150_000 }).toBe('nothing waits');

  const store = openFileStore(s3.url(), folder);
  const { rows } = await sql<{
    key: string;
    sha256: string;
  }>`select file_key as key, sha256 from deposit where state = 'stored' and not unread`.execute(pool.db);
  expect(rows).toHaveLength(2);
  for (const { key, sha256 } of rows)
    expect(
      createHash('sha256')
        .update(await store.read(key))
        .digest('hex'),
    ).toBe(sha256);
  const keys: string[] = [];
  for await (const { key } of store.list()) keys.push(key);
  expect(keys.filter((key) => key.startsWith('quarantine/'))).toEqual([]);
  // Whoever only reads shows no page.
  expect((await fetch(new URL('/connexion', next.url))).status).toBe(404);
  expect((await fetch(new URL('/healthz', next.url))).status).toBe(200);
  // And its minutes, of which each node writes the last as it stops, would hide that nobody could open one.
  await pages.kill();
  await sql`truncate service_minute`.execute(pool.db);
  await next.stop();
  expect((await sql`select from service_minute`.execute(pool.db)).rows).toEqual([]);
});
