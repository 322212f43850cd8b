import { defineField, freeText, type Option, oneOf, someOf } from '../../../ui/index.ts';
import { CONCLUSIONS, type Conclusion, MOST_OF_EXCUSES as MOST } from '../excuse.ts';
import { excuseTexts, readingTexts } from '../texts.ts';

/** `units`: those that have begun. */
export function excuseFields(units: readonly Option[]) {
  return [
    defineField({
      name: 'epreuves',
      label: excuseTexts.units,
      control: 'checkboxes',
      options: units,
      missing: excuseTexts.unitsMissing,
      check: someOf(units),
    }),
    defineField({
      name: 'mots',
      label: excuseTexts.words,
      hint: excuseTexts.wordsHint,
      control: 'textarea',
      rows: 5,
      missing: excuseTexts.wordsMissing,
      check: freeText(MOST.words),
    }),
  ] as const;
}

const conclusions: readonly Option<Conclusion>[] = CONCLUSIONS.map((value) => ({
  value,
  label: readingTexts.conclusions[value],
}));

export const conclusionFields = [
  defineField({
    name: 'conclusion',
    label: readingTexts.conclusion,
    control: 'radio',
    options: conclusions,
    missing: readingTexts.conclusionMissing,
    check: oneOf(conclusions),
  }),
  defineField({
    name: 'mots',
    label: readingTexts.said,
    hint: readingTexts.saidHint,
    control: 'textarea',
    rows: 2,
    optional: true,
    check: freeText(MOST.said),
  }),
] as const;
