import type { AbsenceDecision, ReplacementOutcome } from '../../replacement.ts';
import { EXCUSE_LIFE, type Excuse, type ExcuseProof } from '../excuse.ts';

/** What was answered of one unit: the last decision since the excuse was sent; null: none yet. */
export function answerOf(
  excuse: Pick<Excuse, 'enrolmentId' | 'sentAt'>,
  unit: string,
  decisions: readonly Pick<AbsenceDecision, 'enrolmentId' | 'unit' | 'outcome' | 'decidedAt'>[],
): ReplacementOutcome | null {
  const found = decisions.find(
    (one) =>
      one.enrolmentId === excuse.enrolmentId &&
      one.unit === unit &&
      Temporal.Instant.compare(one.decidedAt, excuse.sentAt) >= 0,
  );
  return found?.outcome ?? null;
}

/** What a candidate reads of one unit. `marked`: nobody decides any more, since a mark says that it was sat, whatever it is. */
export type UnitAnswer = ReplacementOutcome | 'marked' | 'waiting';

export function answerNow(
  excuse: Parameters<typeof answerOf>[0],
  unit: string,
  decisions: Parameters<typeof answerOf>[2],
  marked: ReadonlySet<string>,
): UnitAnswer {
  return answerOf(excuse, unit, decisions) ?? (marked.has(unit) ? 'marked' : 'waiting');
}

/** Documents may be added, and it may be taken back, while something of it waits for an answer. */
export function isOpen(excuse: Excuse, decisions: Parameters<typeof answerOf>[2]): boolean {
  return (
    EXCUSE_LIFE.may('withdraw', excuse.state) && excuse.units.some((unit) => answerOf(excuse, unit, decisions) === null)
  );
}

/** And where a document could not be read, another may come in its place, even once all is answered: a person reads it then. */
export function mayAdd(
  excuse: Excuse,
  decisions: Parameters<typeof answerOf>[2],
  unreadable: readonly ExcuseProof[],
): boolean {
  return isOpen(excuse, decisions) || (EXCUSE_LIFE.may('add-document', excuse.state) && unreadable.length > 0);
}

/** Documents of one excuse stand for one another. */
export function isOfSame(one: Pick<ExcuseProof, 'excuseId'>, other: Pick<ExcuseProof, 'excuseId'>): boolean {
  return one.excuseId === other.excuseId;
}

/** Of the excuses that speak of a unit, the last that stands: what the head reads beside an absence. */
export function lastFor(
  excuses: readonly Excuse[],
  { enrolmentId, unit }: { readonly enrolmentId: string; readonly unit: string },
): Excuse | null {
  return (
    excuses
      .filter((one) => one.state !== 'withdrawn' && one.enrolmentId === enrolmentId && one.units.includes(unit))
      .toSorted((a, b) => Temporal.Instant.compare(b.sentAt, a.sentAt))[0] ?? null
  );
}
