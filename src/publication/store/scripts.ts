import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { EnrolmentId } from '../../enrolment/index.ts';
import { type FilesOf, ledgerOf, markErased, type ReceivedFile, scansOf, UNSCANNED } from '../../keptFiles/index.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import { isUuid, UUID_PATTERN } from '../../platform/uuid.ts';
import type { Case } from '../cases.ts';
import { SCRIPT, type ScriptScan } from '../scripts.ts';

export const scriptFolder = (academy: string): string => `scripts/${academy}`;

const FILES: FilesOf = {
  table: sql`script_scan`,
  makes: new RegExp(`^scripts/[a-z0-9-]+/${UUID_PATTERN}$`),
  kept: sql`erased_at is null`,
  cameAt: sql`kept_at`,
  names: false,
};
/** For the nightly checks. */
export const scriptLedger = ledgerOf(FILES);
export const scriptScans = scansOf(FILES, UNSCANNED);

/** Those of an enrolment, by unit; the erased ones too: their time is over. */
export function listScripts(db: Database, enrolmentId: EnrolmentId): Promise<readonly ScriptScan[]> {
  return SCRIPT.all(
    db,
    sql`select ${SCRIPT} from script_scan where enrolment_id = ${enrolmentId} and withdrawn_at is null order by unit, kept_at, id`,
  );
}

export async function findScript(
  db: Database,
  enrolmentId: EnrolmentId,
  asked: string | undefined,
): Promise<ScriptScan | null> {
  if (!isUuid(asked)) return null;
  return (await listScripts(db, enrolmentId)).find(({ id }) => id === asked) ?? null;
}

export async function insertScript(
  tx: Tx,
  { id: caseId, academy, session, enrolmentId }: Pick<Case, 'id' | 'academy' | 'session' | 'enrolmentId'>,
  { fileKey, size, sha256, pages }: ReceivedFile,
  given: Pick<ScriptScan, 'unit' | 'until' | 'scan'> & { readonly by: string },
): Promise<string> {
  const scriptId = randomUUID();
  await sql`insert into script_scan (id, case_id, academy, session, enrolment_id, unit, file_key, size, sha256, pages, scan, until, sent_by)
    values (${scriptId}, ${caseId}, ${academy}, ${session}, ${enrolmentId}, ${given.unit}, ${fileKey}, ${size}, ${sha256}, ${pages ?? 0},
      ${given.scan}, ${given.until}, ${given.by})`.execute(tx);
  return scriptId;
}

/** Its bytes go after this. `withdrawn`: it was sent by mistake, and is told to nobody any more. */
export async function markScriptErased(tx: Tx, scriptId: string, withdrawn: boolean): Promise<boolean> {
  if (withdrawn) await sql`update script_scan set withdrawn_at = business_now() where id = ${scriptId}`.execute(tx);
  return markErased(FILES, tx, scriptId);
}

/** Those whose time is over and whose bytes are still there, after the one with this id. */
export function listScriptsOver(db: Database, after: string | null, limit: number): Promise<readonly ScriptScan[]> {
  return SCRIPT.all(
    db,
    sql`select ${SCRIPT} from script_scan where ${FILES.kept} and until < (business_now() at time zone 'Europe/Paris')::date
      and (${after}::uuid is null or id > ${after}::uuid) order by id limit ${limit}`,
  );
}
