import type { PieceType } from '../../catalogue/index.ts';
import type { Deposit, PieceWithFiles } from '../piece.ts';
import { byClosing, closingOf } from './deadline.ts';
import type { PieceStanding, Standings } from './pieceStanding.ts';
import { isGiven } from './pieceState.ts';

/** Where a piece stands on *Mes justificatifs*: *reste à faire*, *déposées*, *conformes*. */
export type Part = 'todo' | 'given' | 'settled';

/** Pieces that are given in one way and read together. */
export type PieceList = {
  /** Null: the pieces that the enrolment hangs on; otherwise the one group, by post or with a day and a sanction of its own. */
  readonly own: string | null;
  /** The groups in it, in the order of the pieces. */
  readonly groups: readonly string[];
  /** Until when what remains is to be given, said once above the list; null: nothing of it waits for that day. */
  readonly until: Temporal.Instant | null;
} & Readonly<Record<Part, readonly PieceWithFiles[]>>;

const PARTS: Readonly<Record<PieceStanding, Part>> = {
  'to-correct': 'todo',
  'offered-refused': 'todo',
  late: 'todo',
  'to-give': 'todo',
  offered: 'todo',
  'waits-for-waiver': 'todo',
  given: 'given',
  'to-hand-over': 'given',
  'with-office': 'given',
  compliant: 'settled',
  exempted: 'settled',
  'not-applicable': 'settled',
};

/** What was refused comes first, what nobody demands last; of what is to be given, that of which a file couldn't be read. */
const URGENCY: readonly PieceStanding[] = [
  'to-correct',
  'offered-refused',
  'late',
  'to-give',
  'offered',
  'waits-for-waiver',
];

/**
 * The asked pieces in lists: one for all that the enrolment hangs on, then one for each group that comes by post or counts for
 * something else (R.408). `standings`: of `whatRemains`.
 */
export function pieceLists(pieces: readonly PieceWithFiles[], standings: Standings): readonly PieceList[] {
  const asked = pieces.filter(({ status }) => status !== 'not-applicable');
  const groups = Map.groupBy(asked, ({ group }) => group);
  const own = (piece: PieceWithFiles): string | null => ownList(piece.group, groups.get(piece.group) ?? []);
  const lists = [...Map.groupBy(asked, own)].map(([key, list]) => listOf(key, list, standings));
  return lists.toSorted((one, other) => Number(one.own !== null) - Number(other.own !== null));
}

function ownList(group: string, pieces: readonly PieceWithFiles[]): string | null {
  const isOfEnrolment = pieces.some(({ countsForValidation, mode }) => countsForValidation && mode === 'online');
  return isOfEnrolment ? null : group;
}

function listOf(own: string | null, list: readonly PieceWithFiles[], standings: Standings): PieceList {
  const standing = ({ code }: PieceWithFiles): PieceStanding => standings.get(code) ?? 'to-give';
  const part = (wanted: Part): readonly PieceWithFiles[] => list.filter((piece) => PARTS[standing(piece)] === wanted);
  const todo = part('todo').toSorted(
    (one, other) =>
      URGENCY.indexOf(standing(one)) - URGENCY.indexOf(standing(other)) ||
      Number(one.refused.length === 0) - Number(other.refused.length === 0) ||
      (standing(one) === 'to-correct' ? byClosing(one, other) : 0),
  );
  const waits = todo.filter((piece) => standing(piece) !== 'to-correct' && standing(piece) !== 'offered-refused');
  return {
    own,
    groups: [...new Set(list.map(({ group }) => group))],
    until: waits.toSorted(byClosing).map(closingOf)[0] ?? null,
    todo,
    given: part('given'),
    settled: part('settled'),
  };
}

/**
 * The pieces that a file given for this one may also stand for, by the rules: asked, open to a file, and holding nothing but what
 * this one holds too (the other side of the same card).
 */
export function sharers(
  alsoProves: readonly string[],
  piece: PieceWithFiles,
  pieces: readonly PieceWithFiles[],
  isOpen: (piece: PieceWithFiles) => boolean,
): readonly PieceWithFiles[] {
  const own = new Set(piece.files.flatMap(({ sent }) => sent?.sha256 ?? []));
  const isShared = ({ files }: PieceWithFiles): boolean =>
    files.every(({ sent }) => sent !== null && own.has(sent.sha256));
  return pieces.filter(
    (other) => alsoProves.includes(other.code) && isOpen(other) && (!isGiven(other) || isShared(other)),
  );
}

/** Of a piece that nothing is in for: the other that its candidate gave documents for which stand for it too, by the rules, and those. */
export type Already = { readonly from: PieceWithFiles; readonly files: readonly Deposit[] };

/** What was refused stands for nothing, and what this piece had already isn't given again. Null: nothing can be. */
export function alreadyGiven(
  typeOf: (piece: PieceWithFiles) => Pick<PieceType, 'alsoProves' | 'repeatable'> | undefined,
  piece: PieceWithFiles,
  pieces: readonly PieceWithFiles[],
): Already | null {
  if (isGiven(piece)) return null;
  const had = new Set(piece.files.map(({ sent }) => sent?.sha256));
  const from = pieces.find(
    (other) => other.status !== 'non-compliant' && typeOf(other)?.alsoProves.includes(piece.code) === true,
  );
  const files = (from?.files ?? []).filter(
    ({ id, sent, kept }) =>
      sent !== null &&
      !had.has(sent.sha256) &&
      from?.foundWanting.includes(id) !== true &&
      kept.unread !== true &&
      kept.erasedAt === null &&
      kept.scan !== 'infected',
  );
  const fits = files.length === 1 || (files.length > 1 && typeOf(piece)?.repeatable === true);
  return from === undefined || !fits ? null : { from, files };
}
