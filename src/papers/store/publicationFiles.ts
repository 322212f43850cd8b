import { sql } from 'kysely';
import type { Verdict } from '../../platform/antivirus.ts';
import { columns, type RowOf, text, uuid } from '../../platform/database/columns.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import type { Ledger } from '../../platform/files/ledger.ts';
import { UUID_PATTERN } from '../../platform/uuid.ts';
import { PUBLICATION } from '../publication.ts';

/** Where a file is kept: one for all who get it. */
export const folderOf = (academy: string): string => `publications/${academy}`;

/** A draft that nobody published in time keeps its file no longer. */
const KEPT = sql`(ordered_at is not null or abandoned_at is null and created_at > now() - make_interval(hours => ${PUBLICATION.draftHours}::int))`;
const NAMED = columns({ fileKey: text });
const KEPT_FILE = columns({ id: uuid, key: text, sha256: text });

/** The documents of the office. */
export function publicationLedger(db: Database): Ledger {
  return {
    makes: new RegExp(`^publications/[a-z0-9-]+/${UUID_PATTERN}$`),
    named: async (keys) => {
      const asked = sql`select ${NAMED} from publication where file_key = any (${keys}::text[]) and ${KEPT}`;
      return new Set((await NAMED.all(db, asked)).map(({ fileKey }) => fileKey));
    },
    due: (limit) =>
      KEPT_FILE.all(
        db,
        sql`select id, file_key as key, sha256 from publication
        where ${KEPT} and (checked_at is null or checked_at < now() - interval '12 hours') order by checked_at nulls first, id limit ${limit}`,
      ),
    checked: async (publicationId, fault) => {
      await sql`update publication set checked_at = now(), fault = ${fault} where id = ${publicationId}`.execute(db);
    },
  };
}

const UNSCANNED = columns({ id: uuid, fileKey: text });
const WAITS = sql`(scan is null or scan = 'waiting') and ${KEPT}`;

export async function markToScan(tx: Tx, publicationId: string): Promise<void> {
  await sql`update publication set scan = 'waiting' where id = ${publicationId}`.execute(tx);
}

export function findUnscanned(db: Database, publicationId: string): Promise<RowOf<typeof UNSCANNED> | null> {
  return UNSCANNED.first(db, sql`select ${UNSCANNED} from publication where id = ${publicationId} and ${WAITS}`);
}

export function listUnscanned(
  db: Database,
  after: string | null,
  limit: number,
): Promise<readonly RowOf<typeof UNSCANNED>[]> {
  return UNSCANNED.all(
    db,
    sql`select ${UNSCANNED} from publication where ${WAITS} and (${after}::uuid is null or id > ${after}::uuid) order by id limit ${limit}`,
  );
}

export async function writeVerdict(db: Database, publicationId: string, verdict: Verdict): Promise<void> {
  const finding = verdict.found === 'infected' ? verdict.name : null;
  await sql`update publication set scan = ${verdict.found}, finding = ${finding}
    where id = ${publicationId} and (scan is null or scan = 'waiting')`.execute(db);
}
