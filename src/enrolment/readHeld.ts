import type { Database } from '../platform/database/database.ts';
import { comparedInWords } from './creditTexts.ts';
import type { Dossier, Person } from './dossier.ts';
import type { RegisteredFile } from './registeredFile.ts';
import type { CompleteReview } from './review.ts';
import { compareHeld, type HeldAnswer, heldAnswers } from './rules/heldAnswers.ts';
import { slotsOf } from './rules/slots.ts';
import { creditRules } from './steps/acquis/creditFields.ts';
import { listHeldMarks } from './store/heldMarks.ts';

/** What the register knows of each unit: its mark, its day, its session and whose results say it. Nothing that is over. */
export async function readHeld(
  db: Database,
  candidateId: string,
  dossier: Dossier,
  { informations, qualification }: Pick<CompleteReview, 'informations' | 'qualification'>,
): Promise<readonly HeldAnswer[]> {
  const { speciality, regulation } = qualification;
  const ledger = await listHeldMarks(db, candidateId, speciality.cfd);
  return ledger.length === 0
    ? []
    : heldAnswers(slotsOf(regulation), speciality.cfd, ledger, creditRules(dossier, informations, qualification));
}

/** Beside each mark that a registered file keeps or carries, what the register holds of it, a sentence each for the office. */
export async function comparedHeld(db: Database, file: RegisteredFile<Person>): Promise<readonly string[]> {
  const { enrolment, dossier, review } = file;
  const held = await readHeld(db, enrolment.candidateId, dossier, review);
  return compareHeld(review.acquis.credits, held).map(comparedInWords);
}
