import type { JSX } from 'preact';
import type { FormState, PageFrame } from '../../ui/index.ts';
import type { PublicationState, Result, ResultPublication } from '../publication.ts';
import type { Difference } from '../rules/differences.ts';
import type { PublicationAct } from '../rules/states.ts';
import type { NamedEnrolment } from '../store/enrolled.ts';
import type { CountedResult } from '../store/results.ts';

export type OneView = PageFrame & {
  readonly publication: ResultPublication;
  readonly state: PublicationState;
  readonly sessionName: string;
  readonly nameOf: (cfd: string) => string;
  readonly staffName: (id: string | null) => string;
  readonly counted: readonly CountedResult[];
  readonly told: { readonly count: number; readonly told: number };
  readonly changes: readonly {
    readonly person: NamedEnrolment;
    readonly differences: readonly Difference[];
    readonly reason: string;
  }[];
  readonly changed: number;
  readonly sample: readonly { readonly person: NamedEnrolment; readonly result: Result }[];
  /** What this person may do now. */
  readonly may: ReadonlySet<PublicationAct>;
  /** Proposed, and not theirs to approve. */
  readonly needsOther: string | null;
  /** Under whose name it would be approved, or who could. */
  readonly signer: JSX.Element;
  /** What the session's rules say of the results' hour. */
  readonly ofSession: Temporal.Instant | null;
  readonly form: PublicationAct | null;
  readonly typed: FormState;
  readonly proposed: FormState;
};
