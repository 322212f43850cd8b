import { type RawBuilder, sql } from 'kysely';
import type { EnrolmentId } from '../../enrolment/index.ts';
import type { ReceivedFile } from '../../pieces/index.ts';
import type { Verdict } from '../../platform/antivirus.ts';
import { columns, integer, nullable, type RowOf, text, uuid } from '../../platform/database/columns.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import { ledgerOf } from '../../platform/files/filesOf.ts';
import { isUuid, UUID_PATTERN } from '../../platform/uuid.ts';
import type { CaseReader } from '../cases.ts';

/** The scans of letters that requests came by. */
export const letterFolder = (academy: string): string => `requests/${academy}`;

export async function insertLetter(
  tx: Tx,
  at: { readonly caseId: string; readonly academy: string; readonly scans: boolean },
  { fileKey, type, size, sha256 }: ReceivedFile,
): Promise<void> {
  await sql`insert into case_letter (case_id, academy, file_key, type, size, sha256, scan)
    values (${at.caseId}, ${at.academy}, ${fileKey}, ${type}, ${size}, ${sha256}, ${at.scans ? 'waiting' : null})`.execute(
    tx,
  );
}

const LETTER = columns({ fileKey: nullable(text), type: nullable(text), size: nullable(integer) });
export type CaseLetter = RowOf<typeof LETTER>;

/** Whoever asks for it: its candidate, or who reads such requests in an academy, of one enrolment or of all. */
export type LetterReader =
  | { readonly enrolmentId: EnrolmentId }
  | { readonly academy: string; readonly reader: CaseReader; readonly enrolmentId?: EnrolmentId };

/** Null: no such request is theirs; of one without a letter that may be opened, nothing: it waits for the antivirus, is infected or damaged. */
export function findLetter(db: Database, caseId: string | undefined, by: LetterReader): Promise<CaseLetter | null> {
  if (!isUuid(caseId)) return Promise.resolve(null);
  const [academy, confidential] = 'academy' in by ? [by.academy, by.reader === 'health'] : [null, null];
  return LETTER.first(
    db,
    sql`select l.file_key as "fileKey", l.type, l.size from result_case c left join case_letter l on c.id = l.case_id and (l.scan is null or l.scan = 'clean') and l.fault is null
      where c.id = ${caseId}
        and (${by.enrolmentId ?? null}::uuid is null or c.enrolment_id = ${by.enrolmentId ?? null})
        and (${academy}::text is null or c.academy = ${academy} and c.confidential = ${confidential}::bool)`,
  );
}

/** For the nightly checks. */
export const caseLetterLedger = ledgerOf({
  table: sql`case_letter`,
  makes: new RegExp(`^requests/[a-z0-9-]+/${UUID_PATTERN}$`),
  kept: sql`true`,
  id: sql`case_id`,
});

const UNSCANNED = columns({ id: uuid, fileKey: text });
const unscanned = (which: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`select case_id as id, file_key as "fileKey" from case_letter where (scan is null or scan = 'waiting') and ${which}`;

export function findUnscanned(db: Database, caseId: string): Promise<RowOf<typeof UNSCANNED> | null> {
  return UNSCANNED.first(db, unscanned(sql`case_id = ${caseId}`));
}

export function listUnscanned(
  db: Database,
  after: string | null,
  limit: number,
): Promise<readonly RowOf<typeof UNSCANNED>[]> {
  return UNSCANNED.all(
    db,
    unscanned(sql`(${after}::uuid is null or case_id > ${after}::uuid) order by case_id limit ${limit}`),
  );
}

export async function writeLetterVerdict(db: Database, caseId: string, { found }: Verdict): Promise<void> {
  await sql`update case_letter set scan = ${found} where case_id = ${caseId} and (scan is null or scan = 'waiting')`.execute(
    db,
  );
}
