import { sql } from 'kysely';
import { type FilesOf, ledgerOf, waitingKeys } from '../../keptFiles/index.ts';
import { columns, text } from '../../platform/database/columns.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Ledger } from '../../platform/files/ledger.ts';
import { UUID_PATTERN } from '../../platform/uuid.ts';

export const DEPOSITS: FilesOf = {
  table: sql`deposit`,
  makes: new RegExp(`^${UUID_PATTERN}/${UUID_PATTERN}$`),
  kept: sql`erased_at is null and not unread and state <> 'refused'`,
};
const depositsAlone = ledgerOf(DEPOSITS);
const NAMED = columns({ fileKey: text });
const DAMAGED = columns({ receipt: text });

/** The files of deposits, kept under the enrolment's id and a random one; what isn't a deposit yet is only named. */
export function depositLedger(db: Database): Ledger {
  const deposits = depositsAlone(db);
  return {
    ...deposits,
    named: async (keys) => {
      const asked = sql`select ${NAMED} from deposit_sheet where file_key = any (${keys}::text[])
        union all select ${NAMED} from deposit_upload_part where file_key = any (${keys}::text[])`;
      const given = (await NAMED.all(db, asked)).map(({ fileKey }) => fileKey);
      return new Set([...(await deposits.named(keys)), ...given, ...(await waitingKeys(db, keys))]);
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
