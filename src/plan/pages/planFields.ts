import { defineField, freeText, type Option, oneOf, tickedOrNot } from '../../ui/index.ts';
import { planTexts as say } from '../planTexts.ts';

const MODES = [
  { value: 'all', label: say.acts.modes.all },
  { value: 'missing', label: say.acts.modes.missing },
] as const satisfies readonly Option[];

export const modeField = defineField({
  name: 'mode',
  label: say.acts.mode,
  control: 'radio',
  options: MODES,
  missing: say.acts.modeMissing,
  check: oneOf(MODES),
});

/** Characters of a reason. */
const LONGEST_REASON = 500;

export const reasonField = defineField({
  name: 'motif',
  label: say.move.reason,
  hint: say.move.reasonHint,
  control: 'textarea',
  rows: 2,
  missing: say.move.reasonMissing,
  check: freeText(LONGEST_REASON),
});

export function centreField(options: readonly Option[]) {
  return defineField({
    name: 'centre',
    label: say.person.centreField,
    control: 'select',
    options,
    missing: say.person.centreMissing,
    check: oneOf(options),
  });
}

/** `value`: a sitting and a room, both. */
export function placeField(options: readonly Option[]) {
  return defineField({
    name: 'place',
    label: say.move.options,
    hint: say.move.optionsHint,
    control: 'select',
    options,
    missing: say.move.optionsMissing,
    check: oneOf(options),
  });
}

export const readField = defineField({
  name: 'lu',
  label: say.publish.read,
  control: 'checkbox',
  optional: true,
  check: tickedOrNot(),
});
