import { defineField, freeText, type Option, someOf, wholeNumberBetween } from '../../ui/index.ts';
import { DEADLINES, LONGEST, REASON_CHARACTERS } from '../extension.ts';
import { texts as say } from '../texts/extensions.ts';

const words = say.fields;

const deadlineOptions = DEADLINES.map((value) => ({ value, label: say.kinds[value] }));

/** The form; `sessions` are those that can be put off today. */
export function extensionForm(sessions: readonly Option[]) {
  return [
    defineField({
      name: 'incident',
      label: words.reason,
      hint: words.reasonHint,
      control: 'textarea',
      rows: 3,
      missing: words.reasonMissing,
      check: freeText(REASON_CHARACTERS),
    }),
    defineField({
      name: 'sessions',
      label: words.sessions,
      control: 'checkboxes',
      options: sessions,
      missing: words.sessionsMissing,
      check: someOf(sessions),
    }),
    defineField({
      name: 'echeances',
      label: words.deadlines,
      control: 'checkboxes',
      options: deadlineOptions,
      missing: words.deadlinesMissing,
      check: someOf(deadlineOptions),
    }),
    defineField({
      name: 'jours',
      label: words.days,
      hint: words.lengthHint,
      control: 'number',
      width: 4,
      missing: words.daysMissing,
      check: wholeNumberBetween(0, LONGEST.days),
    }),
    defineField({
      name: 'heures',
      label: words.hours,
      control: 'number',
      width: 4,
      missing: words.hoursMissing,
      check: wholeNumberBetween(0, LONGEST.hours),
    }),
  ] as const;
}
