import { sql } from 'kysely';
import type { Database } from '../platform/database/database.ts';
import { record, SYSTEM } from '../platform/journal.ts';
import { ok, type Result, refuse } from '../platform/result.ts';
import type { Anchors } from './catalogue.ts';
import { packFingerprint } from './fingerprint.ts';
import { readFolder, readPack, readRead } from './load.ts';
import type { PackFault } from './located.ts';
import type { RulePack } from './pack.ts';
import type { PackFile } from './yamlFile.ts';

export type PackInForce = {
  readonly pack: RulePack;
  /** Faults of the folder that was refused: the pack before it stays in force. Empty when the folder was taken. */
  readonly refused: readonly PackFault[];
};

/**
 * Puts the folder's pack in force if it has no fault, and remembers it. A faulty folder is refused and the pack before it
 * stays. Refuses only when there is none before.
 */
export async function publishPack(db: Database, folder: string): Promise<Result<PackInForce, readonly PackFault[]>> {
  const found = await readFolder(folder);
  const read = readRead(found);
  if (read.ok) {
    await remember(db, read.value, found.files);
    return ok({ pack: read.value, refused: [] });
  }
  const { rows } = await sql<{
    files: readonly PackFile[];
  }>`select files from rule_pack order by published_at desc limit 1`.execute(db);
  const before = rows[0] === undefined ? null : readPack(rows[0].files);
  return before?.ok ? ok({ pack: before.value, refused: read.error }) : refuse(read.error);
}

async function remember(db: Database, pack: RulePack, files: readonly PackFile[]): Promise<void> {
  const fingerprint = packFingerprint(pack);
  await db.transaction().execute(async (tx) => {
    const { rows } = await sql<{
      fingerprint: string;
    }>`select fingerprint from rule_pack order by published_at desc limit 1 for update`.execute(tx);
    if (rows[0]?.fingerprint === fingerprint) return;
    await sql`insert into rule_pack (fingerprint, files) values (${fingerprint}, ${JSON.stringify(files)}::jsonb)
      on conflict (fingerprint) do update set published_at = clock_timestamp()`.execute(tx);
    await record(
      tx,
      SYSTEM,
      'rulepack.published',
      { stream: 'rulepack', academy: null, session: null },
      { fingerprint },
    );
  });
}

/** Fixes the dates of the relative sessions, on the exam's clock, the first time they are loaded. */
export async function anchorSessions(db: Database, pack: RulePack): Promise<Anchors> {
  for (const { code } of pack.relativeSessions) {
    await sql`insert into session_anchor (session, anchored_at) values (${code}, business_now()) on conflict do nothing`.execute(
      db,
    );
  }
  const { rows } = await sql<{
    session: string;
    anchored_at: Temporal.Instant;
  }>`select session, anchored_at from session_anchor`.execute(db);
  return new Map(rows.map((row) => [row.session, row.anchored_at]));
}
