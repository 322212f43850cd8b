import { type Enrolment, isBeingChanged, isLiving } from '../../enrolment/index.ts';
import { isOffered, type PieceWithFiles, SIGNED_CONFIRMATION } from '../piece.ts';
import { byClosing, closingOf, untilOf } from './deadline.ts';
import { actsOf, laterOf } from './pieceActs.ts';
import { type PieceStanding, standingsOf } from './pieceStanding.ts';
import { isBeingRead, isGiven, progressOf, refuseDeposit, unreadFiles } from './pieceState.ts';
import {
  type Contribution,
  isAnswer,
  isRight,
  type OwnLine,
  type Remaining,
  type RemainingLine,
  type Todo,
} from './remaining.ts';

type Standing = Pick<Enrolment, 'status' | 'number' | 'version' | 'signature' | 'working' | 'reserve'>;
type Moments = { readonly now: Temporal.Instant; readonly closesAt: Temporal.Instant };
/** `office`: what is health data is nowhere in it, though it counts for what it excuses; `service`: that alone is in it. */
type Read = Moments & {
  /** When the first tests begin: what bears on a seat alone, nobody gives nor decides after. */
  readonly beginsAt: Temporal.Instant;
  readonly reader?: 'candidate' | 'office' | 'service';
};

/**
 * What remains of an enrolment, from what is on record: hub, lists, pages, mails and papers all say this, in their own words. `Dues` alone
 * asks it, so that none says less than what the rooms above add; the check of borders refuses any other.
 * `closesAt`: of its session's window; `added`: of the rooms above (`due.ts`).
 */
export function whatRemains(
  enrolment: Standing,
  all: readonly PieceWithFiles[],
  { now, closesAt, beginsAt, reader = 'candidate' }: Read,
  added: readonly Contribution[] = [],
): Remaining {
  const pieces = all.filter((piece) => piece.status !== 'not-applicable');
  const standings = standingsOf(all, now);
  const isTheirs = ({ confidential }: PieceWithFiles): boolean => confidential === (reader === 'service');
  const read = reader === 'candidate' ? pieces : pieces.filter(isTheirs);
  // Beside the good ones of it, one that can't be read asks for another as long as that may be given.
  const again = read.filter(
    (piece) =>
      piece.refused.length > 0 &&
      isGiven(piece) &&
      !isOffered(piece) &&
      refuseDeposit(piece, { begunAt: now, now }) === null,
  );
  const at = (...wanted: readonly PieceStanding[]): readonly PieceWithFiles[] =>
    read.filter(({ code }) => wanted.includes(standings.get(code) ?? 'not-applicable'));
  const own = added.filter((one) => one.who === 'candidate');
  const spoken = new Set(own.flatMap(({ piece }) => piece ?? []));
  // That an enrolment is to be registered, or a change of it finished, tells of no health.
  const isOfReader = (todo: Todo): boolean => reader !== 'service' || piecesOf(todo).length > 0;
  const ours = todoOf(enrolment, at, again, { now, closesAt })
    .filter(isOfReader)
    .filter((todo) => todo.act === 'give' || !piecesOf(todo).some((code) => spoken.has(code)));
  const todo = isLiving(enrolment)
    ? inOrder(
        ours,
        own.filter((one) => !isRight(one)),
      )
    : [];
  const codesAt = (...wanted: readonly PieceStanding[]): readonly string[] => at(...wanted).map(({ code }) => code);
  const unread = read.filter(isBeingRead);
  const hasBegun = Temporal.Instant.compare(beginsAt, now) <= 0;
  const late = at('late')
    .filter(({ countsForValidation }) => countsForValidation || !hasBegun)
    .map(({ code }) => code);
  const others: readonly RemainingLine[] = !isLiving(enrolment)
    ? []
    : [
        { who: 'office', act: 'late', codes: own.some(isAnswer) ? [] : late } as const,
        {
          who: 'office',
          act: 'check',
          codes: codesAt('with-office').filter((code) => !unread.some((piece) => piece.code === code)),
        } as const,
        {
          who: 'nobody',
          act: 'read',
          codes: unread.map(({ code }) => code),
          files: unreadFiles(unread),
        } as const,
        { who: 'nobody', act: 'compliant', codes: codesAt('compliant') } as const,
        { who: 'nobody', act: 'exempted', codes: codesAt('exempted') } as const,
      ].filter(({ codes }) => codes.length > 0);
  const reserve: readonly RemainingLine[] =
    enrolment.reserve === 'pending' && isLiving(enrolment) && reader !== 'service'
      ? [{ who: 'office', act: 'reserve' }]
      : [];
  const { counted, given, checked, refused } = progressOf(pieces);
  return {
    lines: [...todo, ...own.filter(isRight), ...reserve, ...added.filter(({ who }) => who === 'office'), ...others],
    next: todo[0] ?? null,
    deadline: todo.flatMap(({ until }) => until ?? []).toSorted(Temporal.Instant.compare)[0] ?? null,
    acts: actsOf(enrolment, pieces, standings).map((act) =>
      act.name === 'signed' && act.state === 'done' && added.some(({ piece }) => piece === SIGNED_CONFIRMATION)
        ? { ...act, state: 'partial' }
        : act,
    ),
    given,
    asked: counted.length,
    checked,
    refused,
    later: laterOf(pieces, standings),
    standings,
  };
}

/**
 * What ends a matter before anybody decides comes first, then the answer that is asked. All else stands by its date, and on one date as `todoOf`
 * says, then what is added; before what is due after the closing, or at the end.
 */
function inOrder(own: readonly Todo[], theirs: readonly OwnLine[]): readonly Todo[] {
  const isLater = (todo: Todo): boolean => todo.act === 'give' && todo.later;
  const asked = theirs.filter(isAnswer);
  const cures = new Set(asked.flatMap(({ answer }) => answer.cures));
  const first = own.filter((todo) => piecesOf(todo).some((code) => cures.has(code)));
  const rest = own.filter((todo) => !first.includes(todo));
  const dated = theirs.filter((one) => !isAnswer(one) && one.until !== null);
  return [
    ...first,
    ...asked,
    ...[...rest.filter((todo) => !isLater(todo)), ...dated].toSorted(byEnd),
    ...rest.filter(isLater),
    ...theirs.filter((one) => !isAnswer(one) && one.until === null),
  ];
}

/** What has no date yet waits for one. */
function byEnd({ until: one }: Todo, { until: other }: Todo): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  return Temporal.Instant.compare(one, other);
}

/** The pieces that a line of ours asks for. */
function piecesOf(todo: Todo): readonly string[] {
  if (todo.act === 'sign') return [SIGNED_CONFIRMATION];
  if (todo.act === 'give') return todo.codes;
  return todo.act === 'correct' ? [todo.code] : [];
}

type At = (...wanted: readonly PieceStanding[]) => readonly PieceWithFiles[];

/** On one date comes first what is in the way of all else, then what is to be given again, refused or not readable, then the signature. */
function todoOf(
  enrolment: Standing,
  at: At,
  again: readonly PieceWithFiles[],
  { now, closesAt }: Moments,
): readonly Todo[] {
  const who = 'candidate';
  const isOpen = Temporal.Instant.compare(now, closesAt) < 0;
  if (enrolment.number === null) return isOpen ? [{ who, act: 'register', until: closesAt }] : [];
  const missing = at('to-give');
  const isSheet = ({ code }: PieceWithFiles): boolean => code === SIGNED_CONFIRMATION;
  const correct = (piece: PieceWithFiles): Todo => {
    const { code, mode } = piece;
    return { who, act: 'correct', code, mode, until: untilOf(piece) };
  };
  // A refused waiver is one way out; the pieces that it should have excused are the other.
  const waivers = at('offered-refused').filter(({ excuses }) => missing.some(({ code }) => excuses.includes(code)));
  const ready = at('to-hand-over');
  const groups = [...new Set(ready.map(({ group }) => group))];
  const toGive = [...missing, ...again].filter((piece) => !isSheet(piece));
  /** Those that couldn't be read, before those that are only to be given. */
  const give = (later: boolean, unreadable: boolean): readonly Todo[] =>
    giveOf(
      toGive.filter((piece) => piece.countsForValidation !== later && piece.refused.length > 0 === unreadable),
      later,
    );
  return [
    ...(isBeingChanged(enrolment) && isOpen ? [{ who, act: 'finish-change', until: closesAt } as const] : []),
    ...at('to-correct').toSorted(byClosing).map(correct),
    ...give(false, true),
    ...missing
      .filter(isSheet)
      .map(
        (piece): Todo => ({ who, act: 'sign', until: untilOf(piece), mode: piece.mode, version: enrolment.version }),
      ),
    ...give(false, false),
    ...(groups.length === 0
      ? []
      : [{ who, act: 'hand-over', groups, whole: at('late').length === 0, until: firstAhead(ready, now) } as const]),
    ...waivers.map(correct),
    ...give(true, true),
    ...give(true, false),
  ];
}

function firstAhead(pieces: readonly PieceWithFiles[], now: Temporal.Instant): Temporal.Instant | null {
  const ends = pieces.map(closingOf);
  return ends.toSorted(Temporal.Instant.compare).find((end) => Temporal.Instant.compare(now, end) < 0) ?? null;
}

/** One line for all that is given in one way by one date. */
function giveOf(pieces: readonly PieceWithFiles[], later: boolean): readonly Todo[] {
  const lots = Map.groupBy(pieces.toSorted(byClosing), (piece) => `${untilOf(piece)} ${piece.mode}`);
  return [...lots.values()].flatMap(([first, ...others]): readonly Todo[] => {
    if (first === undefined) return [];
    const codes = [first, ...others].map(({ code }) => code);
    return [{ who: 'candidate', act: 'give', codes, until: untilOf(first), mode: first.mode, later }];
  });
}
