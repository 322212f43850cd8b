import { createMemory } from '../../../platform/memory.ts';
import {
  type Body,
  defineField,
  type Field,
  frenchDate,
  halfPointMark,
  type Option,
  oneOf,
  type Typed,
} from '../../../ui/index.ts';
import type { Dossier } from '../../dossier.ts';
import { creditRulesOf } from '../../rules/creditRules.ts';
import { type CreditChoice, type CreditRules, type GroundCode, groundsFor, mayCarry } from '../../rules/credits.ts';
import type { Slot } from '../../rules/slots.ts';
import { groundLabel, slotTitle } from '../../texts/units.ts';
import type { Informations } from '../informations/informations.ts';
import type { Qualification } from '../qualification/qualification.ts';
import { checkAbout, textIn } from '../reading.ts';
import { texts as say } from './texts.ts';

/** The rules that a credit is judged by, for this candidate and session. */
export function creditRules(dossier: Dossier, informations: Informations, qualification: Qualification): CreditRules {
  const { form, regulation } = qualification;
  return creditRulesOf(dossier, regulation, { form, handicap: informations.handicap });
}

export type CreditFields = ReturnType<typeof makeCreditFields>;
const memory = createMemory<CreditFields>();

/** The fields of one slot. Those of the mark and of the ground count only for the choices that call for them. */
export function creditFields(slot: Slot, rules: CreditRules): CreditFields {
  const grounds = groundsFor(slot, rules);
  const key = `${mayCarry(rules)} ${rules.keptFrom} ${rules.keptMarkYears} ${grounds.map(({ code }) => code).join(' ')}`;
  return memory(slot, key, () => makeCreditFields(slot, rules, grounds));
}

/** What may be chosen for a slot. */
function choicesFor(slot: Slot, rules: CreditRules): readonly Option<CreditChoice>[] {
  return [
    { value: 'sit', label: say.sit },
    { value: 'keep', label: rules.keptFrom === null ? say.keepAny : say.keep },
    ...(mayCarry(rules) ? [{ value: 'carry', label: say.carry } as const] : []),
    ...(groundsFor(slot, rules).length > 0 ? [{ value: 'exempt', label: say.exempt } as const] : []),
  ];
}

function makeCreditFields(slot: Slot, rules: CreditRules, granted: CreditRules['grounds']) {
  const asOptions = (some: CreditRules['grounds']): readonly Option<GroundCode>[] =>
    some.map((ground) => ({ value: ground.code, label: groundLabel(slot, ground, rules.regulation) }));
  const grounds = asOptions(granted);
  const choices = choicesFor(slot, rules);
  const units: readonly Option[] = slot.units.map((unit) => ({
    value: unit.id,
    label: `${unit.code ?? unit.id}\u00a0: ${unit.title}`,
  }));
  const title = slotTitle(slot);
  return {
    choice: defineField({
      name: `choice-${slot.id}`,
      label: title,
      control: 'radio',
      options: choices,
      missing: say.choiceMissing(title),
      // Chosen before the form of passage was changed: refused below with the reason.
      check: oneOf<CreditChoice>([...choices, { value: 'carry', label: say.carry }]),
    }),
    option: defineField({
      name: `unit-${slot.id}`,
      label: say.option,
      control: 'radio',
      options: units,
      missing: say.optionMissing(title),
      check: checkAbout(title, oneOf(units)),
    }),
    mark: defineField({
      name: `mark-${slot.id}`,
      label: say.mark,
      control: 'number',
      inputMode: 'decimal',
      width: 5,
      missing: say.markMissing(title),
      check: checkAbout(title, halfPointMark()),
    }),
    obtainedOn: defineField({
      name: `date-${slot.id}`,
      label: say.obtainedOn,
      control: 'date',
      inputMode: 'numeric',
      width: 12,
      missing: say.obtainedOnMissing(title),
      check: checkAbout(title, frenchDate()),
    }),
    ground: defineField({
      name: `ground-${slot.id}`,
      label: say.ground,
      control: 'select',
      options: grounds,
      missing: say.groundMissing(title),
      // One that doesn't exempt of this unit is refused below, with the reason.
      check: checkAbout(title, oneOf<GroundCode>(asOptions(rules.grounds))),
    }),
  } as const;
}

/** The fields of a slot that apply to what is chosen for it. */
export function applyingFields(slot: Slot, rules: CreditRules, source: Body | Typed): readonly Field[] {
  const fields = creditFields(slot, rules);
  const choice = textIn(source, fields.choice.name);
  if (choice === 'keep' || choice === 'carry')
    return [fields.choice, ...(slot.units.length > 1 ? [fields.option] : []), fields.mark, fields.obtainedOn];
  return choice === 'exempt' && fields.ground.options?.length ? [fields.choice, fields.ground] : [fields.choice];
}
