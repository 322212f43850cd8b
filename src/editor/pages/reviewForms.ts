import * as z from 'zod';
import { defineField, oneOf } from '../../ui/index.ts';
import { texts } from '../texts/checking.ts';

const LONGEST = 1_000;
const shortText = (error: string) => z.string().max(LONGEST, { error });

const { submit, publish } = texts;

export const submitFields = [
  defineField({
    name: 'purpose',
    label: submit.purpose,
    hint: submit.purposeHint,
    control: 'textarea',
    rows: 3,
    missing: submit.purposeMissing,
    check: shortText(submit.purposeTooLong),
  }),
] as const;

const appliedOptions = [
  { value: 'oui', label: publish.appliedOptions.oui, hint: publish.appliedOptions.ouiHint },
  { value: 'non', label: publish.appliedOptions.non, hint: publish.appliedOptions.nonHint },
] as const;

/** Asked when enrolments are touched. */
export const appliedField = defineField({
  name: 'applied',
  label: publish.applied,
  hint: publish.appliedHint,
  control: 'radio',
  options: appliedOptions,
  missing: publish.appliedMissing,
  check: oneOf(appliedOptions),
});

/** Asked when cases fail. */
export const despiteField = defineField({
  name: 'despite',
  label: publish.despite,
  hint: publish.despiteHint,
  control: 'textarea',
  rows: 3,
  missing: publish.despiteMissing,
  check: shortText(publish.despiteTooLong),
});

/** Asked when something that is open closes. */
export const closesField = defineField({
  name: 'closes',
  label: publish.closes,
  control: 'checkbox',
  missing: publish.closesMissing,
  check: z.literal(true),
});

export const sendBackFields = [
  defineField({
    name: 'reason',
    label: publish.reason,
    control: 'textarea',
    rows: 3,
    missing: publish.reasonMissing,
    check: shortText(publish.reasonTooLong),
  }),
] as const;
