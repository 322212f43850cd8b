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
import { compulsoryLanguages, optionalLanguages } from '../rules/languages.ts';
import { mostOptionalUnits, optionalUnitsOf, type Slot, slotsOf } from '../rules/slots.ts';
import { slotTitle, texts } from '../texts.ts';
import type { Acquis } from './acquis.ts';
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
};

/** What there is to choose, once the acquis are known. */
export function epreuvesFields(dossier: Dossier, qualification: Qualification, acquis: Acquis) {
  const { regulation, form } = qualification;
  const slots = slotsOf(regulation);
  const left = slotsToSit(slots, acquis);
  const asOptions = (some: readonly Slot[]): readonly Option[] =>
    some.map((slot) => ({ value: slot.id, label: slotTitle(slot) }));
  const progressive = form === 'PROGRESSIVE' && left.length > 0;
  const language = left.flatMap((slot) => slot.units).find((unit) => unit.kind === 'LV_COMPULSORY');
  const optional = optionalUnitsOf(regulation);
  const optionalLanguageUnit = optional.find((unit) => unit.kind === 'LV_OPTIONAL');
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
    options: left.filter((slot) => slot.units.length > 1).map((slot) => ({ slot, field: optionField(slot) })),
    language:
      language === undefined
        ? null
        : {
            unit: language,
            slot: left.find((slot) => slot.units.includes(language)),
            field: languageField(dossier, language, progressive),
          },
    optionalLanguage: optionalLanguageUnit === undefined ? null : optionalLanguageField(dossier),
    others: optional
      .filter((unit) => unit.kind === 'OTHER_OPTIONAL')
      .map((unit) => ({ unit, field: otherField(unit) })),
    most: mostOptionalUnits(regulation),
  } as const;
}

const optionFields = createMemory<Field<string, string>>();
const optionField = (slot: Slot): Field<string, string> => optionFields(slot, '', () => makeOptionField(slot));

function makeOptionField(slot: Slot): Field<string, string> {
  const options = slot.units.map((unit) => ({ value: unit.id, label: `${unit.code ?? unit.id}\u00a0: ${unit.title}` }));
  return defineField({
    name: `option-${slot.id}`,
    label: say.option(slot.units[0].test),
    hint: say.optionHint,
    control: 'radio',
    options,
    missing: say.optionMissing(
      listing(
        slot.units.map((unit) => unit.code ?? unit.id),
        'ou',
      ),
    ),
    check: oneOf(options),
  });
}

const languageFields = createMemory<Field<'language', string | null>>();
function languageField(dossier: Dossier, unit: Unit, mayWait: boolean): Field<'language', string | null> {
  return languageFields(unit, `${dossier.academy.code} ${mayWait}`, () => makeLanguageField(dossier, unit, mayWait));
}

/** In the progressive form the language is asked once its unit is presented; until then it may stay open. */
function makeLanguageField(dossier: Dossier, unit: Unit, mayWait: boolean): Field<'language', string | null> {
  const options = compulsoryLanguages(unit, dossier.academy).map(languageOption);
  const common = {
    name: 'language',
    label: say.language,
    hint: say.languageHint(dossier.academy.label),
    control: 'select',
    options,
    check: oneOf(options),
  } as const;
  return mayWait
    ? defineField({ ...common, optional: true })
    : defineField({ ...common, missing: say.languageMissing });
}

const optionalLanguageFields = createMemory<Field<'optionalLanguage', string | null>>();
const optionalLanguageField = (dossier: Dossier): Field<'optionalLanguage', string | null> =>
  optionalLanguageFields(dossier.academy, '', () => makeOptionalLanguageField(dossier));

function makeOptionalLanguageField(dossier: Dossier): Field<'optionalLanguage', string | null> {
  const options = optionalLanguages(dossier.academy, null).map(languageOption);
  return defineField({
    name: 'optionalLanguage',
    label: say.optionalLanguage,
    hint: say.optionalLanguageHint,
    control: 'select',
    options,
    optional: true,
    check: oneOf(options),
  });
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

const languageOption = (language: string): Option => ({
  value: language,
  label: language.charAt(0).toUpperCase() + language.slice(1),
});

type Choices = ReturnType<typeof epreuvesFields>;

export function flatFields(choices: Choices): readonly Field[] {
  return [
    ...(choices.presented === null ? [] : [choices.presented]),
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
    options: new Map(choices.options.map(({ slot, field }) => [slot.id, valueIn(known, field)])),
    compulsoryLanguage: choices.language === null ? null : valueIn(known, choices.language.field),
    optionalLanguage: choices.optionalLanguage === null ? null : valueIn(known, choices.optionalLanguage),
    optionalUnits: choices.others.filter(({ field }) => valueIn(known, field) === true).map(({ unit }) => unit.id),
  }));
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
  if (language !== null && presented !== null) {
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
