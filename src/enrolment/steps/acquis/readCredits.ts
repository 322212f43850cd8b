import type { Body, Field, Rule, Typed } from '../../../ui/index.ts';
import {
  type Credit,
  type CreditRules,
  type GroundRefusal,
  judgeCredit,
  lastDayOf,
  mayCarry,
  refuseGround,
} from '../../rules/credits.ts';
import type { LedgerLine } from '../../rules/ledger.ts';
import { type Slot, slotsOf } from '../../rules/slots.ts';
import { slotTitle } from '../../texts/units.ts';
import type { Qualification } from '../qualification/qualification.ts';
import { type KnownAnswers, readStep, textIn, valueIn } from '../reading.ts';
import { applyingFields, creditFields } from './creditFields.ts';
import { texts as say } from './texts.ts';

/** Refuses what can't be granted, at the field that is to be changed. */
export function creditCheck(slot: Slot, rules: CreditRules, fields: readonly Field[]): Rule<KnownAnswers> {
  const named = creditFields(slot, rules);
  return {
    needs: fields.map((field) => field.name),
    look: (known) => {
      const credit = creditIn(known, slot, rules);
      const fault = judgeCredit(slot, credit, rules);
      if (fault === null) return null;
      const expired =
        credit.choice === 'keep' || credit.choice === 'carry'
          ? lastDayOf(credit.obtainedOn, rules.keptMarkYears)
          : rules.today;
      const field = {
        'ground-not-for-this-unit': named.ground,
        'option-missing': named.option,
        'mark-too-old': named.obtainedOn,
        'mark-in-the-future': named.obtainedOn,
        'mark-below-ten': named.mark,
        'mark-of-ten-or-more': named.mark,
        'carry-needs-progressive': named.choice,
      }[fault];
      const title = slotTitle(slot);
      const message =
        fault === 'ground-not-for-this-unit'
          ? say.groundRefused(title, groundRefusal(slot, credit, rules), rules.regulation)
          : say.faults[fault](title, expired, mayCarry(rules), credit.choice === 'keep');
      return { field: field.name, message };
    },
  };
}

function groundRefusal(slot: Slot, credit: Credit, rules: CreditRules): GroundRefusal | null {
  return credit.choice === 'exempt' ? refuseGround(slot, credit.ground, rules) : null;
}

export function creditIn(known: KnownAnswers, slot: Slot, rules: CreditRules): Credit {
  const fields = creditFields(slot, rules);
  const choice = valueIn(known, fields.choice);
  if (choice === 'sit') return { choice };
  if (choice === 'exempt') return { choice, ground: valueIn(known, fields.ground) };
  const option = slot.units.length > 1 ? valueIn(known, fields.option) : null;
  return { choice, halfPoints: valueIn(known, fields.mark), obtainedOn: valueIn(known, fields.obtainedOn), option };
}

/** The credit of one slot by itself, or null while it isn't whole. */
export function readCredit(slot: Slot, rules: CreditRules, source: Body | Typed): Credit | null {
  const read = readStep(applyingFields(slot, rules, source), source, [], (known) => creditIn(known, slot, rules));
  return read.ok ? read.value.value : null;
}

/** What the candidate declares, as lines of the ledger: whichever choice is ticked, a mark that was typed is a mark held. */
export function declaredMarks(
  qualification: Qualification,
  rules: CreditRules,
  source: Body | Typed,
): readonly LedgerLine[] {
  const { speciality, regulation } = qualification;
  return slotsOf(regulation).flatMap((slot): readonly LedgerLine[] => {
    const { mark, obtainedOn, option } = creditFields(slot, rules);
    const read = readStep([mark, obtainedOn], source, [], (known) => ({
      halfPoints: valueIn(known, mark),
      obtainedOn: valueIn(known, obtainedOn),
    }));
    if (!read.ok) return [];
    const { value } = read.value;
    const chosen = slot.units.find(({ id }) => id === textIn(source, option.name));
    return [
      {
        ...value,
        unit: chosen?.id ?? slot.id,
        cfd: speciality.cfd,
        session: value.obtainedOn.year,
        source: 'declared',
      },
    ];
  });
}
