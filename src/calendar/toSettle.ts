import type { Centre, Room, Sitting } from '../places/index.ts';
import { calendarTexts } from './calendarTexts.ts';
import { cellsOf } from './cellsOf.ts';
import { sittingFaultInWords } from './faultTexts.ts';
import type { SittingFault } from './rules/lines.ts';
import type { SittingRules } from './rules/sittingLine.ts';
import { faultsOfStanding } from './rules/standing.ts';

/** What no longer holds of each of these sittings, a sentence each that a person has to settle. */
export function toSettleIn(
  sittings: readonly Sitting[],
  rules: SittingRules,
  places: { readonly centres: readonly Centre[]; readonly rooms: readonly Room[] },
): (sitting: Sitting) => readonly string[] {
  const { specialities } = rules;
  const faults = faultsOfStanding(sittings, (one) => cellsOf(one, { specialities, ...places }), rules);
  return ({ id }) => [...new Set((faults.get(id) ?? []).map(inWords))];
}

/** A room that takes nobody any more and a unit that is no longer known have their own words: nobody wrote a line. */
function inWords(fault: SittingFault): string {
  if (fault.code === 'room-unknown' || fault.code === 'centre-unknown') return calendarTexts.toSettle.room;
  if (fault.code === 'unit-unknown' || fault.code === 'speciality-unknown') return calendarTexts.toSettle.unit;
  const said = sittingFaultInWords(fault);
  return `${said.charAt(0).toLowerCase()}${said.slice(1).replace(/\.$/, '')}`;
}
