import { type FactName, type Facts, isHealthFact } from '../facts.ts';
import type { Condition } from '../schema/condition.ts';

/** Does a condition ask for this fact? */
export function asksFor(condition: Condition, fact: FactName): boolean {
  return factsIn(condition).includes(fact);
}

/** Does a condition ask for what is declared of one's health? */
export function asksHealth(condition: Condition): boolean {
  return factsIn(condition).some(isHealthFact);
}

function factsIn(condition: Condition): readonly FactName[] {
  if ('all' in condition) return condition.all.flatMap(factsIn);
  if ('any' in condition) return condition.any.flatMap(factsIn);
  if ('not' in condition) return factsIn(condition.not);
  return 'fact' in condition ? [condition.fact] : [];
}

/** Does a condition of the rule pack hold for these facts? A fact that is unknown (`null`) makes its condition false. */
export function holds(condition: Condition, facts: Facts): boolean {
  if ('always' in condition) return true;
  if ('all' in condition) return condition.all.every((one) => holds(one, facts));
  if ('any' in condition) return condition.any.some((one) => holds(one, facts));
  if ('not' in condition) return !holds(condition.not, facts);
  const value: unknown = facts[condition.fact];
  if ('is' in condition) return value === condition.is;
  if ('below' in condition) return typeof value === 'number' && value < condition.below;
  return Array.isArray(value) && value.includes(condition.includes);
}
