import type { Database } from '../../../platform/database/database.ts';
import { markInWords, numericDay, type Typed } from '../../../ui/index.ts';
import type { Dossier } from '../../dossier.ts';
import { heldAnswers } from '../../rules/heldAnswers.ts';
import { slotsOf } from '../../rules/slots.ts';
import { listHeldMarks } from '../../store/heldMarks.ts';
import type { Informations } from '../informations/informations.ts';
import type { Qualification } from '../qualification/qualification.ts';
import { creditFields, creditRules } from './creditFields.ts';

/** What the register knows, as the step is filled with it: marks and days. What becomes of each stays the candidate's choice. */
export async function heldTyped(
  db: Database,
  candidateId: string,
  dossier: Dossier,
  { informations, qualification }: { readonly informations: Informations; readonly qualification: Qualification },
): Promise<Typed> {
  const { speciality, regulation } = qualification;
  const ledger = await listHeldMarks(db, candidateId, speciality.cfd);
  if (ledger.length === 0) return {};
  const rules = creditRules(dossier, informations, qualification);
  const days = { examOn: dossier.session.examStartsOn.on, keptYears: dossier.exam.credits.keptYears };
  return Object.fromEntries(
    heldAnswers(slotsOf(regulation), speciality.cfd, ledger, days).flatMap(({ slot, unit, line }) => {
      const { mark, obtainedOn, option } = creditFields(slot, rules);
      return [
        [mark.name, markInWords(line.halfPoints)],
        [obtainedOn.name, numericDay(line.obtainedOn)],
        ...(slot.units.length > 1 ? [[option.name, unit]] : []),
      ];
    }),
  );
}
