import type { Mode } from '../piece.ts';
import type { Act, LaterGroup } from './acts.ts';
import type { Standings } from './standing.ts';

/** What the candidate must still do. `until`: the instant before which; null: no date binds it. */
export type Todo =
  | { readonly who: 'candidate'; readonly act: 'register' | 'finish-change'; readonly until: Temporal.Instant }
  | { readonly who: 'candidate'; readonly act: 'correct'; readonly code: string; readonly until: Temporal.Instant }
  | {
      readonly who: 'candidate';
      readonly act: 'sign';
      readonly until: Temporal.Instant;
      readonly mode: Mode;
      /** The version to sign; a sheet of an earlier one no longer counts. */
      readonly version: number;
    }
  | {
      readonly who: 'candidate';
      readonly act: 'give';
      readonly codes: readonly string[];
      readonly until: Temporal.Instant;
      readonly mode: Mode;
      /** Due on a day of its own, after the closing: the enrolment doesn't hang on it. */
      readonly later: boolean;
    }
  | {
      readonly who: 'candidate';
      readonly act: 'hand-over';
      readonly group: string;
      /** Nothing is missing whose time is over: then it can be said that all is there. */
      readonly whole: boolean;
      /** Of the first of its pieces that may still be changed; null once that time is over: handing over stays possible. */
      readonly until: Temporal.Instant | null;
    }
  | (Contribution & { readonly who: 'candidate' });

/** What a room above the pieces adds, in its own words (`due.ts`). `office`: somebody there has the next word. */
export type Contribution = {
  readonly who: 'candidate' | 'office';
  readonly act: 'other';
  /** Null: no date binds it, or its time is over and it may be done all the same. Never a past instant. */
  readonly until: Temporal.Instant | null;
  readonly state: 'todo' | 'problem' | 'waiting';
  readonly href: string;
  /** The piece that it is about, though it is in: it isn't done as long as this stands. */
  readonly piece: string | null;
  /** What to do, as a line, a button and a sentence say it. */
  readonly label: string;
  /** Beside it, instead of a date: that its time is over, and what can still be done. */
  readonly detail: string | null;
  /** What happens if it isn't done; null: nothing of its own. */
  readonly otherwise: string | null;
  /** In the title of the page, without its date: « Une démarche à envoyer ». */
  readonly title: string;
  /** As a mail says it, without its date; null: no mail does. Whatever touches health says « une démarche ». */
  readonly mail: string | null;
};

/** One line of what remains. `office`: the candidate has nothing to do for it. `nobody`: it is done. */
export type RemainingLine =
  | Todo
  /** Somebody looks at what keeps it under reserve, before which it can't be validated. */
  | { readonly who: 'office'; readonly act: 'reserve' }
  /** Too late for the candidate alone: they write to the office. */
  | { readonly who: 'office'; readonly act: 'late'; readonly codes: readonly string[] }
  | { readonly who: 'office'; readonly act: 'check'; readonly codes: readonly string[] }
  | (Contribution & { readonly who: 'office' })
  | { readonly who: 'nobody'; readonly act: 'compliant' | 'exempted'; readonly codes: readonly string[] };

export type Remaining = {
  /** The most urgent first: what the candidate does, what the office does, what is done. */
  readonly lines: readonly RemainingLine[];
  /** The one thing to do next; null when it is somebody else's turn. */
  readonly next: Todo | null;
  /** The nearest instant by which the candidate has something to do. */
  readonly deadline: Temporal.Instant | null;
  readonly acts: readonly Act[];
  /** Due at the closing, the signed confirmation apart: it is an act of its own. */
  readonly given: number;
  readonly asked: number;
  /** Of those, the ones in order. */
  readonly checked: number;
  readonly later: readonly LaterGroup[];
  readonly standings: Standings;
};

/** The pieces of one kind of line: `late`, `exempted`… */
export function codesOf(
  { lines }: Pick<Remaining, 'lines'>,
  act: 'late' | 'check' | 'compliant' | 'exempted',
): readonly string[] {
  return lines.flatMap((line) => (line.act === act ? line.codes : []));
}

/** What is to be looked at about a piece that is in and that nobody decided on; null: nothing. */
export function doubtOf({ lines }: Pick<Remaining, 'lines'>, code: string): Contribution | null {
  for (const line of lines) if (line.act === 'other' && line.piece === code) return line;
  return null;
}

export function todosOf({ lines }: Pick<Remaining, 'lines'>): readonly Todo[] {
  return lines.filter((line) => line.who === 'candidate');
}
