import { unitsAreKnown } from '../../../catalogue/index.ts';
import { type Body, defineField, printedLines, type Typed, yesNo, yesNoOptions } from '../../../ui/index.ts';
import type { Qualification } from '../qualification/qualification.ts';
import { type Read, readStep, textIn, valueIn } from '../reading.ts';
import { texts as say } from './inWordsTexts.ts';

/**
 * What a candidate keeps and sits, in words: no open diploma is shut because its units aren't all known. The office completes
 * the file from the transcript.
 */
export type AcquisInWords = { readonly kept: string | null; readonly exempted: string | null };

/** Two of the longest still stand on the second page of the confirmation. */
export const LONGEST = 600;

export const acquisInWordsFields = {
  keeps: defineField({
    name: 'keeps',
    label: say.keeps,
    control: 'radio',
    options: yesNoOptions,
    missing: say.keepsMissing,
    check: yesNo(),
  }),
  kept: defineField({
    name: 'keptInWords',
    label: say.kept,
    hint: say.keptHint,
    control: 'textarea',
    rows: 6,
    missing: say.keptMissing,
    check: printedLines(LONGEST),
  }),
  exempts: defineField({
    name: 'exempts',
    label: say.exempts,
    control: 'radio',
    options: yesNoOptions,
    missing: say.exemptsMissing,
    check: yesNo(),
  }),
  exempted: defineField({
    name: 'exemptedInWords',
    label: say.exempted,
    hint: say.exemptedHint,
    control: 'textarea',
    rows: 4,
    missing: say.exemptedMissing,
    check: printedLines(LONGEST),
  }),
} as const;

/** Asked in words, or answered so before its units were known: what was written then stands. */
export function isInWords({ regulation }: Pick<Qualification, 'regulation'>, source: Body | Typed): boolean {
  return !unitsAreKnown(regulation) || textIn(source, acquisInWordsFields.keeps.name) !== '';
}

/** Step 4, in words. */
export function readAcquisInWords(body: Body): Read<AcquisInWords> {
  const { keeps, kept, exempts, exempted } = acquisInWordsFields;
  const fields = [
    keeps,
    ...(textIn(body, keeps.name) === 'oui' ? [kept] : []),
    exempts,
    ...(textIn(body, exempts.name) === 'oui' ? [exempted] : []),
  ];
  return readStep(fields, body, [], (known) => ({
    kept: valueIn(known, keeps) ? valueIn(known, kept) : null,
    exempted: valueIn(known, exempts) ? valueIn(known, exempted) : null,
  }));
}
