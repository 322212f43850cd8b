import type { Tx } from '../../platform/database/database.ts';
import type { ActDeps } from '../deps.ts';
import type { Enrolment } from '../enrolment.ts';
import { findLiving } from '../store.ts';

/** Has this person another enrolment for the same exam and session that lives? One that ended can't go on beside it. */
export async function goesOnWithAnother(
  { catalogue }: Pick<ActDeps, 'catalogue'>,
  tx: Tx,
  { id, academy, session, candidateId }: Enrolment,
): Promise<boolean> {
  const exam = catalogue().session(session)?.exam ?? '';
  const living = await findLiving(tx, academy, session, exam, candidateId);
  return living !== null && living !== id;
}
