import type { SignerShown } from '../../decisions/index.ts';
import type { FormState, Option, PageFrame } from '../../ui/index.ts';
import type { Excuse } from '../excuses/excuse.ts';
import type { Absence, AbsenceDecision, EndedReplacement, SettledAbsence } from '../replacement.ts';
import type { NamedAbsent, PlacedAgain } from '../store.ts';

type Named = { readonly person: NamedAbsent; readonly specialityName: string };
export type ShownAbsence = Absence &
  Named & {
    readonly decision: AbsenceDecision | null;
    /** By the result that they can read. */
    readonly admitted: boolean;
    /** Of the replacement test; null: none yet. */
    readonly placed: PlacedAgain | null;
    /** What the candidate said of it, as far as who decides reads it. */
    readonly excuse: Excuse | null;
  };

export type ReplacementsView = PageFrame & {
  readonly session: string;
  readonly sessions: readonly Option[];
  readonly sessionName: string;
  readonly results: string;
  /** Of the exam, each with its source. */
  readonly law: readonly { readonly words: string; readonly source: string; readonly sure: boolean }[];
  readonly absences: readonly ShownAbsence[];
  readonly settled: readonly (SettledAbsence & Named)[];
  readonly ended: readonly (EndedReplacement & Named)[];
  /** How many of the longest list aren't shown. */
  readonly beyond: number;
  readonly now: Temporal.Instant;
  /** Under whose name it would be signed, or who could. */
  readonly signer: SignerShown;
  readonly refused: { readonly id: string; readonly state: FormState } | null;
};
