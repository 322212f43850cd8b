import type { Regulation, Unit } from '../schema/regulation.ts';

/**
 * The compulsory coefficients added, alternatives counted once (Coiffure: U30A or U30B). null while one is unknown or two
 * alternatives differ: nothing is guessed.
 */
export function totalCoefficient(regulation: Pick<Regulation, 'units'>): number | null {
  const counted = new Map<string, number>();
  for (const unit of regulation.units.filter(isCompulsory)) {
    const slot = unit.choiceGroup === undefined ? `unit ${unit.id}` : `choice ${unit.choiceGroup}`;
    const known = counted.get(slot);
    if (unit.coefficient === null || (known !== undefined && known !== unit.coefficient)) return null;
    counted.set(slot, unit.coefficient);
  }
  return counted.size === 0 ? null : [...counted.values()].reduce((total, one) => total + one, 0);
}

function isCompulsory(unit: Pick<Unit, 'kind'>): boolean {
  return unit.kind === 'PRO' || unit.kind === 'GENERAL' || unit.kind === 'LV_COMPULSORY';
}
