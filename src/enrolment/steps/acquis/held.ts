import type { Database } from '../../../platform/database/database.ts';
import { markInWords, numericDay, type Typed } from '../../../ui/index.ts';
import { comparedInWords } from '../../creditTexts.ts';
import type { Dossier, Person } from '../../dossier.ts';
import type { RegisteredFile } from '../../registeredFile.ts';
import { compareHeld, type HeldAnswer, heldAnswers } from '../../rules/heldAnswers.ts';
import { slotsOf } from '../../rules/slots.ts';
import { listHeldMarks } from '../../store/heldMarks.ts';
import type { Informations } from '../informations/informations.ts';
import type { Qualification } from '../qualification/qualification.ts';
import { creditFields, creditRules } from './creditFields.ts';

type Needed = { readonly informations: Informations; readonly qualification: Qualification };

/** What the register knows of each unit: its mark, its day, its session and whose results say it. Nothing that is over. */
export async function readHeld(
  db: Database,
  candidateId: string,
  dossier: Dossier,
  { informations, qualification }: Needed,
): Promise<readonly HeldAnswer[]> {
  const { speciality, regulation } = qualification;
  const ledger = await listHeldMarks(db, candidateId, speciality.cfd);
  return ledger.length === 0
    ? []
    : heldAnswers(slotsOf(regulation), speciality.cfd, ledger, creditRules(dossier, informations, qualification));
}

/** The step as it is filled with them: marks and days. What becomes of each stays the candidate's choice. */
export function heldTyped(held: readonly HeldAnswer[], dossier: Dossier, needed: Needed): Typed {
  const rules = creditRules(dossier, needed.informations, needed.qualification);
  return Object.fromEntries(
    held.flatMap(({ slot, unit, line }) => {
      const { mark, obtainedOn, option } = creditFields(slot, rules);
      return [
        [mark.name, markInWords(line.halfPoints)],
        [obtainedOn.name, numericDay(line.obtainedOn)],
        ...(slot.units.length > 1 ? [[option.name, unit]] : []),
      ];
    }),
  );
}

/** Beside each mark that a registered file keeps or carries, what the register holds of it, a sentence each for the office. */
export async function comparedHeld(db: Database, file: RegisteredFile<Person>): Promise<readonly string[]> {
  const { enrolment, dossier, review } = file;
  const held = await readHeld(db, enrolment.candidateId, dossier, review);
  return compareHeld(review.acquis.credits, held).map(comparedInWords);
}
