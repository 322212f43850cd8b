import type { Mode } from '../piece.ts';
import type { Act, LaterGroup } from './pieceActs.ts';
import type { Standings } from './pieceStanding.ts';

/** What the candidate must still do. `until`: the instant before which; null: no date binds it. */
export type Todo =
  | { readonly who: 'candidate'; readonly act: 'register' | 'finish-change'; readonly until: Temporal.Instant }
  | {
      readonly who: 'candidate';
      readonly act: 'correct';
      readonly code: string;
      /** Null: its days run from a decision that isn't notified yet (`awaitsNotice`). */
      readonly until: Temporal.Instant | null;
      readonly mode: Mode;
    }
  | {
      readonly who: 'candidate';
      readonly act: 'sign';
      /** Null: it waits for its letter (`awaitsLetter`), from which its days run. */
      readonly until: Temporal.Instant | null;
      readonly mode: Mode;
      /** The version to sign; a sheet of an earlier one no longer counts. */
      readonly version: number;
    }
  | {
      readonly who: 'candidate';
      readonly act: 'give';
      readonly codes: readonly string[];
      /** Null: as above. */
      readonly until: Temporal.Instant | null;
      readonly mode: Mode;
      /** Due on a day of its own, after the closing: the enrolment doesn't hang on it. */
      readonly later: boolean;
    }
  | {
      readonly who: 'candidate';
      readonly act: 'hand-over';
      /** All that are ready: one press says it of each. */
      readonly groups: readonly string[];
      /** Nothing is missing whose time is over: then it can be said that all is there. */
      readonly whole: boolean;
      /** Of the first of its pieces that may still be changed; null once that time is over: handing over stays possible. */
      readonly until: Temporal.Instant | null;
    }
  | OwnLine;

/** What a room above the pieces adds, in its own words (`due.ts`). */
export type Contribution = OwnLine | OfficeLine;

/**
 * The candidate's turn; nothing of it is without what happens otherwise. `may`: they needn't, nobody recalls it: a right that has a last day.
 */
export type OwnLine = Line & {
  readonly who: 'candidate';
  readonly state: 'todo' | 'problem' | 'may';
  readonly otherwise: string;
  /**
   * Their answer, before a person decides against them: it comes first, and nothing is said to be too late beside it. `act`: the words of its
   * button; `cures`: the pieces that end the matter, which come before it as long as they may be given.
   */
  readonly answer?: { readonly act: string; readonly cures: readonly string[] };
};

/** Somebody of the office, or of the service that alone reads it, has the next word. */
export type OfficeLine = Line & {
  readonly who: 'office';
  readonly state: 'waiting';
  readonly otherwise: string | null;
};

type Line = {
  readonly act: 'other';
  /** Null: no date binds it, or its time is over and it may be done all the same. Never a past instant. */
  readonly until: Temporal.Instant | null;
  readonly href: string;
  /** The piece that it is about: this is said of it, and nothing else. */
  readonly piece: string | null;
  /** What to do, as a line, a button and a sentence say it. */
  readonly label: string;
  /** Beside it, instead of a date: that its time is over, and what can still be done. */
  readonly detail: string | null;
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
  /** Too late for the candidate alone: they write to the office. Not while their answer is asked, which is the way. */
  | { readonly who: 'office'; readonly act: 'late'; readonly codes: readonly string[] }
  | { readonly who: 'office'; readonly act: 'check'; readonly codes: readonly string[] }
  /** Nobody can look at them yet: files of theirs are received and wait to be read. */
  | { readonly who: 'nobody'; readonly act: 'read'; readonly codes: readonly string[]; readonly files: number }
  | OfficeLine
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
  /** Of those, the ones that were refused, files or not: they aren't given. */
  readonly refused: number;
  readonly later: readonly LaterGroup[];
  readonly standings: Standings;
};

/** The pieces of one kind of line: `late`, `exempted`… */
export function codesOf(
  { lines }: Pick<Remaining, 'lines'>,
  act: 'late' | 'check' | 'read' | 'compliant' | 'exempted',
): readonly string[] {
  return lines.flatMap((line) => (line.act === act ? line.codes : []));
}

/** How many files are received and wait to be read: until then nobody can say that nothing is left to do. */
export function unreadIn({ lines }: Pick<Remaining, 'lines'>): number {
  return lines.reduce((sum, line) => sum + (line.act === 'read' ? line.files : 0), 0);
}

/** What is to be looked at about a piece that is in and that nobody decided on; null: nothing. */
export function doubtOf({ lines }: Pick<Remaining, 'lines'>, code: string): Contribution | null {
  for (const line of lines) if (line.act === 'other' && line.piece === code) return line;
  return null;
}

/** What the candidate has to do, the most urgent first. */
export function todosOf({ lines }: Pick<Remaining, 'lines'>): readonly Todo[] {
  return lines.filter((line) => line.who === 'candidate').filter((todo) => !isRight(todo));
}

/** What the office asks them before it decides, the first of it. */
export function answerAskedIn({ lines }: Pick<Remaining, 'lines'>): Answer | null {
  return lines.filter((line) => line.who === 'candidate').find(isAnswer) ?? null;
}

type Answer = OwnLine & Required<Pick<OwnLine, 'answer'>>;

export function isAnswer(todo: Todo | Contribution): todo is Answer {
  return todo.act === 'other' && todo.who === 'candidate' && todo.answer !== undefined;
}

/** What they may do and needn't: nothing of it is late, and no mail recalls it. */
export function rightsOf({ lines }: Pick<Remaining, 'lines'>): readonly OwnLine[] {
  return lines.filter((line) => line.who === 'candidate').filter(isRight);
}

export function isRight(todo: Todo): todo is OwnLine {
  return todo.act === 'other' && todo.state === 'may';
}
