import { markInWords, numericDay, type Typed } from '../../../ui/index.ts';
import type { Dossier } from '../../dossier.ts';
import type { HeldAnswer } from '../../rules/heldAnswers.ts';
import type { Informations } from '../informations/informations.ts';
import type { Qualification } from '../qualification/qualification.ts';
import { creditFields, creditRules } from './creditFields.ts';

type Needed = { readonly informations: Informations; readonly qualification: Qualification };

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
