import type { Accommodations, Measure } from '../../catalogue/index.ts';
import { defineField, type Field, freeText, frenchDate, oneOf, ticked, wholeNumberBetween } from '../../ui/index.ts';
import { serviceTexts } from '../serviceTexts.ts';

const { ask, doctor, decide, paper } = serviceTexts;

/** The day when a request on paper came: not one that isn't there yet. */
export function receivedOnField(today: Temporal.PlainDate): Field<'receivedOn', Temporal.PlainDate> {
  return defineField({
    name: 'receivedOn',
    label: paper.receivedOn,
    hint: paper.hint,
    control: 'date',
    inputMode: 'numeric',
    width: 12,
    missing: paper.missing,
    check: frenchDate({ from: today.subtract({ years: 1 }), to: today }),
  });
}

export function askFields(today: Temporal.PlainDate) {
  return [
    defineField({
      name: 'words',
      label: ask.words,
      hint: ask.hint,
      control: 'textarea',
      rows: 4,
      missing: ask.missing,
      check: freeText(2000),
    }),
    defineField({
      name: 'until',
      label: ask.until,
      hint: ask.untilHint,
      control: 'date',
      inputMode: 'numeric',
      width: 12,
      missing: ask.untilMissing,
      check: frenchDate({ from: today.add({ days: 1 }), to: today.add({ days: 90 }) }),
    }),
  ] as const;
}

export function adviceDayField(today: Temporal.PlainDate): Field<'givenOn', Temporal.PlainDate> {
  return defineField({
    name: 'givenOn',
    label: doctor.givenOn,
    control: 'date',
    inputMode: 'numeric',
    width: 12,
    missing: doctor.givenOnMissing,
    check: frenchDate({ from: today.subtract({ years: 1 }), to: today }),
  });
}

const opinions = (['favorable', 'defavorable', 'sans'] as const).map((value) => ({
  value,
  label: doctor.opinions[value],
}));
export function opinionField({ code, label }: Pick<Measure, 'code' | 'label'>) {
  return defineField({
    name: `avis-${code}`,
    label,
    control: 'radio',
    options: opinions,
    optional: true,
    check: oneOf(opinions),
  });
}

const choices = (['accordee', 'refusee', 'sans'] as const).map((value) => ({ value, label: decide.choices[value] }));

/** What is decided of one measure; of one that was asked something must be. */
export function measureFields({ code, label }: Measure, isAsked: boolean) {
  const offered = isAsked ? choices.filter(({ value }) => value !== 'sans') : choices;
  const choice = {
    name: `mesure-${code}`,
    label: `${decide.choice}\u00a0: ${label}`,
    control: 'radio',
    options: offered,
    check: oneOf(offered),
  } as const;
  return {
    choice: isAsked
      ? defineField({ ...choice, missing: decide.choiceMissing(label) })
      : defineField({ ...choice, optional: true }),
    percent: defineField({
      name: `temps-${code}`,
      label: decide.percent,
      control: 'number',
      inputMode: 'numeric',
      width: 4,
      optional: true,
      check: wholeNumberBetween(1, 100),
    }),
    how: defineField({
      name: `comment-${code}`,
      label: decide.how,
      hint: decide.howHint,
      control: 'text',
      width: 60,
      optional: true,
      check: freeText(300),
    }),
    reasons: defineField({
      name: `motifs-${code}`,
      label: decide.reasons,
      hint: decide.reasonsHint,
      control: 'textarea',
      rows: 3,
      optional: true,
      check: freeText(2000),
    }),
  } as const;
}

export const groundField = defineField({
  name: 'fondement',
  label: decide.ground,
  hint: decide.groundHint,
  control: 'textarea',
  rows: 2,
  missing: decide.groundMissing,
  check: freeText(500),
});

export const sureField = defineField({
  name: 'certain',
  label: decide.sure,
  control: 'checkbox',
  missing: decide.sureMissing,
  check: ticked(),
});

/** The same of who only prepares it. */
export const sureToPrepare = { ...sureField, label: decide.sureToPrepare };

/** The measures of the exam and those that were asked and that the rules no longer know: those asked first. */
export function measuresToDecide(checklist: Accommodations, asked: readonly string[]): readonly Measure[] {
  const known = asked.flatMap((code) => checklist.measures.find((one) => one.code === code) ?? unknown(code));
  return [...known, ...checklist.measures.filter(({ code }) => !asked.includes(code)), ...words(checklist)];
}

function unknown(code: string): Measure {
  return { code, label: code, source: null, confidence: 'unknown' };
}

/** Without a list, what the words ask for is decided as one. */
function words({ measures }: Accommodations): readonly Measure[] {
  return measures.length > 0
    ? []
    : [{ code: 'words', label: serviceTexts.request.asks, source: null, confidence: 'unknown' }];
}
