import { isHealthFact, NOTHING_DECLARED } from '../facts.ts';
import type { Condition, FactName } from '../schema/condition.ts';

export type FactValue = string | number | boolean | null | readonly (string | number)[];

/** What is known of an enrolment, by the names that conditions may ask for. */
export type Facts = Readonly<Record<FactName, FactValue>>;

/** Does a condition ask for this fact? */
export function asks(condition: Condition, fact: FactName): boolean {
  if ('all' in condition) return condition.all.some((one) => asks(one, fact));
  if ('any' in condition) return condition.any.some((one) => asks(one, fact));
  if ('not' in condition) return asks(condition.not, fact);
  return 'fact' in condition && condition.fact === fact;
}

/** Does a condition of the rule pack hold for these facts? A fact that is unknown (`null`) makes its condition false. */
export function holds(condition: Condition, facts: Facts): boolean {
  if ('always' in condition) return true;
  if ('all' in condition) return condition.all.every((one) => holds(one, facts));
  if ('any' in condition) return condition.any.some((one) => holds(one, facts));
  if ('not' in condition) return !holds(condition.not, facts);
  const value = facts[condition.fact];
  if ('is' in condition) return value === condition.is;
  if ('below' in condition) return typeof value === 'number' && value < condition.below;
  return Array.isArray(value) && value.includes(condition.includes);
}

/** The same facts to a rule whose answer the office reads: nobody declared anything of their health. */
export function withoutHealth(facts: Facts): Facts {
  return { ...facts, ...NOTHING_DECLARED };
}

/** Does a condition ask for what is declared of one's health? */
export function asksHealth(condition: Condition): boolean {
  if ('all' in condition) return condition.all.some(asksHealth);
  if ('any' in condition) return condition.any.some(asksHealth);
  if ('not' in condition) return asksHealth(condition.not);
  return 'fact' in condition && isHealthFact(condition.fact);
}
