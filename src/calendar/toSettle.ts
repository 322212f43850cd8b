import type { Centre, Room, Sitting } from '../places/index.ts';
import { hoursByPlan, type readByPlan } from './byPlan.ts';
import { calendarTexts } from './calendarTexts.ts';
import { cellsOf } from './cellsOf.ts';
import { sittingFaultInWords } from './faultTexts.ts';
import type { SittingFault } from './rules/lines.ts';
import type { SittingRules } from './rules/sittingLine.ts';
import { faultsOfStanding } from './rules/standing.ts';
import { titleOf } from './titleOf.ts';

/** What no longer holds of each of these sittings, and whom the published plan has in its room, a sentence each that a person has to settle. */
export function toSettleIn(
  sittings: readonly Sitting[],
  rules: SittingRules,
  {
    othersAt,
    ...places
  }: {
    readonly centres: readonly Centre[];
    readonly rooms: readonly Room[];
    readonly othersAt: Awaited<ReturnType<typeof readByPlan>>;
  },
): (sitting: Sitting) => readonly string[] {
  const { specialities } = rules;
  const faults = faultsOfStanding(sittings, (one) => cellsOf(one, { specialities, ...places }), rules);
  return (sitting) => [
    ...new Set((faults.get(sitting.id) ?? []).map(inWords)),
    ...othersAt(sitting).map((one) => calendarTexts.toSettle.taken(titleOf(specialities, one), hoursByPlan(one))),
  ];
}

/** A room that takes nobody any more and a unit that is no longer known have their own words: nobody wrote a line. */
function inWords(fault: SittingFault): string {
  if (fault.code === 'room-unknown' || fault.code === 'centre-unknown') return calendarTexts.toSettle.room;
  if (fault.code === 'unit-unknown' || fault.code === 'speciality-unknown') return calendarTexts.toSettle.unit;
  const said = sittingFaultInWords(fault);
  return `${said.charAt(0).toLowerCase()}${said.slice(1).replace(/\.$/, '')}`;
}
