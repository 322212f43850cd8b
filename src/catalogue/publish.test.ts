import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, describe, expect, it } from 'vitest';
import { MAILS } from '../everyMail.ts';
import { platformMigrations } from '../platform/migrations.ts';
import { ownDatabase } from '../testing/database.ts';
import { packFingerprint } from './fingerprint.ts';
import { catalogueMigrations } from './migrations.ts';
import { anchorSessions, openPack, packFiles } from './publish.ts';

const session = (): string => path.join(folder, 'sessions', 'bp-2024-clermont.yaml');
const { db } = await ownDatabase([platformMigrations, catalogueMigrations]);
const folder = await mkdtemp(path.join(tmpdir(), 'registre-pack-'));
await cp(path.join(import.meta.dirname, '..', '..', 'catalogue'), folder, { recursive: true });
afterAll(async () => {
  await rm(folder, { recursive: true });
});

describe('The rule pack in force', () => {
  it('is refused without a word of it when the first one is faulty, and no other stands before', async () => {
    const good = await readFile(session(), 'utf8');
    await writeFile(session(), good.replace('2023-12-01T17:00', '2023-10-29T02:30'));
    const refused = await openPack(db, [folder], MAILS);
    expect(refused.ok).toBe(false);
    if (!refused.ok) expect(refused.error[0]?.file).toBe('sessions/bp-2024-clermont.yaml');
    await writeFile(session(), good);
  });

  it('is remembered once, however often the server starts and on how many nodes', async () => {
    const nodes = await Promise.all([openPack(db, [folder], MAILS), openPack(db, [folder], MAILS)]);
    expect(nodes.every((node) => node.ok && node.value.refused.length === 0)).toBe(true);
    await openPack(db, [folder], MAILS);
    const { rows } = await sql<{ n: number }>`select count(*) as n from rule_publication`.execute(db);
    expect(rows[0]?.n).toBe(1);
  });

  it('is read again by its fingerprint, as it was', async () => {
    const loaded = await openPack(db, [folder], MAILS);
    if (!loaded.ok) throw new Error('a pack is in force');
    expect(await packFiles(db, loaded.value.fingerprint)).toEqual(loaded.value.files);
    expect(await packFiles(db, 'of nothing')).toBeNull();
  });

  it('stays when a faulty one comes, and says every fault of it', async () => {
    const good = await readFile(session(), 'utf8');
    const before = await openPack(db, [folder], MAILS);
    await writeFile(
      session(),
      good.replace('numberPrefix: BP24', 'numberPrefix: x').replace('year: 2024', 'year: mille'),
    );
    const after = await openPack(db, [folder], MAILS);
    await writeFile(session(), good);
    if (!before.ok || !after.ok) throw new Error('a pack is in force');
    expect(after.value.refused.length).toBeGreaterThanOrEqual(2);
    expect(packFingerprint(after.value.pack)).toBe(packFingerprint(before.value.pack));
  });

  it('fixes the dates of the demonstration the first time, and only then', async () => {
    const loaded = await openPack(db, [folder], MAILS);
    if (!loaded.ok) throw new Error('a pack is in force');
    const first = await anchorSessions(db, loaded.value.pack);
    await sql`update clock set shift = '100 days'`.execute(db);
    const again = await anchorSessions(db, loaded.value.pack);
    expect(again.get('bp-demo')?.toString()).toBe(first.get('bp-demo')?.toString());
  });
});
