/**
 * Figures of a session (*statistiques*), from the results that were published, for the head of the office and for whoever may read
 * them outside. Read this file first; why it is so is in decision 076.
 */

/**
 * How many, of some candidates. `enrolled` is `withoutResult` + `absent` + `present`; `present` is `admitted` + `refused` +
 * `notJudged`. **absent**: had units to sit and sat none; **present**: all others with a published result.
 */
export const COUNTS = [
  'enrolled',
  'withoutResult',
  'absent',
  'present',
  'admitted',
  'refused',
  'notJudged',
  'blocks',
] as const;
/** `blocks`: of those not admitted, who have a block at least. Apart from the sums. */
export type ResultCounts = Readonly<Record<(typeof COUNTS)[number], number>>;

/** What the candidates are told apart by. */
export const KINDS = ['speciality', 'centre', 'department'] as const;
export type Kind = (typeof KINDS)[number];

/** A line of a table. `key`: a CFD, a centre's code, a department's; '' where it isn't known. */
export type CountedLine = {
  readonly key: string;
  readonly name: string;
  readonly counts: ResultCounts;
  /** The same of the session before; null: the register has none, or nobody of this line. */
  readonly before: ResultCounts | null;
};

/** A unit of a speciality, with all its marks. */
export type UnitFigures = {
  readonly speciality: string;
  readonly unit: string;
  readonly code: string | null;
  readonly title: string;
  /** How many for each mark, in half points (0 to 40): those sat at this session. */
  readonly marks: ReadonlyMap<number, number>;
  readonly absent: number;
  readonly excused: number;
  /** Marks kept or carried from before, and exemptions: in no distribution. */
  readonly kept: number;
  readonly exempt: number;
  /** Blocks obtained by who isn't admitted. */
  readonly blocks: number;
};

/** Below this a number of persons doesn't leave the office. */
export const SMALL = 5;
