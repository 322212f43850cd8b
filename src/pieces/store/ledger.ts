import { sql } from 'kysely';
import { columns, text, uuid } from '../../platform/database/columns.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Ledger } from '../../platform/files/ledger.ts';
import { UUID_PATTERN } from '../../platform/uuid.ts';

const NAMED = columns({ fileKey: text });
const KEPT_FILE = columns({ id: uuid, key: text, sha256: text });
const DAMAGED = columns({ receipt: text });

/** The files of deposits, kept under the enrolment's id and a random one. */
export function depositLedger(db: Database): Ledger {
  return {
    makes: new RegExp(`^${UUID_PATTERN}/${UUID_PATTERN}$`),
    named: async (keys) => {
      const asked = sql`select ${NAMED} from deposit where file_key = any (${keys}::text[]) and erased_at is null
        union all select ${NAMED} from deposit_sheet where file_key = any (${keys}::text[])
        union all select ${NAMED} from deposit_upload_part where file_key = any (${keys}::text[])`;
      return new Set((await NAMED.all(db, asked)).map(({ fileKey }) => fileKey));
    },
    due: (limit) =>
      KEPT_FILE.all(
        db,
        sql`select id, file_key as key, sha256 from deposit
        where erased_at is null and (checked_at is null or checked_at < now() - interval '12 hours')
        order by checked_at nulls first, id limit ${limit}`,
      ),
    checked: async (id, fault) => {
      await sql`update deposit set checked_at = now(), fault = ${fault} where id = ${id}`.execute(db);
    },
  };
}

/** Receipts of the files that the last check found missing or altered, the most recent first. */
export async function listDamaged(db: Database, academy: string): Promise<readonly string[]> {
  const damaged = await DAMAGED.all(
    db,
    sql`select ${DAMAGED} from deposit
    where academy = ${academy} and fault is not null and erased_at is null order by finished_at desc, id`,
  );
  return damaged.map(({ receipt }) => receipt);
}
