import { sql } from 'kysely';
import { type FilesOf, ledgerOf, type ReceivedFile, SCANS, scansOf, UNSCANNED } from '../../keptFiles/index.ts';
import { columns, integer, nullable, oneOf, type RowOf, text, uuid } from '../../platform/database/columns.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import { UUID_PATTERN } from '../../platform/uuid.ts';
import { count } from '../../scope/index.ts';

export const proofFolder = (academy: string): string => `proofs/${academy}`;

const PROOF = columns({
  entryId: uuid,
  fileKey: text,
  type: text,
  size: integer,
  scan: nullable(oneOf(SCANS)),
  /** Found by the nightly check. */
  fault: nullable(oneOf(['missing', 'altered'])),
});
/** The letter or form that an entry was typed from, as it was scanned. */
export type EntryProof = RowOf<typeof PROOF>;

/** Nothing says that the file isn't the letter that was scanned. */
export function isWhole({ scan, fault }: Pick<EntryProof, 'scan' | 'fault'>): boolean {
  return fault === null && scan !== 'infected';
}

export function listProofs(db: Database, entries: readonly string[]): Promise<readonly EntryProof[]> {
  return PROOF.all(db, sql`select ${PROOF} from entry_proof where entry_id = any(${entries}::uuid[])`);
}

export async function insertProof(
  tx: Tx,
  at: { readonly academy: string; readonly officerId: string; readonly entryId: string; readonly scans: boolean },
  { fileKey, type, size, sha256 }: ReceivedFile,
): Promise<void> {
  await tx
    .insertInto('entry_proof')
    .values({
      entry_id: at.entryId,
      academy: at.academy,
      officer_id: at.officerId,
      file_key: fileKey,
      type,
      size,
      sha256,
      scan: at.scans ? 'waiting' : null,
    })
    .execute();
}

/** In the place of one that is missing, altered or infected; false: it is none of these any more. */
export async function replaceProof(
  tx: Tx,
  entry: { readonly id: string; readonly scans: boolean },
  { fileKey, type, size, sha256 }: ReceivedFile,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('entry_proof')
    .set({ file_key: fileKey, type, size, sha256, scan: entry.scans ? 'waiting' : null, fault: null, checked_at: null })
    .where('entry_id', '=', entry.id)
    .where((is) => is.or([is('fault', 'is not', null), is('scan', '=', 'infected')]))
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

const DAMAGED = columns({ entryId: uuid });

/** Entries whose letter the last check found missing or altered. */
export async function listDamagedProofs(db: Database, academy: string): Promise<readonly string[]> {
  const asked = sql`select ${DAMAGED} from entry_proof where academy = ${academy} and fault is not null order by kept_at limit 100`;
  return (await DAMAGED.all(db, asked)).map(({ entryId }) => entryId);
}

/** Up to one more than `most`. */
export function countProofsToday(db: Database, officerId: string, most: number): Promise<number> {
  return count(db, sql`entry_proof where officer_id = ${officerId} and kept_at > now() - interval '1 day'`, most);
}

const FILES: FilesOf = {
  table: sql`entry_proof`,
  makes: new RegExp(`^proofs/[a-z0-9-]+/${UUID_PATTERN}$`),
  kept: sql`true`,
  id: sql`entry_id`,
  cameAt: sql`kept_at`,
  names: false,
};

/** The files of proofs, for the nightly checks. */
export const proofLedger = ledgerOf(FILES);
export const proofScans = scansOf(FILES, UNSCANNED);
