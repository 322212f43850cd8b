import { defineField, frenchDate, type Option, oneOf, printedLine, someOf, tickedOrNot } from '../../ui/index.ts';
import { placesTexts as say } from '../placesTexts.ts';
import { PLACES } from '../rules/roomLines.ts';

const line = printedLine(PLACES.address);

/** The fields of a centre, and of a room: named as the columns of the tables, whose rules read them. */
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

const aDay = { control: 'date', inputMode: 'numeric', width: 12 } as const;

/** Which rooms go to which academy, and when: not before today. */
export function loanFields(rooms: readonly Option[], academies: readonly Option[], today: Temporal.PlainDate) {
  const check = frenchDate({ from: today, to: today.add({ years: 3 }) });
  return [
    defineField({
      name: 'salles',
      label: say.loans.rooms,
      control: 'checkboxes',
      options: rooms,
      missing: say.loans.roomsMissing,
      check: someOf(rooms),
    }),
    defineField({
      name: 'academie',
      label: say.loans.borrower,
      control: 'select',
      options: academies,
      missing: say.loans.borrowerMissing,
      check: oneOf(academies),
    }),
    defineField({ name: 'premier', label: say.loans.first, ...aDay, missing: say.loans.firstMissing, check }),
    defineField({
      name: 'dernier',
      label: say.loans.last,
      hint: say.loans.lastHint,
      ...aDay,
      missing: say.loans.lastMissing,
      check,
    }),
  ] as const;
}
