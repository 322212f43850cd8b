import { createMemory } from '../../platform/memory.ts';
import { ok } from '../../platform/result.ts';
import {
  type Body,
  defineField,
  type Field,
  frenchDate,
  halfPointMark,
  type Option,
  oneOf,
  type Rule,
  type Typed,
} from '../../ui/index.ts';
import type { Dossier } from '../dossier.ts';
import { creditRulesOf } from '../rules/creditRules.ts';
import {
  type Credit,
  type CreditChoice,
  type CreditRules,
  type GroundCode,
  type GroundRefusal,
  groundsFor,
  judgeCredit,
  lastDayOf,
  mayCarry,
  refuseGround,
} from '../rules/credits.ts';
import type { LedgerLine } from '../rules/ledger.ts';
import { type Slot, slotsOf } from '../rules/slots.ts';
import { groundLabel, slotTitle, texts } from '../texts.ts';
import type { Informations } from './informations.ts';
import { type AcquisInWords, isInWords, readAcquisInWords } from './inWords.ts';
import type { Qualification } from './qualification.ts';
import { about, type Known, type Read, readStep, textIn, valueIn } from './step.ts';

const say = texts.acquis;

export type Acquis = {
  /** What is chosen for each slot; nothing where it is in words. */
  readonly credits: ReadonlyMap<string, Credit>;
  /** null where the units are known. */
  readonly inWords: AcquisInWords | null;
};

/** The rules that a credit is judged by, for this candidate and session. */
export function creditRules(dossier: Dossier, informations: Informations, qualification: Qualification): CreditRules {
  const { form, regulation } = qualification;
  return creditRulesOf(dossier, regulation, { form, handicap: informations.handicap });
}

type CreditFields = ReturnType<typeof makeCreditFields>;
const memory = createMemory<CreditFields>();

/** The fields of one slot. Those of the mark and of the ground count only for the choices that call for them. */
export function creditFields(slot: Slot, rules: CreditRules): CreditFields {
  const grounds = groundsFor(slot, rules);
  const key = `${mayCarry(rules)} ${grounds.map(({ code }) => code).join(' ')}`;
  return memory(slot, key, () => makeCreditFields(slot, rules, grounds));
}

/** What may be chosen for a slot. */
export function choicesFor(slot: Slot, rules: CreditRules): readonly Option<CreditChoice>[] {
  return [
    { value: 'sit', label: say.sit },
    { value: 'keep', label: say.keep },
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
      check: about(title, oneOf(units)),
    }),
    mark: defineField({
      name: `mark-${slot.id}`,
      label: say.mark,
      hint: say.markHint,
      example: '12,5',
      control: 'number',
      inputMode: 'decimal',
      width: 5,
      missing: say.markMissing(title),
      check: about(title, halfPointMark()),
    }),
    obtainedOn: defineField({
      name: `date-${slot.id}`,
      label: say.obtainedOn,
      hint: say.obtainedOnHint,
      example: '05/07/2022',
      control: 'date',
      inputMode: 'numeric',
      width: 12,
      missing: say.obtainedOnMissing(title),
      check: about(title, frenchDate()),
    }),
    ground: defineField({
      name: `ground-${slot.id}`,
      label: say.ground,
      control: 'select',
      options: grounds,
      missing: say.groundMissing(title),
      // One that doesn't exempt of this unit is refused below, with the reason.
      check: about(title, oneOf<GroundCode>(asOptions(rules.grounds))),
    }),
  } as const;
}

/** The fields of a slot that apply to what is chosen for it. */
function applying(slot: Slot, rules: CreditRules, source: Body | Typed): readonly Field[] {
  const fields = creditFields(slot, rules);
  const choice = textIn(source, fields.choice.name);
  if (choice === 'keep' || choice === 'carry')
    return [fields.choice, ...(slot.units.length > 1 ? [fields.option] : []), fields.mark, fields.obtainedOn];
  return choice === 'exempt' && fields.ground.options?.length ? [fields.choice, fields.ground] : [fields.choice];
}

/** Step 4: one choice per compulsory unit, or in words; the impossible is refused with its reason. */
export function readAcquis(
  dossier: Dossier,
  informations: Informations,
  qualification: Qualification,
  body: Body,
): Read<Acquis> {
  if (isInWords(qualification, body)) {
    const read = readAcquisInWords(body);
    return read.ok ? ok({ ...read.value, value: { credits: new Map(), inWords: read.value.value } }) : read;
  }
  const rules = creditRules(dossier, informations, qualification);
  const slots = slotsOf(qualification.regulation);
  const fields = slots.flatMap((slot) => applying(slot, rules, body));
  const checks = slots.map((slot) => creditCheck(slot, rules, applying(slot, rules, body)));
  return readStep(fields, body, checks, (known) => ({
    credits: new Map(slots.map((slot) => [slot.id, creditIn(known, slot, rules)])),
    inWords: null,
  }));
}

function creditCheck(slot: Slot, rules: CreditRules, fields: readonly Field[]): Rule<Known> {
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

function creditIn(known: Known, slot: Slot, rules: CreditRules): Credit {
  const fields = creditFields(slot, rules);
  const choice = valueIn(known, fields.choice);
  if (choice === 'sit') return { choice };
  if (choice === 'exempt') return { choice, ground: valueIn(known, fields.ground) };
  const option = slot.units.length > 1 ? valueIn(known, fields.option) : null;
  return { choice, halfPoints: valueIn(known, fields.mark), obtainedOn: valueIn(known, fields.obtainedOn), option };
}

/** The credit of one slot by itself, or null while it isn't whole. */
export function readCredit(slot: Slot, rules: CreditRules, source: Body | Typed): Credit | null {
  const read = readStep(applying(slot, rules, source), source, [], (known) => creditIn(known, slot, rules));
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
