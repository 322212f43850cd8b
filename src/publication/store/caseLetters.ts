import { sql } from 'kysely';
import type { EnrolmentId } from '../../enrolment/index.ts';
import { type FilesOf, ledgerOf, type ReceivedFile, scansOf, UNSCANNED } from '../../keptFiles/index.ts';
import { columns, integer, nullable, type RowOf, text } from '../../platform/database/columns.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
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

/** Whoever asks for it: its candidate, or who reads such requests in an academy, of one enrolment or of all. */
export type LetterReader =
  | { readonly enrolmentId: EnrolmentId }
  | { readonly academy: string; readonly reader: CaseReader; readonly enrolmentId?: EnrolmentId };

/** Null: no such request is theirs; of one without a letter that may be opened, nothing: it waits for the antivirus, is infected or damaged. */
export function findLetter(
  db: Database,
  caseId: string | undefined,
  by: LetterReader,
): Promise<RowOf<typeof LETTER> | null> {
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

const FILES: FilesOf = {
  table: sql`case_letter`,
  makes: new RegExp(`^requests/[a-z0-9-]+/${UUID_PATTERN}$`),
  kept: sql`true`,
  id: sql`case_id`,
  cameAt: sql`kept_at`,
  names: false,
};

/** For the nightly checks. */
export const caseLetterLedger = ledgerOf(FILES);
export const letterScans = scansOf(FILES, UNSCANNED);
