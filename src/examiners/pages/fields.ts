import {
  defineField,
  freeText,
  type Option,
  oneOf,
  printedLine,
  printedLines,
  someOf,
  tickedOrNot,
} from '../../ui/index.ts';
import { MOST, SIDES, TASKS } from '../examiners.ts';
import { texts } from '../texts.ts';

const say = texts.person;
const line = printedLine(254);
const lines = printedLines(4_000);
const sideOptions = SIDES.map((value) => ({ value, label: say.sides[value] }));
const taskOptions = TASKS.map((value) => ({ value, label: say.taskWords[value] }));

/** A person, named as the columns of the table, whose rules read them. */
export const personFields = [
  defineField({
    name: 'lastName',
    label: say.lastName,
    control: 'text',
    width: 40,
    missing: say.lastNameMissing,
    check: line,
  }),
  defineField({
    name: 'firstName',
    label: say.firstName,
    control: 'text',
    width: 40,
    missing: say.firstNameMissing,
    check: line,
  }),
  defineField({
    name: 'side',
    label: say.side,
    hint: say.sideHint,
    control: 'radio',
    options: sideOptions,
    missing: say.sideMissing,
    check: oneOf(sideOptions),
  }),
  defineField({ name: 'title', label: say.jobTitle, control: 'text', width: 60, optional: true, check: line }),
  defineField({
    name: 'employer',
    label: say.employer,
    hint: say.employerHint,
    control: 'text',
    width: 60,
    optional: true,
    check: line,
  }),
  defineField({
    name: 'postcode',
    label: say.postcode,
    hint: say.postcodeHint,
    control: 'text',
    width: 8,
    inputMode: 'numeric',
    missing: say.postcodeMissing,
    check: line,
  }),
  defineField({
    name: 'postal',
    label: say.postal,
    hint: say.postalHint,
    control: 'text',
    width: 60,
    optional: true,
    check: line,
  }),
  defineField({
    name: 'mail',
    label: say.mail,
    hint: say.mailHint,
    control: 'text',
    width: 40,
    optional: true,
    check: line,
  }),
  defineField({ name: 'phone', label: say.phone, control: 'text', width: 20, optional: true, check: line }),
  defineField({
    name: 'tasks',
    label: say.tasks,
    control: 'checkboxes',
    options: taskOptions,
    missing: say.tasksMissing,
    check: someOf(taskOptions),
  }),
  defineField({
    name: 'specialities',
    label: say.specialities,
    hint: say.specialitiesHint,
    control: 'textarea',
    optional: true,
    check: lines,
  }),
  defineField({
    name: 'kmMost',
    label: say.kmMost,
    hint: say.kmMostHint,
    control: 'text',
    inputMode: 'numeric',
    width: 6,
    optional: true,
    check: line,
  }),
  defineField({ name: 'away', label: say.away, hint: say.awayHint, control: 'textarea', optional: true, check: lines }),
  defineField({
    name: 'retired',
    label: say.retired,
    hint: say.retiredHint,
    control: 'checkbox',
    optional: true,
    check: tickedOrNot(),
  }),
] as const;

/** The list is of this moment: whether somebody may still be seated the act says, with why. */
const chosen = printedLine(36);

/** Who joins a board. */
export function joiningFields(people: readonly Option[]) {
  return [
    defineField({
      name: 'personne',
      label: texts.board.who,
      hint: texts.board.whoHint,
      control: 'select',
      options: people,
      missing: texts.board.whoMissing,
      check: chosen,
    }),
  ] as const;
}

/** Why somebody leaves it, and who takes their place. */
export function leavingFields(people: readonly Option[]) {
  return [
    defineField({
      name: 'motif',
      label: texts.board.reason,
      hint: texts.board.reasonHint,
      control: 'text',
      width: 60,
      missing: texts.board.reasonMissing,
      check: freeText(MOST.words),
    }),
    defineField({
      name: 'par',
      label: texts.board.instead,
      hint: texts.board.insteadHint,
      control: 'select',
      options: people,
      optional: true,
      check: chosen,
    }),
  ] as const;
}
