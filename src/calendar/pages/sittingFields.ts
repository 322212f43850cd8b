import { HELD, PLACES } from '../../places/index.ts';
import { defineField, type Field, numericDay, type Option, oneOf, printedLine } from '../../ui/index.ts';
import { calendarTexts as say } from '../calendarTexts.ts';

const line = printedLine(PLACES.address);
const heldOptions = HELD.map((value) => ({
  value,
  label: say.heldWords[value],
}));

export type SittingChoices = {
  readonly units: readonly Option[];
  readonly rooms: readonly Option[];
  /** The first day of the exam. */
  readonly first: Temporal.PlainDate;
};

/** The fields of a line of the calendar: named as the columns of its table, whose rules read them. */
export function sittingFields({ units, rooms, first }: SittingChoices) {
  const text = <const Name extends string>(
    name: Name,
    words: Omit<Field<Name>, 'name' | 'control' | 'optional' | 'check'> & { readonly label: string },
  ) => defineField({ control: 'text', ...words, name, check: line });
  const optionalText = <const Name extends string>(name: Name, words: Pick<Field<Name>, 'label' | 'hint' | 'width'>) =>
    defineField({ control: 'text', ...words, name, optional: true, check: line });
  return [
    defineField({
      name: 'unit',
      label: say.unit,
      control: 'select',
      options: units,
      missing: say.unitMissing,
      check: oneOf(units),
    }),
    text('day', { label: say.day, width: 12, example: numericDay(first), missing: say.dayMissing }),
    text('hour', {
      label: say.hour,
      hint: say.hourHint,
      width: 8,
      example: say.hourExample,
      missing: say.hourMissing,
    }),
    text('duration', {
      label: say.duration,
      width: 8,
      example: say.durationExample,
      missing: say.durationMissing,
    }),
    defineField({
      name: 'held',
      label: say.held,
      hint: say.heldHint,
      control: 'select',
      options: heldOptions,
      optional: true,
      check: oneOf(heldOptions),
    }),
    optionalText('until', { label: say.until, hint: say.untilHint, width: 8 }),
    optionalText('preparation', { label: say.preparation, hint: say.preparationHint, width: 6 }),
    optionalText('rest', { label: say.rest, hint: say.restHint, width: 6 }),
    defineField({
      name: 'room',
      label: say.room,
      hint: say.roomHint,
      control: 'select',
      options: rooms,
      optional: true,
      check: oneOf(rooms),
    }),
    defineField({
      name: 'kind',
      label: say.kind,
      hint: say.kindHint,
      control: 'text',
      width: 30,
      optional: true,
      check: line,
    }),
    defineField({
      name: 'material',
      label: say.material,
      control: 'text',
      width: 60,
      optional: true,
      check: line,
    }),
  ] as const;
}
