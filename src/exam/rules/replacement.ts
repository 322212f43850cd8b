import { REPLACEMENT_ENDING as AGAIN } from '../../catalogue/index.ts';
import { phaseOf, wholeUnit } from './phase.ts';

/**
 * The test at which a unit is sat again (*épreuve de remplacement*, D337-116): a unit of its own in the calendar, in plans, on summonses
 * and in batches of marks, so that all of them have its hours, seats and marks beside those of the first. No regulation calls a unit so: the catalogue
 * refuses one that does.
 */
export function replacementOf(unit: string): string {
  return `${unit}${AGAIN}`;
}

export function isReplacement(unit: string): boolean {
  return wholeUnit(unit).endsWith(AGAIN);
}

/** The unit of the regulation, of whichever phase; of one that isn't sat again, itself. */
export function replacedUnit(unit: string): string {
  const whole = wholeUnit(unit);
  return isReplacement(whole) ? whole.slice(0, -AGAIN.length) : whole;
}

/** As people read it, in the name that the unit has: « U20 (remplacement) », « U10, phase 2 ». */
export function sayReplacement(unit: string, name: string): string {
  const phase = phaseOf(unit);
  return `${name}${phase === 1 ? '' : `, phase ${phase}`}${isReplacement(unit) ? ' (remplacement)' : ''}`;
}
