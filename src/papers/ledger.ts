import { sql } from 'kysely';
import { columns, present, text, uuid } from '../platform/database/columns.ts';
import type { Database } from '../platform/database/database.ts';
import type { Ledger } from '../platform/files/ledger.ts';
import { CONFIDENTIAL_KINDS } from './paper.ts';

const NAMED = columns({ pdfKey: present(text) });
const PRINTED = columns({ id: uuid, key: present(text), sha256: present(text) });
const DAMAGED = columns({ reference: text });

/** The printed files of papers. */
export function paperLedger(db: Database): Ledger {
  return {
    makes: /^papers\/.+\.pdf$/,
    named: async (keys) => {
      const named = await NAMED.all(db, sql`select ${NAMED} from paper where pdf_key = any (${keys}::text[])`);
      return new Set(named.map(({ pdfKey }) => pdfKey));
    },
    due: (limit) =>
      PRINTED.all(
        db,
        sql`select id, pdf_key as key, pdf_sha256 as sha256 from paper
        where pdf_key is not null and (checked_at is null or checked_at < now() - interval '12 hours')
        order by checked_at nulls first, id limit ${limit}`,
      ),
    checked: async (id, fault) => {
      await sql`update paper set checked_at = now(), fault = ${fault} where id = ${id}`.execute(db);
    },
  };
}

/** References of the papers whose file the last check found missing or altered; those with health data stay in the log alone. */
export async function listDamagedPapers(db: Database, academy: string): Promise<readonly string[]> {
  const asked = sql`select ${DAMAGED} from paper
    where academy = ${academy} and fault is not null and kind <> all(${CONFIDENTIAL_KINDS}::text[]) order by issued_at desc, id`;
  return (await DAMAGED.all(db, asked)).map(({ reference }) => reference);
}
