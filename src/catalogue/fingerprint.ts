import { createHash } from 'node:crypto';
import type { RulePack } from './schema/pack.ts';

/** A pack is frozen: its fingerprint is worked out once. */
const known = new WeakMap<RulePack, string>();

/** SHA-256, in hexadecimal, of the pack as canonical JSON: keys sorted, nothing that is undefined, no comments, no layout. */
export function packFingerprint(pack: RulePack): string {
  const before = known.get(pack);
  if (before !== undefined) return before;
  const made = createHash('sha256').update(canonicalJson(pack)).digest('hex');
  known.set(pack, made);
  return made;
}

function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
