import { type Centre, HELD_WORDS, type Room, type Sitting } from '../places/index.ts';
import { parisDay } from '../platform/time.ts';
import { clockTime, numericDay } from '../ui/index.ts';
import { durationInWords } from './calendarTexts.ts';
import type { SittingColumn } from './rules/lines.ts';
import type { SittingRules } from './rules/sittingLine.ts';

/** What the names of a line of the calendar are found in. */
export type CalendarNames = Pick<SittingRules, 'specialities'> & {
  readonly centres: readonly Centre[];
  readonly rooms: readonly Room[];
};

/** A sitting as a line of the table says it: it is exported so, and read again by the same rules. */
export function cellsOf(
  sitting: Sitting,
  { specialities, centres, rooms }: CalendarNames,
): Readonly<Record<SittingColumn, string>> {
  const room = rooms.find(({ id }) => id === sitting.roomId);
  const units = specialities.find(({ cfd }) => cfd === sitting.speciality)?.units;
  return {
    speciality: sitting.speciality,
    unit: units?.find(({ id }) => id === sitting.unit)?.code ?? sitting.unit,
    day: numericDay(parisDay(sitting.startsAt)),
    hour: clockTime(sitting.startsAt),
    duration: durationInWords(sitting.minutes),
    material: sitting.material,
    kind: sitting.kind,
    centre: centres.find(({ id }) => id === room?.centreId)?.code ?? '',
    room: room?.name ?? '',
    held: HELD_WORDS[sitting.held],
    until: sitting.until === null ? '' : clockTime(sitting.until),
    preparation: sitting.preparation === 0 ? '' : String(sitting.preparation),
    rest: sitting.rest === 0 ? '' : String(sitting.rest),
  };
}
