import type { FormState, Option, PageFrame, StatusName } from '../../ui/index.ts';
import type { MarkBatch, Progress, Script } from '../marks.ts';
import type { Numbered } from '../store/added.ts';
import type { LaterMark } from '../store/entries.ts';

/** Where a batch stands for the head, from what is to be done with it. */
export type BatchState = 'unnamed' | 'typing' | 'differs' | 'ready' | 'locked';

export function standingOf({ lockedAt, rounds }: MarkBatch, { differences, scripts, settled }: Progress): BatchState {
  if (lockedAt !== null) return 'locked';
  if (rounds.first.clerk === null || rounds.second.clerk === null) return 'unnamed';
  if (differences > 0) return 'differs';
  return settled === scripts && rounds.first.doneAt !== null && rounds.second.doneAt !== null ? 'ready' : 'typing';
}

export const LOOKS: Readonly<Record<BatchState, StatusName>> = {
  unnamed: 'missing',
  typing: 'deposited',
  differs: 'refused',
  ready: 'received',
  locked: 'compliant',
};

export type BatchLine = { readonly batch: MarkBatch; readonly name: string; readonly progress: Progress };

export type ListView = PageFrame & {
  readonly session: string | null;
  readonly sessions: readonly Option[];
  readonly speciality: string | null;
  readonly specialities: readonly Option[];
  readonly lines: readonly BatchLine[];
  readonly page: number;
  readonly all: number;
  readonly found: number;
  readonly locked: number;
  /** Batches to open now, those whose test hasn't begun, and when the next of them does. */
  readonly unopened: { readonly now: number; readonly later: number; readonly next: Temporal.Instant | null };
  readonly clerks: readonly Option[];
  readonly state: FormState;
  readonly chosen: ReadonlySet<string>;
};

/** Who has no script and might: `unseated` sits it by the rules without a seat; `came`: a centre saw them. `gone`: how many seats are empty. */
export type Gaps = {
  readonly gone: number;
  readonly people: readonly (Numbered & { readonly came: boolean; readonly unseated: boolean })[];
};

/** Which form of a batch's page was refused. */
export type ActForm =
  | 'personnes'
  | 'rouvrir-first'
  | 'rouvrir-second'
  | 'ajout'
  | 'deverrouillage'
  | 'correction'
  | 'anonymat';

export type BatchView = PageFrame &
  BatchLine & {
    readonly session: string;
    readonly scripts: readonly Script[];
    readonly later: readonly LaterMark[];
    readonly nameOf: (id: string) => string;
    readonly clerks: readonly Option[];
    /** Of the session's enrolment numbers. */
    readonly prefix: string;
    readonly unlisted: number;
    readonly gaps: Gaps;
    /** The record that a jury closed on these marks; null: none, or the batch is open. */
    readonly record: string | null;
    /** Of those who sit, how many a centre marked absent, and how many it marked at all. */
    readonly attendance: { readonly absent: number; readonly told: number };
    readonly form: ActForm | null;
    readonly state: FormState;
  };
