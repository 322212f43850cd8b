import { ok, refuse } from '../../platform/result.ts';
import { defineField, frenchDate, oneOf, textCheck } from '../../ui/index.ts';
import { letterTexts } from '../letterTexts.ts';
import { LETTER_OUTCOMES, TRACKING } from '../notice.ts';
import { noticeTexts } from '../noticeTexts.ts';
import { trackingIn } from '../rules/noticeLetter.ts';

const { post, end } = letterTexts;

export const postedField = defineField({
  name: 'jour',
  label: letterTexts.postedOn,
  control: 'date',
  width: 12,
  missing: letterTexts.postedOnMissing,
  check: frenchDate(),
});

export const postForm = [
  defineField({
    name: 'suivi',
    label: post.tracking,
    hint: post.trackingHint,
    control: 'text',
    width: 20,
    missing: post.trackingMissing,
    check: textCheck(
      (typed) => {
        const tracking = trackingIn(typed);
        return TRACKING.test(tracking) ? ok(tracking) : refuse(post.trackingBad);
      },
      (tracking) => tracking,
    ),
  }),
  postedField,
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
