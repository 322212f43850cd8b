import type { Unit } from '../../catalogue/index.ts';
import { createMemory } from '../../platform/memory.ts';
import {
  type Body,
  defineField,
  type Field,
  listing,
  type Option,
  oneOf,
  type Rule,
  someOf,
  type Typed,
  tickedOrNot,
} from '../../ui/index.ts';
import type { Dossier } from '../dossier.ts';
import { slotsToSit } from '../rules/credits.ts';
import { mostOptionalUnits, optionalUnitsOf, type Slot, slotsOf } from '../rules/slots.ts';
import { slotTitle, texts } from '../texts.ts';
import type { Acquis } from './acquis.ts';
import { presentedInWordsField } from './inWords.ts';
import { languageField, optionalLanguageField, unknownLanguageField } from './languageFields.ts';
import type { Qualification } from './qualification.ts';
import { type Known, type Read, readStep, valueIn } from './step.ts';

const say = texts.epreuves;

export type Epreuves = {
  /** The slots presented at this session; in the globale form, all that are left to sit. */
  readonly presented: readonly string[];
  /** For a choice of units that is left to sit, the unit chosen. */
  readonly options: ReadonlyMap<string, string>;
  readonly compulsoryLanguage: string | null;
  readonly optionalLanguage: string | null;
  /** Other optional units (mobility…), by id. */
  readonly optionalUnits: readonly string[];
  /** Where the acquis are in words, in the progressive form: what is presented, in words too. */
  readonly presentedInWords: string | null;
};

/** What there is to choose, once the acquis are known. Where these are in words, no unit is: what is presented is told in words. */
export function epreuvesFields(dossier: Dossier, qualification: Qualification, acquis: Acquis) {
  const { regulation, form } = qualification;
  const { academy } = dossier;
  const inWords = acquis.inWords !== null;
  const slots = inWords ? [] : slotsOf(regulation);
  const left = slotsToSit(slots, acquis.credits);
  const asOptions = (some: readonly Slot[]): readonly Option[] =>
    some.map((slot) => ({ value: slot.id, label: slotTitle(slot) }));
  const progressive = form === 'PROGRESSIVE' && left.length > 0;
  const language = left.flatMap((slot) => slot.units).find((unit) => unit.kind === 'LV_COMPULSORY');
  const mayHaveLanguage = regulation.compulsoryLanguage === null || (inWords && regulation.compulsoryLanguage);
  const optional = inWords ? [] : optionalUnitsOf(regulation);
  const hasOptionalLanguage = inWords
    ? regulation.optionalLanguage !== false
    : optional.some((unit) => unit.kind === 'LV_OPTIONAL');
  return {
    left,
    presented: progressive
      ? defineField({
          name: 'presented',
          label: say.presented,
          hint: say.presentedHint,
          control: 'checkboxes',
          options: asOptions(left),
          missing: say.presentedMissing,
          // A unit that was ticked and is kept since is simply no longer presented.
          check: someOf(asOptions(slots)),
        })
      : null,
    presentedInWords: inWords && form === 'PROGRESSIVE' ? presentedInWordsField : null,
    options: left
      .filter((slot) => slot.units.length > 1)
      .map((slot) => ({ slot, field: optionField(slot, progressive) })),
    language:
      language !== undefined
        ? {
            slot: left.find((slot) => slot.units.includes(language)),
            field: languageField(academy, language, progressive),
          }
        : mayHaveLanguage
          ? { slot: undefined, field: unknownLanguageField(academy) }
          : null,
    optionalLanguage: hasOptionalLanguage
      ? optionalLanguageField(academy, regulation.compulsoryLanguage !== false)
      : null,
    others: optional
      .filter((unit) => unit.kind === 'OTHER_OPTIONAL')
      .map((unit) => ({ unit, field: otherField(unit) })),
    most: mostOptionalUnits(regulation),
  } as const;
}

const optionFields = createMemory<Field<string, string | null>>();

/** In the progressive form asked only of who presents it at this session (`mayWait`). */
function optionField(slot: Slot, mayWait: boolean): Field<string, string | null> {
  return optionFields(slot, String(mayWait), () => {
    const options = slot.units.map((unit) => ({
      value: unit.id,
      label: `${unit.code ?? unit.id}\u00a0: ${unit.title}`,
    }));
    const common = {
      name: `option-${slot.id}`,
      label: say.option(slot.units[0].test),
      control: 'radio',
      options,
      check: oneOf(options),
    } as const;
    return mayWait
      ? defineField({ ...common, hint: say.optionHintIfPresented, optional: true })
      : defineField({ ...common, hint: say.optionHint, missing: optionMissing(slot) });
  });
}

function optionMissing(slot: Slot): string {
  return say.optionMissing(
    listing(
      slot.units.map((unit) => unit.code ?? unit.id),
      'ou',
    ),
  );
}

const otherFields = createMemory<Field<string, boolean>>();
const otherField = (unit: Unit): Field<string, boolean> => otherFields(unit, '', () => makeOtherField(unit));

function makeOtherField(unit: Unit): Field<string, boolean> {
  return defineField({
    name: `optional-${unit.id}`,
    label: unit.title,
    control: 'checkbox',
    optional: true,
    check: tickedOrNot(),
  });
}

type Choices = ReturnType<typeof epreuvesFields>;

export function flatFields(choices: Choices): readonly Field[] {
  return [
    ...(choices.presented === null ? [] : [choices.presented]),
    ...(choices.presentedInWords === null ? [] : [choices.presentedInWords]),
    ...choices.options.map(({ field }) => field),
    ...(choices.language === null ? [] : [choices.language.field]),
    ...(choices.optionalLanguage === null ? [] : [choices.optionalLanguage]),
    ...choices.others.map(({ field }) => field),
  ];
}

/** Step 5. No impossible combination passes. */
export function readEpreuves(
  dossier: Dossier,
  qualification: Qualification,
  acquis: Acquis,
  body: Body | Typed,
): Read<Epreuves> {
  const choices = epreuvesFields(dossier, qualification, acquis);
  return readStep(flatFields(choices), body, rulesOf(choices), (known) => ({
    presented: presentedOf(choices, known),
    options: optionsOf(choices, known),
    compulsoryLanguage: choices.language === null ? null : valueIn(known, choices.language.field),
    optionalLanguage: choices.optionalLanguage === null ? null : valueIn(known, choices.optionalLanguage),
    optionalUnits: choices.others.filter(({ field }) => valueIn(known, field) === true).map(({ unit }) => unit.id),
    presentedInWords: choices.presentedInWords === null ? null : valueIn(known, choices.presentedInWords),
  }));
}

/** One ticked for a unit that isn't presented at this session says nothing yet. */
function optionsOf(choices: Choices, known: Known): Epreuves['options'] {
  const presented = presentedOf(choices, known);
  return new Map(
    choices.options.flatMap(({ slot, field }) => {
      const option = valueIn(known, field);
      return option === null || !presented.includes(slot.id) ? [] : [[slot.id, option] as const];
    }),
  );
}

/** In the globale form, all that are left. */
function presentedOf({ left, presented }: Choices, known: Known): readonly string[] {
  const ids = left.map((slot) => slot.id);
  return presented === null ? ids : ids.filter((id) => valueIn(known, presented).includes(id));
}

function rulesOf(choices: Choices): readonly Rule<Known>[] {
  const { language, optionalLanguage, presented, others, most } = choices;
  const rules: Rule<Known>[] = [];
  if (presented !== null) {
    rules.push({
      needs: [presented.name],
      look: (known) =>
        presentedOf(choices, known).length === 0 ? { field: presented.name, message: say.presentedMissing } : null,
    });
  }
  if (presented !== null) {
    for (const { slot, field } of choices.options)
      rules.push({
        needs: [presented.name, field.name],
        look: (known) =>
          valueIn(known, presented).includes(slot.id) && valueIn(known, field) === null
            ? { field: field.name, message: optionMissing(slot) }
            : null,
      });
  }
  if (language?.slot !== undefined && presented !== null) {
    rules.push({
      needs: [presented.name, language.field.name],
      look: (known) =>
        valueIn(known, presented).includes(language.slot?.id ?? '') && valueIn(known, language.field) === null
          ? { field: language.field.name, message: say.languageMissing }
          : null,
    });
  }
  if (language !== null && optionalLanguage !== null) {
    rules.push({
      needs: [language.field.name, optionalLanguage.name],
      look: (known) => {
        const chosen = valueIn(known, language.field);
        return chosen !== null && chosen === valueIn(known, optionalLanguage)
          ? { field: optionalLanguage.name, message: say.sameLanguage }
          : null;
      },
    });
  }
  rules.push({
    needs: [...(optionalLanguage === null ? [] : [optionalLanguage.name]), ...others.map(({ field }) => field.name)],
    look: (known) => {
      const taken =
        others.filter(({ field }) => valueIn(known, field) === true).length +
        (optionalLanguage !== null && valueIn(known, optionalLanguage) !== null ? 1 : 0);
      return taken > most
        ? { field: optionalLanguage?.name ?? others[0]?.field.name ?? null, message: say.tooManyOptional(most) }
        : null;
    },
  });
  return rules;
}
