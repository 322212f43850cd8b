import type { RulePack } from '../schema/pack.ts';

export type Kind = keyof RulePack;

/**
 * The codes that exist, those of unreadable items included: a reference to a thing that has faults of its own is no fault.
 * Where a whole file could not be read, nobody knows, and every code is taken as known.
 */
export type Known = { readonly has: (kind: Kind, code: string) => boolean };

export function knownCodes(codes: ReadonlyMap<Kind, ReadonlySet<string>>, unreadable: ReadonlySet<Kind>): Known {
  return { has: (kind, code) => unreadable.has(kind) || (codes.get(kind)?.has(code) ?? false) };
}
