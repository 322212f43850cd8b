import { type Enrolment, isBeingChanged, isLiving } from '../../enrolment/index.ts';
import { type Mode, type PieceWithFiles, SIGNED_CONFIRMATION } from '../piece.ts';
import { type Act, actsOf, type LaterGroup, laterOf } from './acts.ts';
import { byClosing, closingOf, progressOf } from './pieceState.ts';
import { type PieceStanding, type Standings, standingOf } from './standing.ts';

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
  readonly later: readonly LaterGroup[];
  readonly standings: Standings;
};

type Standing = Pick<Enrolment, 'status' | 'number' | 'version' | 'signature' | 'working' | 'reserve'>;
export type Moments = { readonly now: Temporal.Instant; readonly closesAt: Temporal.Instant };
/** `office`: what is health data is nowhere in it, though it counts for what it excuses. */
type Read = Moments & { readonly reader?: 'candidate' | 'office' };

/**
 * What remains of an enrolment, from what is on record: hub, lists, pages, mails and papers all say this, in their own words.
 * `closesAt`: of its session's window; `added`: of the rooms above (`due.ts`).
 */
export function whatRemains(
  enrolment: Standing,
  all: readonly PieceWithFiles[],
  { now, closesAt, reader = 'candidate' }: Read,
  added: readonly Contribution[] = [],
): Remaining {
  const pieces = all.filter((piece) => piece.status !== 'not-applicable');
  const standings = new Map(all.map((piece) => [piece.code, standingOf(piece, pieces, now)]));
  const read = reader === 'office' ? pieces.filter(({ confidential }) => !confidential) : pieces;
  const at = (...wanted: readonly PieceStanding[]): readonly PieceWithFiles[] =>
    read.filter(({ code }) => wanted.includes(standings.get(code) ?? 'not-applicable'));
  const todo = !isLiving(enrolment) ? [] : inOrder(todoOf(enrolment, at, { now, closesAt }), added);
  const codesAt = (...wanted: readonly PieceStanding[]): readonly string[] => at(...wanted).map(({ code }) => code);
  const others: readonly RemainingLine[] = !isLiving(enrolment)
    ? []
    : [
        { who: 'office', act: 'late', codes: codesAt('late') } as const,
        { who: 'office', act: 'check', codes: codesAt('with-office') } as const,
        { who: 'nobody', act: 'compliant', codes: codesAt('compliant') } as const,
        { who: 'nobody', act: 'exempted', codes: codesAt('exempted') } as const,
      ].filter(({ codes }) => codes.length > 0);
  const reserve: readonly RemainingLine[] =
    enrolment.reserve === 'pending' && isLiving(enrolment) ? [{ who: 'office', act: 'reserve' }] : [];
  const { counted, given } = progressOf(pieces);
  return {
    lines: [...todo, ...reserve, ...(isLiving(enrolment) ? added.filter(isOffice) : []), ...others],
    next: todo[0] ?? null,
    deadline: todo.flatMap(({ until }) => until ?? []).toSorted(Temporal.Instant.compare)[0] ?? null,
    acts: actsOf(enrolment, pieces, standings).map((act) =>
      act.name === 'signed' && act.state === 'done' && added.some(({ piece }) => piece === SIGNED_CONFIRMATION)
        ? { ...act, state: 'partial' }
        : act,
    ),
    given,
    asked: counted.length,
    later: laterOf(pieces, standings),
    standings,
  };
}

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

/** What is added stands by its date: before what is due after the closing, or at the end. */
function inOrder(own: readonly Todo[], added: readonly Contribution[]): readonly Todo[] {
  const isLater = (todo: Todo): boolean => todo.act === 'give' && todo.later;
  const theirs = added.filter(isCandidate);
  const dated = theirs.filter(({ until }) => until !== null);
  return [
    ...own.filter((todo) => !isLater(todo)),
    ...dated,
    ...own.filter(isLater),
    ...theirs.filter((one) => !dated.includes(one)),
  ];
}

function isCandidate(one: Contribution): one is Contribution & { readonly who: 'candidate' } {
  return one.who === 'candidate';
}

function isOffice(one: Contribution): one is Contribution & { readonly who: 'office' } {
  return one.who === 'office';
}

type At = (...wanted: readonly PieceStanding[]) => readonly PieceWithFiles[];

/** What comes first is what is in the way of all else, then what was refused, then the signature. */
function todoOf(enrolment: Standing, at: At, { now, closesAt }: Moments): readonly Todo[] {
  const who = 'candidate';
  const isOpen = Temporal.Instant.compare(now, closesAt) < 0;
  if (enrolment.number === null) return isOpen ? [{ who, act: 'register', until: closesAt }] : [];
  const missing = at('to-give');
  const isSheet = ({ code }: PieceWithFiles): boolean => code === SIGNED_CONFIRMATION;
  const correct = (piece: PieceWithFiles): Todo => ({ who, act: 'correct', code: piece.code, until: closingOf(piece) });
  // A refused waiver is one way out; the pieces that it should have excused are the other.
  const waivers = at('offered-refused').filter(({ excuses }) => missing.some(({ code }) => excuses.includes(code)));
  const ready = at('to-hand-over');
  const groups = [...new Set(ready.map(({ group }) => group))];
  return [
    ...(isBeingChanged(enrolment) && isOpen ? [{ who, act: 'finish-change', until: closesAt } as const] : []),
    ...at('to-correct').toSorted(byClosing).map(correct),
    ...missing
      .filter(isSheet)
      .map(
        (piece): Todo => ({ who, act: 'sign', until: closingOf(piece), mode: piece.mode, version: enrolment.version }),
      ),
    ...giveOf(
      missing.filter((piece) => piece.countsForValidation && !isSheet(piece)),
      false,
    ),
    ...groups.map(
      (group): Todo => ({
        who,
        act: 'hand-over',
        group,
        whole: at('late').length === 0,
        until: firstAhead(ready, group, now),
      }),
    ),
    ...waivers.map(correct),
    ...giveOf(
      missing.filter((piece) => !piece.countsForValidation),
      true,
    ),
  ];
}

function firstAhead(pieces: readonly PieceWithFiles[], group: string, now: Temporal.Instant): Temporal.Instant | null {
  const ends = pieces.filter((piece) => piece.group === group).map(closingOf);
  return ends.toSorted(Temporal.Instant.compare).find((end) => Temporal.Instant.compare(now, end) < 0) ?? null;
}

/** One line for all that is given in one way by one date. */
function giveOf(pieces: readonly PieceWithFiles[], later: boolean): readonly Todo[] {
  const lots = Map.groupBy(pieces.toSorted(byClosing), (piece) => `${closingOf(piece)} ${piece.mode}`);
  return [...lots.values()].flatMap(([first, ...others]): readonly Todo[] => {
    if (first === undefined) return [];
    const codes = [first, ...others].map(({ code }) => code);
    return [{ who: 'candidate', act: 'give', codes, until: closingOf(first), mode: first.mode, later }];
  });
}
