import type { Installation } from '../catalogue/index.ts';
import { keysOf } from '../platform/keys.ts';
import { KEPT } from './keptTables.ts';
import { CLOSED, WHY_STAYS } from './texts/closedData.ts';
import { type KeptSubject, keptData, restOf, type SubjectName, untilOf } from './texts/keptData.ts';

/** What is kept of people, subject by subject, as the page on personal data says it: for who is shown their own. */
export type SubjectKept = {
  readonly name: string;
  readonly what: string;
  readonly until: string;
  readonly tables: readonly string[];
  /** What becomes of it when its owner closes their account; null: it isn't a candidate's. */
  readonly closed: SubjectClosed | null;
};

export type SubjectClosed = {
  readonly goes: string | null;
  readonly stays: string | null;
  /** Of what stays. */
  readonly why: string | null;
  /** Until when. */
  readonly until: string | null;
  /** It stays whether anything was ever registered or not. */
  readonly always: boolean;
};

export function keptSubjects({ kept }: Installation): readonly SubjectKept[] {
  const tables = Map.groupBy(Object.entries(KEPT), ([, subject]) => subject);
  const data: Readonly<Record<SubjectName, KeptSubject>> = keptData(kept);
  return keysOf(data).map((name) => {
    const one = data[name];
    return {
      name,
      what: one.what,
      until: untilOf(one, kept),
      closed: closedOf(name, restOf(one, kept), one.erased?.when ?? null),
      tables: [...tables].flatMap(([subject, of]) => (subject === name ? of.map(([table]) => table) : [])),
    };
  });
}

function closedOf(name: SubjectName, rest: string | null, when: string | null): SubjectClosed | null {
  const fate = CLOSED[name];
  if (fate === null) return null;
  const { goes = null } = fate;
  if (fate.stays === undefined) return { goes, stays: null, why: null, until: null, always: false };
  const { stays, why, timed = false } = fate;
  return { goes, stays, why: WHY_STAYS[why], until: timed ? when : (rest ?? when), always: why === 'trace' };
}
