import { sql } from 'kysely';
import { PERSON_NAMES, withName } from '../../accounts/index.ts';
import { columns, flag, instant, nullable, texts } from '../../platform/database/columns.ts';
import type { Database } from '../../platform/database/database.ts';
import {
  count,
  inFiles,
  LISTED,
  type ListedFile,
  listFiles,
  PAGE_SIZE,
  type PageOfFiles,
  type Scope,
} from '../../scope/index.ts';
import { BROUGHT_ABOUT } from '../store.ts';

/** One page of the files of a scope that may still be reminded, in the order of names. */
export function listReminded(db: Database, scope: Scope, page: number): Promise<PageOfFiles> {
  const waits = sql`(exists (select from piece_deadline d where d.enrolment_id = f.enrolment_id and d.until > business_now())
    or exists (select from sheet_doubt d where d.enrolment_id = f.enrolment_id and d.until > business_now()))`;
  return listFiles(db, scope, waits, page);
}

/** A step of one deadline of a session; `brought`: of those to whom it was sent, only whom it brought this. */
export type SentStep = {
  readonly session: string;
  readonly until: Temporal.Instant;
  readonly step: string;
  readonly brought?: keyof typeof BROUGHT_ABOUT;
};

const SENT = columns({ ...LISTED.shape, openedAt: nullable(instant), missing: texts, unsigned: flag });
/** `missing`: the codes of what is still to be given; `unsigned`: the signature is. */
export type SentFile = ListedFile & {
  readonly openedAt: Temporal.Instant | null;
  readonly missing: readonly string[];
  readonly unsigned: boolean;
};

/** One page of those of a scope to whom it was sent, whatever became of their enrolment, in the order of names. */
export async function listSent(
  db: Database,
  scope: Scope,
  { until, step, brought }: Omit<SentStep, 'session'>,
  page: number,
): Promise<{ readonly total: number; readonly files: readonly SentFile[] }> {
  const sent = sql`reminder r join listed_file f on f.enrolment_id = r.enrolment_id left join paper_outcome p on p.id = r.paper_id
    where ${inFiles(scope)} and r.until = ${until} and r.step = ${step} and r.state = 'sent' and ${brought === undefined ? sql`true` : BROUGHT_ABOUT[brought]}`;
  const [rows, total] = await Promise.all([
    SENT.all(
      db,
      sql`select f.enrolment_id as id, f.number, ${PERSON_NAMES.of('f')}, p.opened_at as "openedAt", f.missing, f.state = 'to-sign' as unsigned
        from ${sent} order by f.sort_name, f.first_names, f.number limit ${PAGE_SIZE}::int offset ${(page - 1) * PAGE_SIZE}::int`,
    ),
    count(db, sent),
  ]);
  return {
    total,
    files: rows.map(({ openedAt, missing, unsigned, ...file }) => ({ ...withName(file), openedAt, missing, unsigned })),
  };
}
