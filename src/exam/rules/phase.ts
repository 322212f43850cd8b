import { PHASE_ENDING, type Unit } from '../../catalogue/index.ts';

/**
 * A test that is sat in several parts (*phases*): the first goes by its unit, each later one by a unit of its own in calendars, plans and summonses, so
 * that it has hours, seats and boards like any other. Marks know the unit alone. No regulation calls a unit so: the catalogue refuses one that does.
 */
const LATER = new RegExp(`${PHASE_ENDING}([2-9])$`);

/** Its place in its test, from 1. */
export function phaseOf(unit: string): number {
  return Number(LATER.exec(unit)?.[1] ?? 1);
}

/** The unit whose mark it is: of the first phase, itself. */
export function wholeUnit(unit: string): string {
  return unit.replace(LATER, '');
}

/** All parts of a unit, itself first. */
export function phasesOf(unit: string, { phases = [] }: Pick<Unit, 'phases'>): readonly string[] {
  return [unit, ...phases.slice(1).map((_, index) => `${unit}${PHASE_ENDING}${index + 2}`)];
}

/** The part before; null: it is the first. */
export function phaseBefore(unit: string): string | null {
  const phase = phaseOf(unit);
  if (phase === 1) return null;
  return phase === 2 ? wholeUnit(unit) : `${wholeUnit(unit)}${PHASE_ENDING}${phase - 1}`;
}

/** Each test once: a part whose part before stands among them goes without saying. */
export function eachTest<Some extends { readonly unit: string }>(some: readonly Some[]): readonly Some[] {
  const named = new Set(some.map(({ unit }) => unit));
  return some.filter(({ unit }) => !named.has(phaseBefore(unit) ?? ''));
}
