import { defineField, freeText, type Option, oneOf, wholeNumberBetween } from '../../ui/index.ts';
import { MOST, STATES, type State } from '../attendance.ts';
import { officeTexts } from '../texts.ts';

const { correction: of, keepers, states } = officeTexts;

const choices = STATES.map((value) => ({ value, label: states[value] }));

export const correctionFields = [
  defineField({
    name: 'etat',
    label: of.state,
    control: 'radio',
    options: choices,
    missing: of.stateMissing,
    check: oneOf<State>(choices),
  }),
  defineField({
    name: 'minutes',
    label: of.minutes,
    hint: of.minutesHint,
    control: 'text',
    inputMode: 'numeric',
    width: 4,
    optional: true,
    check: wholeNumberBetween(1, MOST.minutes),
  }),
  defineField({
    name: 'motif',
    label: of.reason,
    hint: of.reasonHint,
    control: 'textarea',
    rows: 2,
    missing: of.reasonMissing,
    check: freeText(MOST.words),
  }),
] as const;

export function keeperFields(people: readonly Option[], centres: readonly Option[]) {
  return [
    defineField({
      name: 'personne',
      label: keepers.person,
      control: 'select',
      options: people,
      missing: keepers.personMissing,
      check: oneOf(people),
    }),
    defineField({
      name: 'centre',
      label: keepers.centre,
      control: 'select',
      options: centres,
      missing: keepers.centreMissing,
      check: oneOf(centres),
    }),
  ] as const;
}
