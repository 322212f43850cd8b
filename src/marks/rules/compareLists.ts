import type { Entrant } from '../marks.ts';

/** Who sits what, by batch: its speciality and its unit. */
export function byBatch(entrants: readonly Entrant[]): ReadonlyMap<string, readonly Entrant[]> {
  return Map.groupBy(entrants, keyOf);
}

export function keyOf({ speciality, unit }: Pick<Entrant, 'speciality' | 'unit'>): string {
  return `${speciality} ${unit}`;
}

export type ListChanges<Id> = {
  readonly added: readonly Id[];
  readonly left: readonly Id[];
  readonly back: readonly Id[];
};

/** Who sits the unit now, beside who has a script. */
export function compareLists<Id extends string>(
  sitting: readonly Id[],
  entered: readonly { readonly enrolmentId: Id; readonly left: boolean }[],
): ListChanges<Id> {
  const [now, known] = [new Set(sitting), new Set(entered.map(({ enrolmentId }) => enrolmentId))];
  const ids = (which: (one: { readonly enrolmentId: Id; readonly left: boolean }) => boolean): readonly Id[] =>
    entered.filter(which).map(({ enrolmentId }) => enrolmentId);
  return {
    added: [...now].filter((id) => !known.has(id)),
    left: ids(({ enrolmentId, left }) => !left && !now.has(enrolmentId)),
    back: ids(({ enrolmentId, left }) => left && now.has(enrolmentId)),
  };
}

export function countChanges({ added, left, back }: ListChanges<string>): number {
  return added.length + left.length + back.length;
}
