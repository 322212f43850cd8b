import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Enrolment } from '../../enrolment/index.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import { type OnlineSignature, SIGNATURE } from '../signature.ts';

/** Those that the office didn't refuse, of every version, in the order in which they were given. */
export function listSignatures(db: Database, enrolmentId: string): Promise<readonly OnlineSignature[]> {
  return SIGNATURE.all(
    db,
    sql`select ${SIGNATURE} from online_signature where enrolment_id = ${enrolmentId} and ended_at is null order by version, signed_at, signer`,
  );
}

export async function insertSignature(
  tx: Tx,
  { id: enrolmentId, academy, session }: Pick<Enrolment, 'id' | 'academy' | 'session'>,
  given: Omit<OnlineSignature, 'signedAt'> & { readonly paperId: string },
): Promise<void> {
  await sql`insert into online_signature (id, academy, session, enrolment_id, version, signer, name, address, recognised, sentence, paper_id, reference, content_sha256, pdf_sha256)
    values (${randomUUID()}, ${academy}, ${session}, ${enrolmentId}, ${given.version}, ${given.signer}, ${given.name}, ${given.address},
      ${given.recognised}, ${given.sentence}, ${given.paperId}, ${given.reference}, ${given.contentSha256}, ${given.pdfSha256})`.execute(
    tx,
  );
}

/** The office refused the signed confirmation: it is to be signed anew. */
export async function endSignatures(tx: Tx, enrolmentId: string): Promise<void> {
  await sql`update online_signature set ended_at = business_now() where enrolment_id = ${enrolmentId} and ended_at is null`.execute(
    tx,
  );
}

/** That refusal was a slip, taken back at once: those which it ended stand again. */
export async function standAgain(tx: Tx, enrolmentId: string): Promise<void> {
  await sql`update online_signature set ended_at = null where enrolment_id = ${enrolmentId}
    and ended_at = (select max(ended_at) from online_signature where enrolment_id = ${enrolmentId})`.execute(tx);
}
