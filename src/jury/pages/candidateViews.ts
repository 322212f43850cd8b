import type { Attendance } from '../../attendance/index.ts';
import type { Account } from '../../results/index.ts';
import type { FormState, Option, PageFrame } from '../../ui/index.ts';
import type { Jury } from '../jury.ts';
import type { Drift } from '../rules/drift.ts';
import type { RaisedMark } from '../rules/points.ts';
import type { Addition } from '../store/additions.ts';
import type { GivenPoint } from '../store/points.ts';
import type { JuryDecision, JuryPoint, JuryVerdict } from '../verdict.ts';

/** What points would change, shown before they are kept. */
export type PointEffect = {
  readonly unit: string;
  readonly before: number;
  readonly given: number | null;
  readonly after: number;
  readonly sentences: readonly string[];
};

export type CandidateView = PageFrame & {
  readonly jury: Jury;
  /** Points can be given: a head, of an open jury. */
  readonly writes: boolean;
  readonly head: boolean;
  /** After the points of the jury; of a closed record, as it says. */
  readonly account: Account;
  readonly speciality: string;
  /** Null: not asked for. */
  readonly name: string | null;
  readonly decision: JuryDecision;
  readonly notes: readonly string[];
  /** « 293,5 points pour 29 de coefficients : 10,12 » */
  readonly sum: string;
  /** « Il manque 9 points. »; null: nothing is missing, or no average is. */
  readonly missing: string | null;
  /** What the centres said of who came. */
  readonly told: readonly Attendance[];
  readonly points: readonly JuryPoint[];
  readonly stale: readonly JuryPoint[];
  /** Of each unit, what alone is enough for the diploma. */
  readonly raises: ReadonlyMap<string, RaisedMark>;
  /** Units that can be raised. */
  readonly raisable: readonly Option[];
  readonly given: readonly GivenPoint[];
  /** That this jury gave last, to be offered again. */
  readonly reasons: readonly string[];
  readonly examined: boolean;
  readonly effect: PointEffect | null;
  readonly place: {
    readonly rank: number;
    readonly all: number;
    /** Of the whole jury. */
    readonly toExamine: number;
    readonly previous: string | null;
    readonly next: string | null;
  };
  /** Of the list from which they came. */
  readonly more: Readonly<Record<string, string | number>>;
  readonly personOf: (account: string | null) => string;
  /** Of a closed record. */
  readonly said: Said | null;
  readonly form: 'points' | 'additif' | 'retrait' | null;
  readonly state: FormState;
};

export type Said = {
  readonly verdict: JuryVerdict;
  readonly drift: readonly Drift[];
  readonly pending: Addition | null;
  /** Before and after, of what is proposed. */
  readonly changes: readonly (readonly string[])[];
  readonly fallen: readonly string[];
  readonly mayConfirm: boolean;
};
