import type { Unit } from '../../../catalogue/index.ts';
import { createMemory } from '../../../platform/memory.ts';
import {
  defineField,
  type Field,
  listing,
  type Option,
  oneOf,
  printedLines,
  someOf,
  tickedOrNot,
} from '../../../ui/index.ts';
import type { Dossier } from '../../dossier.ts';
import { slotsToSit } from '../../rules/credits.ts';
import { mostOptionalUnits, optionalUnitsOf, type Slot, slotsOf } from '../../rules/slots.ts';
import { slotTitle } from '../../texts/units.ts';
import type { Acquis } from '../acquis/acquis.ts';
import { LONGEST } from '../acquis/inWords.ts';
import { texts as told } from '../acquis/inWordsTexts.ts';
import type { Qualification } from '../qualification/qualification.ts';
import { languageField, optionalLanguageField, unknownLanguageField } from './languageFields.ts';
import { texts as say } from './texts.ts';

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

/** In the progressive form, where the units aren't all known. */
const presentedInWordsField = defineField({
  name: 'presentedInWords',
  label: say.presented,
  hint: told.presentedHint,
  control: 'textarea',
  rows: 4,
  missing: told.presentedMissing,
  check: printedLines(LONGEST),
});

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

export function optionMissing(slot: Slot): string {
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

export type Choices = ReturnType<typeof epreuvesFields>;

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
