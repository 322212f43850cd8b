import type { BoardProgress } from '../../marking/index.ts';
import type { FormState, Option, PageFrame, StatusName } from '../../ui/index.ts';
import type { MarkBatch, Progress, Script } from '../marks.ts';
import type { Numbered } from '../store/added.ts';
import type { LaterMark } from '../store/entries.ts';

/** Where a batch stands for the head, from what is to be done with it. */
export type BatchState = 'unnamed' | 'typing' | 'differs' | 'ready' | 'locked';

export function standingOf({ lockedAt, rounds }: MarkBatch, { differences, scripts, settled }: Progress): BatchState {
  if (lockedAt !== null) return 'locked';
  if (settled === scripts && rounds.first.doneAt !== null && rounds.second.doneAt !== null) return 'ready';
  if (rounds.first.clerk === null || rounds.second.clerk === null) return 'unnamed';
  return differences > 0 ? 'differs' : 'typing';
}

export const LOOKS: Readonly<Record<BatchState, StatusName>> = {
  unnamed: 'missing',
  typing: 'deposited',
  differs: 'refused',
  ready: 'received',
  locked: 'compliant',
};

export type BatchLine = {
  readonly batch: MarkBatch;
  readonly name: string;
  readonly progress: Progress;
  readonly standing: BatchState;
  /** Sheets that came after its lock, of which nothing is decided yet. */
  readonly late: number;
};

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

/** A sheet that a head has something to do with. */
export type SheetToSee = {
  readonly scriptId: string;
  readonly sheetId: string;
  readonly name: string;
  readonly at: Temporal.Instant;
};

/** How far the boards of a batch are, without a value; which sheets wait for a head. */
export type BoardsView = {
  readonly progress: readonly BoardProgress[];
  /** Signed by one: a head may sign beside them. */
  readonly single: readonly SheetToSee[];
  /** Of whom a board says that they may not sit: no text gives them a mark. */
  readonly barred: readonly SheetToSee[];
  /** After the lock: a sheet came that says otherwise than what stands. */
  readonly late: readonly (SheetToSee & {
    readonly number: string;
    readonly stands: string;
    readonly said: string;
    readonly isAgreed: boolean;
  })[];
  /** Whose each script is, by name; before the lock nobody reads a mark beside it. */
  readonly names: ReadonlyMap<string, string>;
};

export type BatchView = PageFrame &
  Omit<BatchLine, 'late'> & {
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
    /** Of a batch that is marked by name; null: it isn't. */
    readonly boards: BoardsView | null;
    readonly form: ActForm | null;
    readonly state: FormState;
  };
