import { createHash } from 'node:crypto';
import { readdirSync, rmSync, utimesSync } from 'node:fs';
import { request } from 'node:http';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort, type Registre, startRegistre } from '../e2e/support/registre.ts';
import { createVisitor, DEMONSTRATION_PASSWORD, fillDraft, hiddenFields, signIn } from '../e2e/support/visitor.ts';
import { migrations } from '../src/migrations.ts';
import { depositLedger } from '../src/pieces/index.ts';
import { connectDatabase } from '../src/platform/database/database.ts';
import { addressOf } from '../src/platform/database/embedded/server.ts';
import { type S3Server, startS3 } from '../src/platform/files/testing.ts';
import { openFileStore } from '../src/platform/files.ts';
import { createDatabase, migratedTemplate } from '../src/testing/database.ts';
import { takePhoto } from '../src/testing/documents/jpegFile.ts';
import { temporaryFolder } from '../src/testing/temporaryFolder.ts';

/** A process that is killed while a file arrives in parts, and again while it is filed: nothing acknowledged is sent twice, one file, one receipt. */
const PART = 128 * 1024;
const CODES = ['DOMICIL', 'DCSTID01'] as const;
const HOUR_AGO = Temporal.Now.instant().subtract({ hours: 2 }).epochMilliseconds / 1000;
const folder = temporaryFolder('uploads');
let s3: S3Server;
let database: Awaited<ReturnType<typeof createDatabase>>;
let pool: ReturnType<typeof connectDatabase>;
let environment: Readonly<Record<string, string>>;
let registre: Registre;
let photo: Buffer;
beforeAll(async () => {
  [s3, database, photo] = await Promise.all([
    startS3(),
    createDatabase(await migratedTemplate(migrations)),
    takePhoto({ width: 1600, height: 1200, orientation: 6 }),
  ]);
  pool = connectDatabase(database.connection, () => undefined);
  const port = String(await freePort());
  environment = {
    DATABASE_URL: addressOf(database.connection),
    PORT: port,
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    REGISTRE_CLOCK: '2023-11-15T10:00:00+01:00',
  };
  expect(photo.length).toBeGreaterThan(3 * PART);
});
afterAll(async () => {
  await registre?.kill();
  await pool?.close();
  await database?.drop();
  await s3?.close();
  rmSync(folder, { recursive: true, force: true });
});

const stores = [
  {
    name: 'a folder',
    code: CODES[0],
    url: () => pathToFileURL(path.join(folder, 'files')),
    drafts: path.join(folder, 'files', 'drafts'),
  },
  { name: 'a bucket', code: CODES[1], url: () => s3.url(), drafts: path.join(folder, 'drafts') },
];
const sha = (content: Buffer): string => createHash('sha256').update(content).digest('hex');
const left = (drafts: string): readonly string[] => readdirSync(drafts).map((name) => path.join(drafts, name));

/** While a line of the upload is held, by somebody else's transaction, what `act` sent waits for it; then the process is killed. */
async function killWhileHeld(id: string, act: () => Promise<unknown>): Promise<void> {
  let lost: Promise<unknown> = Promise.resolve();
  await pool.db.transaction().execute(async (tx) => {
    const held = await sql<{
      by: number;
    }>`select pg_backend_pid() as by from deposit_upload where id = ${id} for update`;
    const { by } = (await held.execute(tx)).rows[0] ?? { by: 0 };
    // Who waits for this line: a process that starts waits for locks of its own, before the part has come.
    const waiting = sql`select from pg_stat_activity where ${by} = any (pg_blocking_pids(pid))`;
    lost = act().catch(() => 'lost');
    await expect.poll(async () => (await waiting.execute(pool.db)).rows.length).toBeGreaterThan(0);
    await registre.kill();
  });
  expect(await lost).toBe('lost');
}

describe('A file that arrives in parts, into', () => {
  it.each(stores)('$name, goes on after a process that was killed within a part and at its end', async (store) => {
    const { code, drafts } = store;
    const start = async (): Promise<void> => {
      registre = await startRegistre({ ...environment, FILES_URL: store.url().href }, folder);
    };
    await registre?.kill();
    // Another store than the one that the database knows is taken on purpose alone (docs/operations.md).
    await sql`update installation set store_id = null`.execute(pool.db);
    await start();
    const camille = createVisitor(registre.url);
    await signIn(camille, 'camille@demo.registre.fr', DEMONSTRATION_PASSWORD);
    const found = await sql<{ id: string }>`select e.id from enrolment e join piece p on p.enrolment_id = e.id
      where p.code = ${code}`.execute(pool.db);
    let hub = `/candidatures/${found.rows[0]?.id}`;
    if (found.rows[0] === undefined) {
      hub = await fillDraft(camille, 'bp-2024-clermont');
      expect((await camille.fill(`${hub}/recapitulatif`, {})).status).toBe(303);
    }
    const at = `${hub}/justificatifs/${code}`;
    const jeton = async (): Promise<string> => hiddenFields((await camille.get(at)).html).jeton ?? '';
    const begin = async () => {
      const fields = { nom: 'IMG_1.jpg', taille: String(photo.length), empreinte: sha(photo), jeton: await jeton() };
      return JSON.parse((await camille.post(`${at}/envois`, fields)).html) as { id: string; received: number };
    };
    const add = async (id: string, from: number) => {
      const body = new FormData();
      body.append('jeton', await jeton());
      body.append('debut', String(from));
      body.append('fichier', new Blob([new Uint8Array(photo.subarray(from, from + PART))]), 'morceau');
      return camille.send({ action: `${at}/envois/${id}`, body });
    };
    const finish = async (id: string) => camille.post(`${at}/envois/${id}/terminer`, { jeton: await jeton() });

    const { id } = await begin();
    expect((await add(id, 0)).status).toBe(200);
    // One request stands in the midst of its bytes, another has its part in the store and not yet on record.
    const half = halfOfAPart(new URL(`${at}/envois/${id}`, registre.url), camille.cookies(), await jeton());
    await expect.poll(() => left(drafts).length).toBe(1);
    await killWhileHeld(id, () => add(id, PART));
    half.destroy();

    const [draft = ''] = left(drafts);
    utimesSync(draft, HOUR_AGO, HOUR_AGO);
    await start();
    await expect.poll(() => left(drafts)).toEqual([]);
    expect(await begin()).toMatchObject({ id, received: PART });
    for (let from = PART; from < photo.length; from += PART) expect((await add(id, from)).status).toBe(200);
    await killWhileHeld(id, () => finish(id));

    await start();
    expect(await begin()).toMatchObject({ id, received: photo.length });
    // Once more, when its end is on record, whether or not the answer leaves.
    const last = finish(id).catch(() => null);
    const ended = () => sql`select from deposit_upload where id = ${id} and ended_at is not null`.execute(pool.db);
    await expect.poll(async () => (await ended()).rows.length, { interval: 1 }).toBe(1);
    await registre.kill();
    await last;
    await start();
    const { rows } = await sql<{ receipt: string; fileKey: string; sha256: string; sent: string }>`
      select receipt, file_key as "fileKey", d.sha256, sent_sha256 as sent from deposit d join piece p on p.id = d.piece_id
      where p.code = ${code}`.execute(pool.db);
    expect(rows).toMatchObject([{ sent: sha(photo) }]);
    for (const answer of [await finish(id), await finish(id)])
      expect([answer.status, answer.html]).toEqual([200, expect.stringContaining(`recu=${rows[0]?.receipt}`)]);
    expect((await sql`select from deposit_upload_part`.execute(pool.db)).rows).toEqual([]);
    const deposited =
      await sql`select from journal where name = 'piece.deposited' and data::jsonb->>'code' = ${code}`.execute(pool.db);
    expect(deposited.rows).toHaveLength(1);
    const files = openFileStore(store.url(), drafts);
    expect(sha(await files.read(rows[0]?.fileKey ?? ''))).toBe(rows[0]?.sha256);
    expect(left(drafts)).toEqual([]);
    // What else the kills left is nobody's, under keys that the nightly sweep takes away.
    const ledger = depositLedger(pool.db);
    const keys = (await Array.fromAsync(files.list()))
      .map(({ key }) => key)
      .filter((key) => key.startsWith(hub.split('/')[2] ?? '?'));
    expect(keys.every((key) => ledger.makes.test(key))).toBe(true);
    expect(await ledger.named(keys)).toEqual(new Set([rows[0]?.fileKey]));
  });
});

/** A part whose bytes stop half-way, on a line that stays open. */
function halfOfAPart(to: URL, cookie: string, jeton: string) {
  const head = ['jeton', 'debut'].map(
    (name) => `--x\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${name === 'jeton' ? jeton : PART}\r\n`,
  );
  const sent = request(to, {
    method: 'POST',
    headers: { cookie, 'content-type': 'multipart/form-data; boundary=x', 'content-length': String(2 * PART) },
  });
  sent.on('error', () => undefined);
  sent.write(`${head.join('')}--x\r\ncontent-disposition: form-data; name="fichier"; filename="m"\r\n\r\n`);
  sent.write(photo.subarray(PART, PART + PART / 2));
  return sent;
}
