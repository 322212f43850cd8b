import { ok, refuse } from '../../platform/result.ts';
import { defineField, frenchDate, oneOf, textCheck } from '../../ui/index.ts';
import { letterTexts } from '../letterTexts.ts';
import { LETTER_OUTCOMES, TRACKING } from '../notice.ts';
import { noticeTexts } from '../noticeTexts.ts';
import { trackingIn } from '../rules/noticeLetter.ts';
import { toldTexts } from '../toldTexts.ts';

const { post, end } = letterTexts;
const { telephone } = toldTexts;

export const postedField = defineField({
  name: 'jour',
  label: letterTexts.postedOn,
  control: 'date',
  width: 12,
  missing: letterTexts.postedOnMissing,
  check: frenchDate(),
});

const tracking = textCheck(
  (typed) => {
    const given = trackingIn(typed);
    return TRACKING.test(given) ? ok(given) : refuse(post.trackingBad);
  },
  (given) => given,
);
const trackingField = { name: 'suivi', label: post.tracking, control: 'text', width: 20, check: tracking } as const;

/** Of a decision, which always leaves under a number. */
export const postForm = [
  defineField({ ...trackingField, hint: post.trackingHint, missing: post.trackingMissing }),
  postedField,
] as const;

/** Of any other letter. */
export const plainPostForm = [
  defineField({ ...trackingField, hint: post.trackingOptional, optional: true }),
  postedField,
] as const;

export const calledForm = [
  defineField({
    name: 'appel',
    label: telephone.day,
    control: 'date',
    width: 12,
    missing: telephone.dayMissing,
    check: frenchDate(),
  }),
] as const;

const outcomes = LETTER_OUTCOMES.map((value) => ({ value, label: noticeTexts.outcomes[value] }));

export const endForm = [
  defineField({
    name: 'devenir',
    label: end.outcome,
    control: 'radio',
    options: outcomes,
    missing: end.outcomeMissing,
    check: oneOf(outcomes),
  }),
  defineField({
    name: 'presentee',
    label: end.presented,
    hint: end.presentedHint,
    control: 'date',
    width: 12,
    optional: true,
    check: frenchDate(),
  }),
  defineField({
    name: 'le',
    label: end.on,
    control: 'date',
    width: 12,
    missing: end.onMissing,
    check: frenchDate(),
  }),
] as const;
