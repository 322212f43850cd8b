import type { EnrolmentId } from '../../enrolment/index.ts';
import type { AdditionReason } from '../../jury/index.ts';
import type { Result } from '../publication.ts';
import { differences } from './differences.ts';

/** Somebody registered at the session whom a jury has to judge. */
export type EnrolledCandidate = { readonly enrolmentId: EnrolmentId; readonly speciality: string };
/** What the closed records say of one candidate, and why it isn't as the record was closed first. */
export type JudgedCandidate = {
  readonly enrolmentId: EnrolmentId;
  readonly result: Result;
  /** Of each addition to the record, the first first. */
  readonly reasons: readonly AdditionReason[];
};

export type SpecialityStanding = {
  readonly cfd: string;
  readonly enrolled: number;
  readonly judged: number;
  /** Registered, and in no closed record. */
  readonly missing: readonly EnrolmentId[];
};

/** How each speciality stands: publishable once some record of it is closed. */
export function specialityStandings(
  enrolled: readonly EnrolledCandidate[],
  judged: readonly JudgedCandidate[],
): readonly SpecialityStanding[] {
  const verdicts = Map.groupBy(judged, ({ result }) => result.speciality);
  const known = new Set(judged.map(({ enrolmentId }) => enrolmentId));
  const people = Map.groupBy(enrolled, ({ speciality }) => speciality);
  return [...new Set([...people.keys(), ...verdicts.keys()])].toSorted().map((cfd) => {
    const theirs = people.get(cfd) ?? [];
    return {
      cfd,
      enrolled: theirs.length,
      judged: verdicts.get(cfd)?.length ?? 0,
      missing: theirs.filter(({ enrolmentId }) => !known.has(enrolmentId)).map(({ enrolmentId }) => enrolmentId),
    };
  });
}

/** SHA-256 of a value, the same for the same value. */
export type Digest = (value: Result | readonly string[]) => string;

export type Snapshot = {
  readonly results: readonly {
    readonly enrolmentId: EnrolmentId;
    readonly result: Result;
    readonly sha256: string;
    readonly changeReason: string | null;
  }[];
  /** Whose result is what a former publication says. */
  readonly unchanged: number;
  /** Of all results, whatever their order. */
  readonly sha256: string;
};

/**
 * What a publication of these specialities says: what is new and what differs from the publications before, each difference with
 * its reason (`reason`: where the record gives none). What stands as it was isn't said again.
 */
export function snapshot(
  judged: readonly JudgedCandidate[],
  former: ReadonlyMap<string, Result>,
  specialities: readonly string[],
  reason: string | null,
  digest: Digest,
): Snapshot {
  const theirs = judged.filter(({ result }) => specialities.includes(result.speciality));
  const results = theirs.flatMap(({ enrolmentId, result, reasons }) => {
    const before = former.get(enrolmentId);
    if (before !== undefined && differences(before, result).length === 0) return [];
    const changeReason = before === undefined ? null : (reasonSince(before, result, reasons) ?? reason);
    return [{ enrolmentId, result, sha256: digest(result), changeReason }];
  });
  const lines = results.map(({ enrolmentId, sha256: one }) => `${enrolmentId} ${one}`).toSorted();
  return { results, unchanged: theirs.length - results.length, sha256: digest(lines) };
}

/** Of all additions since that publication, a line each; null: there is none. */
function reasonSince(before: Result, result: Result, reasons: readonly AdditionReason[]): string | null {
  const known = before.record === result.record ? before.addition : 0;
  const since = reasons.filter(({ addition }) => addition > known).map(({ reason }) => reason);
  return since.length === 0 ? null : since.join('\n');
}

/** Those of a snapshot that change what was published, with no reason known. */
export function withoutReason({ results }: Snapshot, former: ReadonlyMap<string, Result>): readonly EnrolmentId[] {
  return results
    .filter(({ enrolmentId, changeReason }) => former.has(enrolmentId) && changeReason === null)
    .map(({ enrolmentId }) => enrolmentId);
}
