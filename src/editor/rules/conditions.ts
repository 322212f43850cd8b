import { type Condition, FACT_NAMES, type FactName } from '../../catalogue/index.ts';
import { isRecord } from './yamlTree.ts';

/** Conditions of pieces as files hold them, sound or not. */

/** Deeper than anybody writes. */
const DEEPEST = 12;

/** The condition that a file holds; null where it can't be read as one. */
export function readCondition(raw: unknown, depth = 0): Condition | null {
  if (!isRecord(raw) || depth > DEEPEST) return null;
  const keys = Object.keys(raw).sort().join(' ');
  if (keys === 'always') return raw.always === true ? { always: true } : null;
  if (keys === 'all') return readGroup(raw.all, depth, (all) => ({ all }));
  if (keys === 'any') return readGroup(raw.any, depth, (any) => ({ any }));
  if (keys === 'not') {
    const not = readCondition(raw.not, depth + 1);
    return not === null ? null : { not };
  }
  const { fact } = raw;
  if (!isFact(fact)) return null;
  if (keys === 'below fact') return typeof raw.below === 'number' ? { fact, below: raw.below } : null;
  if (keys === 'fact includes') {
    const { includes } = raw;
    return typeof includes === 'string' || typeof includes === 'number' ? { fact, includes } : null;
  }
  const { is } = raw;
  if (keys !== 'fact is') return null;
  return typeof is === 'string' || typeof is === 'number' || typeof is === 'boolean' ? { fact, is } : null;
}

function readGroup(
  raw: unknown,
  depth: number,
  make: (conditions: readonly Condition[]) => Condition,
): Condition | null {
  if (!Array.isArray(raw) || raw.length === 0) return null;
  const read = raw.map((one: unknown) => readCondition(one, depth + 1));
  const sound = read.filter((one) => one !== null);
  return sound.length === read.length ? make(sound) : null;
}

export function isFact(name: unknown): name is FactName {
  return FACT_NAMES.some((fact) => fact === name);
}
