import { sql } from 'kysely';
import { columns, present, text, uuid } from '../platform/database/columns.ts';
import type { Database } from '../platform/database/database.ts';
import type { Ledger } from '../platform/files/ledger.ts';

const NAMED = columns({ pdfKey: present(text) });
const PRINTED = columns({ id: uuid, key: present(text), sha256: present(text) });

/** The printed records of juries and their additions. They are kept for good. */
export function recordLedger(db: Database): Ledger {
  return {
    makes: /^records\/.+\.pdf$/,
    named: async (keys) => {
      const named = await NAMED.all(db, sql`select ${NAMED} from jury_sheet where pdf_key = any (${keys}::text[])`);
      return new Set(named.map(({ pdfKey }) => pdfKey));
    },
    due: (limit) =>
      PRINTED.all(
        db,
        sql`select id, pdf_key as key, pdf_sha256 as sha256 from jury_sheet
        where pdf_key is not null and (checked_at is null or checked_at < now() - interval '12 hours')
        order by checked_at nulls first, id limit ${limit}`,
      ),
    checked: async (id, fault) => {
      await sql`update jury_sheet set checked_at = now(), fault = ${fault} where id = ${id}`.execute(db);
    },
  };
}
