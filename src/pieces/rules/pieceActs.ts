import { type Enrolment, isSigned } from '../../enrolment/index.ts';
import { isOffered, type PieceWithFiles, SIGNED_CONFIRMATION } from '../piece.ts';
import { byClosing, closingOf } from './deadline.ts';
import type { PieceStanding, Standings } from './pieceStanding.ts';
import { handOverState, isGiven, progressOf } from './pieceState.ts';

/** The four acts after which an enrolment is definitive, and how far each is (docs/product.md). */
export type ActName = 'registered' | 'signed' | 'given' | 'checked';
export type ActState = 'done' | 'todo' | 'partial' | 'waiting' | 'problem';
export type Act = { readonly name: ActName; readonly state: ActState };

/** A group of pieces with a sanction and a date of their own (R.408), whatever else is left. */
export type LaterGroup = {
  readonly group: string;
  readonly state: ActState;
  readonly given: number;
  readonly asked: number;
  /** The latest of its pieces' dates. */
  readonly until: Temporal.Instant;
};

/** How far each of the four acts is. */
export function actsOf(
  enrolment: Pick<Enrolment, 'status' | 'number' | 'version' | 'signature'>,
  pieces: readonly PieceWithFiles[],
  standings: Standings,
): readonly Act[] {
  const sheet = pieces.find(({ code }) => code === SIGNED_CONFIRMATION);
  const refused = pieces.some((piece) => piece.status === 'non-compliant' && !isOffered(piece));
  const signed = !isSigned(enrolment)
    ? 'todo'
    : standings.get(SIGNED_CONFIRMATION) === 'to-hand-over'
      ? 'partial'
      : 'done';
  return [
    { name: 'registered', state: enrolment.number === null ? 'todo' : 'done' },
    { name: 'signed', state: sheet?.status === 'non-compliant' ? 'problem' : signed },
    { name: 'given', state: givenState(progressOf(pieces).counted) },
    { name: 'checked', state: enrolment.status === 'validated' ? 'done' : refused ? 'problem' : 'waiting' },
  ];
}

function givenState(pieces: readonly PieceWithFiles[]): ActState {
  if (pieces.some((piece) => piece.status === 'non-compliant')) return 'problem';
  const given = pieces.filter(isGiven).length;
  if (pieces.length === 0 || given < pieces.length) return given === 0 ? 'todo' : 'partial';
  return handOverState(pieces) === 'handed-over' ? 'done' : 'partial';
}

/** What is due on a day of its own, by group. */
export function laterOf(pieces: readonly PieceWithFiles[], standings: Standings): readonly LaterGroup[] {
  const asked = pieces.filter((piece) => !piece.countsForValidation && !isOffered(piece));
  return [...Map.groupBy(asked, ({ group }) => group)].flatMap(([group, list]) => {
    const last = list.toSorted(byClosing).at(-1);
    if (last === undefined) return [];
    const given = list.filter(isGiven).length;
    const state = laterState(list.map(({ code }) => standings.get(code) ?? 'to-give'));
    return [{ group, state, given, asked: list.length, until: closingOf(last) }];
  });
}

/** The state of the piece that needs most. */
function laterState(standings: readonly PieceStanding[]): ActState {
  const some = (...wanted: readonly PieceStanding[]): boolean => standings.some((one) => wanted.includes(one));
  if (some('late', 'to-correct')) return 'problem';
  if (some('to-give'))
    return some('given', 'with-office', 'compliant', 'exempted', 'to-hand-over') ? 'partial' : 'todo';
  if (some('to-hand-over', 'given')) return 'partial';
  return some('with-office', 'waits-for-waiver') ? 'waiting' : 'done';
}
