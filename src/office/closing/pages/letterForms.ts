import { LETTER_OUTCOMES, noticeTexts, TRACKING } from '../../../papers/index.ts';
import { ok, refuse } from '../../../platform/result.ts';
import { defineField, frenchDate, oneOf, textCheck } from '../../../ui/index.ts';
import { trackingIn } from '../../rules/letterFilter.ts';
import { lettersTexts } from '../lettersTexts.ts';

const { post, end } = lettersTexts.file;

export const postedField = defineField({
  name: 'jour',
  label: lettersTexts.postedOn,
  control: 'date',
  width: 12,
  missing: lettersTexts.postedOnMissing,
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
