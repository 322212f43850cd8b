import type { StateOf } from '../../platform/transitions.ts';
import { BATCH_LIFE, type MarkBatch, type Progress, type RoundName } from '../marks.ts';

/** Why something can't be done with a batch now, or by this person; null: it can. */
export type WhyNot =
  | 'locked'
  | 'not-locked'
  | 'not-yours'
  | 'round-done'
  | 'round-open'
  | 'rounds-open'
  | 'differences-left'
  | 'list-changed'
  | 'typed-it'
  | 'same-person';

type Who = { readonly by: string };

export function stateOf({ rounds, lockedAt }: Pick<MarkBatch, 'rounds' | 'lockedAt'>): StateOf<typeof BATCH_LIFE> {
  if (lockedAt !== null) return 'locked';
  return rounds.first.doneAt === null || rounds.second.doneAt === null ? 'typing' : 'typed';
}

/** The other one. */
export function otherRound(round: RoundName): RoundName {
  return round === 'first' ? 'second' : 'first';
}

export function whyNotEntered(batch: MarkBatch, round: RoundName, { by }: Who): WhyNot | null {
  const { clerk, doneAt } = batch.rounds[round];
  if (clerk !== by) return 'not-yours';
  return BATCH_LIFE.whyNot('enter', stateOf(batch)) ?? (doneAt === null ? null : 'round-done');
}

export function whyNotReopened(batch: MarkBatch, round: RoundName): WhyNot | null {
  return BATCH_LIFE.whyNot('reopen', stateOf(batch)) ?? (batch.rounds[round].doneAt === null ? 'round-open' : null);
}

/** `typedBy`: who wrote in each round, whoever is named for it now. */
export type TypedBy = Readonly<Record<RoundName, ReadonlySet<string>>>;

/** Who is named for a round never typed, and never will, the other. */
export function whyNotNamed(
  batch: MarkBatch,
  named: Readonly<Record<RoundName, string | null>>,
  typedBy: TypedBy,
): WhyNot | null {
  if (!BATCH_LIFE.may('name-clerks', stateOf(batch))) return 'locked';
  if (named.first !== null && named.first === named.second) return 'same-person';
  for (const round of ['first', 'second'] as const) {
    const clerk = named[round];
    if (clerk === batch.rounds[round].clerk) continue;
    if (batch.rounds[round].doneAt !== null) return 'round-done';
    if (clerk !== null && typedBy[otherRound(round)].has(clerk)) return 'typed-it';
  }
  return null;
}

/** A third person decides, on the script itself, once both are done. */
export function whyNotDecided(batch: MarkBatch, typedBy: TypedBy, { by }: Who): WhyNot | null {
  const typedIt = typedBy.first.has(by) || typedBy.second.has(by);
  return BATCH_LIFE.whyNot('settle', stateOf(batch)) ?? (typedIt ? 'typed-it' : null);
}

/** `unlisted`: who sits the unit and has no script, or has one and doesn't sit it any more. */
export function whyNotLocked(
  batch: MarkBatch,
  { scripts, differences, settled }: Progress,
  unlisted: number,
  typedBy: TypedBy,
  who: Who,
): WhyNot | 'marks-missing' | null {
  const before = whyNotDecided(batch, typedBy, who);
  if (before !== null) return before;
  if (differences > 0) return 'differences-left';
  if (settled < scripts) return 'marks-missing';
  return unlisted > 0 ? 'list-changed' : null;
}
