import type { Database } from '../../../platform/database/database.ts';
import { markInWords, numericDay, type Typed } from '../../../ui/index.ts';
import type { Dossier } from '../../dossier.ts';
import type { CreditRules } from '../../rules/credits.ts';
import { type HeldAnswer, heldAnswers } from '../../rules/heldAnswers.ts';
import { mayStand } from '../../rules/loss.ts';
import { slotsOf } from '../../rules/slots.ts';
import { listHeldMarks } from '../../store/heldMarks.ts';
import type { Qualification } from '../qualification/qualification.ts';
import { creditFields } from './creditFields.ts';

/** What the register knows of somebody's marks in this speciality: of each slot the last, while its years aren't over. */
export async function heldMarksOf(
  db: Database,
  candidateId: string,
  { session, exam }: Pick<Dossier, 'session' | 'exam'>,
  { speciality, regulation }: Pick<Qualification, 'speciality' | 'regulation'>,
): Promise<readonly HeldAnswer[]> {
  const ledger = await listHeldMarks(db, candidateId, speciality.cfd);
  if (ledger.length === 0) return [];
  const days = { examOn: session.examStartsOn.on, keptYears: exam.credits.keptYears };
  return heldAnswers(slotsOf(regulation), speciality.cfd, ledger, days);
}

/** The rows as they are filled with it, where the mark may stand. To sit again, the candidate erases it. */
export function heldTyped(held: readonly HeldAnswer[], rules: CreditRules): Typed {
  return Object.fromEntries(
    held
      .filter((one) => isOffered(one, rules))
      .flatMap(({ slot, unit, line }) => {
        const { mark, obtainedOn, option } = creditFields(slot, rules);
        return [
          [mark.name, markInWords(line.halfPoints)],
          [obtainedOn.name, numericDay(line.obtainedOn)],
          ...(slot.units.length > 1 ? [[option.name, unit]] : []),
        ];
      }),
  );
}

export function isOffered({ slot, line }: HeldAnswer, rules: CreditRules): boolean {
  return mayStand(slot, 'keep', line, rules) || mayStand(slot, 'carry', line, rules);
}
