import type { Standing, ToldPresence } from '../attendance.ts';

/** A seat as the head counts it. */
export type Counted = ToldPresence & {
  readonly centreId: string;
  readonly roomId: string;
  readonly startsAt: Temporal.Instant;
  readonly other: Standing['other'];
};

export type Tally = {
  readonly expected: number;
  readonly present: number;
  readonly late: number;
  readonly absent: number;
  /** Nothing said yet, or taken back. */
  readonly none: number;
  /** Two devices that don't say the same. */
  readonly disputed: number;
};

export function tallyOf(seats: readonly (ToldPresence & Pick<Standing, 'other'>)[]): Tally {
  const of = (state: ToldPresence['state']): number => seats.filter((one) => one.state === state).length;
  return {
    expected: seats.length,
    present: of('present'),
    late: of('late'),
    absent: of('absent'),
    none: of('none'),
    disputed: seats.filter(({ other }) => other !== null).length,
  };
}

export const SIGHTS = ['tous', 'absents', 'a-pointer', 'contredits'] as const;
export type PresenceState = (typeof SIGHTS)[number];

/** What the head looks at among the seats of a centre. */
export function isSeen({ state, other }: ToldPresence & Pick<Standing, 'other'>, sight: PresenceState): boolean {
  if (sight === 'absents') return state === 'absent' || state === 'late';
  if (sight === 'a-pointer') return state === 'none';
  return sight === 'tous' || other !== null;
}
