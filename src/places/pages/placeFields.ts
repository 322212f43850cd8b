import { defineField, type Field, type Option, oneOf, printedLine, someOf, tickedOrNot } from '../../ui/index.ts';
import { placesTexts as say } from '../placesTexts.ts';
import { HELD } from '../rules/held.ts';
import { PLACES } from '../rules/roomLines.ts';

const line = printedLine(PLACES.address);

/** The fields of a centre, of a room, of a line of the calendar: named as the columns of the tables, whose rules read them. */
export const centreFields = [
  defineField({
    name: 'code',
    label: say.centres.code,
    hint: say.centres.codeHint,
    control: 'text',
    width: 20,
    missing: say.centres.codeMissing,
    check: line,
  }),
  defineField({
    name: 'name',
    label: say.centres.name,
    control: 'text',
    width: 60,
    missing: say.centres.nameMissing,
    check: line,
  }),
  defineField({ name: 'address', label: say.centres.address, control: 'text', width: 60, optional: true, check: line }),
  defineField({
    name: 'postcode',
    label: say.centres.postcode,
    control: 'text',
    width: 8,
    inputMode: 'numeric',
    missing: say.centres.postcodeMissing,
    check: line,
  }),
  defineField({
    name: 'city',
    label: say.centres.city,
    control: 'text',
    width: 40,
    missing: say.centres.cityMissing,
    check: line,
  }),
  defineField({
    name: 'closed',
    label: say.centres.closed,
    hint: say.centres.closedHint,
    control: 'checkbox',
    optional: true,
    check: tickedOrNot(),
  }),
] as const;

/** Centres of the academy that a session begins to use. */
export function otherCentresField(centres: readonly Option[]) {
  return defineField({
    name: 'centres',
    label: say.centres.othersField,
    control: 'checkboxes',
    options: centres,
    missing: say.centres.othersMissing,
    check: someOf(centres),
  });
}

export const roomFields = [
  defineField({
    name: 'room',
    label: say.room.name,
    control: 'text',
    width: 40,
    missing: say.room.nameMissing,
    check: line,
  }),
  defineField({
    name: 'capacity',
    label: say.room.capacity,
    hint: say.room.capacityHint,
    control: 'text',
    inputMode: 'numeric',
    width: 6,
    missing: say.room.capacityMissing,
    check: line,
  }),
  defineField({
    name: 'stations',
    label: say.room.stations,
    hint: say.room.stationsHint,
    control: 'text',
    inputMode: 'numeric',
    width: 6,
    optional: true,
    check: line,
  }),
  defineField({
    name: 'accessible',
    label: say.room.accessible,
    control: 'checkbox',
    optional: true,
    check: tickedOrNot(),
  }),
  defineField({
    name: 'kinds',
    label: say.room.kinds,
    hint: say.room.kindsHint,
    control: 'text',
    width: 60,
    optional: true,
    check: line,
  }),
  defineField({
    name: 'closed',
    label: say.room.closed,
    hint: say.room.closedHint,
    control: 'checkbox',
    optional: true,
    check: tickedOrNot(),
  }),
] as const;

const heldOptions = HELD.map((value) => ({
  value,
  label: say.calendar.heldWords[value],
}));

export type SittingChoices = { readonly units: readonly Option[]; readonly rooms: readonly Option[] };

export function sittingFields({ units, rooms }: SittingChoices) {
  const calendar = say.calendar;
  const text = <const Name extends string>(
    name: Name,
    words: Omit<Field<Name>, 'name' | 'control' | 'optional' | 'check'> & { readonly label: string },
  ) => defineField({ control: 'text', ...words, name, check: line });
  const optionalText = <const Name extends string>(name: Name, words: Pick<Field<Name>, 'label' | 'hint' | 'width'>) =>
    defineField({ control: 'text', ...words, name, optional: true, check: line });
  return [
    defineField({
      name: 'unit',
      label: calendar.unit,
      control: 'select',
      options: units,
      missing: calendar.unitMissing,
      check: oneOf(units),
    }),
    text('day', { label: calendar.day, width: 12, example: calendar.dayExample, missing: calendar.dayMissing }),
    text('hour', {
      label: calendar.hour,
      hint: calendar.hourHint,
      width: 8,
      example: calendar.hourExample,
      missing: calendar.hourMissing,
    }),
    text('duration', {
      label: calendar.duration,
      width: 8,
      example: calendar.durationExample,
      missing: calendar.durationMissing,
    }),
    defineField({
      name: 'held',
      label: calendar.held,
      hint: calendar.heldHint,
      control: 'select',
      options: heldOptions,
      optional: true,
      check: oneOf(heldOptions),
    }),
    optionalText('until', { label: calendar.until, hint: calendar.untilHint, width: 8 }),
    optionalText('preparation', { label: calendar.preparation, hint: calendar.preparationHint, width: 6 }),
    optionalText('rest', { label: calendar.rest, hint: calendar.restHint, width: 6 }),
    defineField({
      name: 'room',
      label: calendar.room,
      hint: calendar.roomHint,
      control: 'select',
      options: rooms,
      optional: true,
      check: oneOf(rooms),
    }),
    defineField({
      name: 'kind',
      label: calendar.kind,
      hint: calendar.kindHint,
      control: 'text',
      width: 30,
      optional: true,
      check: line,
    }),
    defineField({
      name: 'material',
      label: calendar.material,
      control: 'text',
      width: 60,
      optional: true,
      check: line,
    }),
  ] as const;
}
