import type { RulePack } from '../schema/pack.ts';

export type Kind = keyof RulePack;

/**
 * The codes that exist, those of unreadable items included: a reference to a thing that has faults of its own is no fault.
 * Where a whole file could not be read, nobody knows, and every code is taken as known.
 */
export type KnownCodes = {
  readonly has: (kind: Kind, code: string) => boolean;
  /** Among the things of one exam. */
  readonly hasIn: (exam: string, kind: Kind, code: string) => boolean;
};

/** Gathers the codes while the files are read. */
export type KnownGatherer = KnownCodes & {
  readonly add: (kind: Kind, exam: string | null, code: string) => void;
  readonly unreadable: (kind: Kind, exam: string | null) => void;
};

export function gatherKnown(): KnownGatherer {
  const codes = new Set<string>();
  const unreadable = new Set<string>();
  const key = (...parts: readonly (string | null)[]): string => JSON.stringify(parts);
  return {
    add: (kind, exam, code) => void codes.add(key(kind, code)).add(key(kind, exam, code)),
    unreadable: (kind, exam) => void unreadable.add(key(kind)).add(key(kind, exam)),
    has: (kind, code) => unreadable.has(key(kind)) || codes.has(key(kind, code)),
    hasIn: (exam, kind, code) => unreadable.has(key(kind, exam)) || codes.has(key(kind, exam, code)),
  };
}
