import { Condition, FACT_NAMES, type FactName } from '../../catalogue/index.ts';

/** The condition that a file holds; null where it can't be read as one. */
export function readCondition(raw: unknown): Condition | null {
  return Condition.safeParse(raw).data ?? null;
}

export function isFact(name: unknown): name is FactName {
  return FACT_NAMES.some((fact) => fact === name);
}
