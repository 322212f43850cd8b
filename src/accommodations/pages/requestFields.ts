import type { Accommodations } from '../../catalogue/index.ts';
import { defineField, type Field, freeText, frenchDate, oneOf, someOf, yesNo, yesNoOptions } from '../../ui/index.ts';
import { MOST, SAID } from '../request.ts';
import { texts } from '../texts.ts';

const say = texts.form;

type Checklist = Accommodations['documents'];

export function measuresField(
  measures: Accommodations['measures'],
  sent: boolean,
): Field<'measures', readonly string[]> {
  const options = measures.map(({ code, label, hint }) => ({
    value: code,
    label,
    ...(hint === undefined ? {} : { hint }),
  }));
  return defineField({
    name: 'measures',
    label: say.measures,
    hint: say.measuresHint,
    control: 'checkboxes',
    options,
    // Without a list, the words say what is asked.
    ...(sent && options.length > 0 ? { missing: say.measuresMissing } : { optional: true }),
    check: someOf(options),
  });
}

export function wordsField(obligatory: boolean): Field<'words', string | null> {
  const looks = {
    name: 'words',
    label: say.words,
    hint: say.wordsHint,
    control: 'textarea',
    rows: 6,
    check: freeText(MOST.words),
  } as const;
  return obligatory ? defineField({ ...looks, missing: say.wordsMissing }) : defineField({ ...looks, optional: true });
}

/** Only after the last day. */
export function lateFields(sent: boolean, today: Temporal.PlainDate) {
  const revealed = {
    name: 'revealed',
    label: say.revealed,
    control: 'radio',
    options: yesNoOptions,
    check: yesNo(),
  } as const;
  const lateWords = {
    name: 'lateWords',
    label: say.lateWords,
    control: 'textarea',
    rows: 3,
    check: freeText(MOST.words),
  } as const;
  return {
    revealed: sent
      ? defineField({ ...revealed, missing: say.revealedMissing })
      : defineField({ ...revealed, optional: true }),
    revealedOn: defineField({
      name: 'revealedOn',
      label: say.revealedOn,
      hint: say.revealedOnHint,
      control: 'date',
      inputMode: 'numeric',
      width: 12,
      optional: true,
      check: frenchDate({ to: today }),
    }),
    lateWords: sent
      ? defineField({ ...lateWords, missing: say.lateWordsMissing })
      : defineField({ ...lateWords, optional: true }),
  };
}

export function kindField(documents: Checklist): Field<'kind', string> {
  const options = documents.map(({ code, label }) => ({ value: code, label }));
  return defineField({
    name: 'kind',
    label: texts.documents.kind,
    control: 'radio',
    options,
    missing: texts.documents.kindMissing,
    check: oneOf(options),
  });
}

export const answerField = defineField({
  name: 'words',
  label: texts.answer.words,
  hint: texts.answer.hint,
  control: 'textarea',
  rows: 3,
  optional: true,
  check: freeText(1000),
});

/** What became of a request that isn't made here; `sentOn`: of one that went by the academy's own way. */
export function saidFields(today: Temporal.PlainDate) {
  const { said } = texts;
  const options = SAID.map((value) => ({ value, label: said.options[value] }));
  return [
    defineField({
      name: 'what',
      label: said.what,
      control: 'radio',
      options,
      missing: said.whatMissing,
      check: oneOf(options),
    }),
    defineField({
      name: 'sentOn',
      label: said.sentOn,
      hint: said.sentOnHint,
      control: 'date',
      inputMode: 'numeric',
      width: 12,
      optional: true,
      check: frenchDate({ from: today.subtract({ years: 1 }), to: today }),
    }),
  ] as const;
}
