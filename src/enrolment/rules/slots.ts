import type { Regulation, Unit } from '../../catalogue/index.ts';
import { createMemory } from '../../platform/memory.ts';

const memory = createMemory<readonly Slot[]>();

/** What a candidate answers for once: a compulsory unit, or a group of units of which exactly one is presented. */
export type Slot = {
  /** The unit's id, or the name of the choice group. */
  readonly id: string;
  readonly units: readonly [Unit, ...Unit[]];
};

/** The compulsory units of a regulation, in its order, alternatives together (Coiffure: U30A or U30B). */
export function slotsOf(regulation: Pick<Regulation, 'units'>): readonly Slot[] {
  return memory(regulation, '', () => groupUnits(regulation));
}

function groupUnits(regulation: Pick<Regulation, 'units'>): readonly Slot[] {
  const slots = new Map<string, [Unit, ...Unit[]]>();
  for (const unit of regulation.units) {
    if (isOptional(unit)) continue;
    const id = unit.choiceGroup ?? unit.id;
    const known = slots.get(id);
    if (known === undefined) slots.set(id, [unit]);
    else known.push(unit);
  }
  return [...slots].map(([id, units]) => ({ id, units }));
}

/**
 * How much there is to sit: units, of which one test (*épreuve*: E1, E2…) may hold several. Alternatives count once, optional
 * units not at all. `tests` is null while the test of one isn't known.
 */
export function toSit(regulation: Pick<Regulation, 'units'>): {
  readonly units: number;
  readonly tests: number | null;
} {
  const slots = slotsOf(regulation);
  const tests = slots.map(({ units: [first] }) => first.test);
  return { units: slots.length, tests: tests.includes(null) ? null : new Set(tests).size };
}

export function isOptional(unit: Pick<Unit, 'kind'>): boolean {
  return unit.kind === 'LV_OPTIONAL' || unit.kind === 'OTHER_OPTIONAL';
}

/** Of the trade: some exams average these alone besides (D337-16). */
export function isProfessional({ units }: Slot): boolean {
  return units.some(({ kind }) => kind === 'PRO');
}

/** Optional units: only their points above 10 count (D337-105). */
export function optionalUnitsOf(regulation: Pick<Regulation, 'units'>): readonly Unit[] {
  return regulation.units.filter(isOptional);
}

/** One option may be presented where the regulation prints no number (D337-105). */
export function mostOptionalUnits(regulation: Pick<Regulation, 'maxOptionalUnits'>): number {
  return regulation.maxOptionalUnits ?? 1;
}

/** null when the alternatives of the slot don't share one known coefficient. */
export function coefficientOf(slot: Slot, unitId?: string): number | null {
  const chosen = slot.units.find((unit) => unit.id === unitId);
  if (chosen !== undefined) return chosen.coefficient;
  const [first, ...others] = slot.units;
  return others.every((unit) => unit.coefficient === first.coefficient) ? first.coefficient : null;
}
