import { type Enrolment, isBeingChanged, isSigned, type StepName } from '../enrolment/index.ts';
import {
  closingOf,
  handOverState,
  isGiven,
  isOffered,
  type PieceWithFiles,
  progressOf,
  SIGNED_CONFIRMATION,
  waitingForWaiver,
} from '../pieces/index.ts';

/** The four acts after which an enrolment is definitive, and how far each is (look.md, « Hub »). */
export type ActName = 'registered' | 'signed' | 'given' | 'checked';
export type ActState = 'done' | 'todo' | 'partial' | 'waiting' | 'problem';

export type HubAct = { readonly name: ActName; readonly state: ActState };

/** The one thing to do next. */
export type NextAction =
  | { readonly kind: 'continue'; readonly step: StepName }
  | { readonly kind: 'finish-change' }
  | { readonly kind: 'correct'; readonly code: string; readonly closesAt: Temporal.Instant }
  | { readonly kind: 'sign' }
  | { readonly kind: 'give'; readonly missing: number }
  | { readonly kind: 'hand-over'; readonly group: string }
  | { readonly kind: 'later'; readonly code: string; readonly dueAt: Temporal.Instant }
  | { readonly kind: 'nothing' };

export type Hub = {
  readonly acts: readonly HubAct[];
  readonly next: NextAction;
  /** Pieces that count at the closing, the signed confirmation apart: given and asked. */
  readonly given: number;
  readonly asked: number;
  /** Pieces that a waiver makes *dispensé*. */
  readonly excused: readonly string[];
  /** Pieces still missing whose time is over: the office alone can help. */
  readonly late: readonly string[];
  /** The nearest instant by which something is still missing; null when nothing is. */
  readonly deadline: Temporal.Instant | null;
};

export type Moments = {
  readonly now: Temporal.Instant;
  readonly closesAt: Temporal.Instant;
};

type Standing = Pick<Enrolment, 'status' | 'number' | 'version' | 'signature' | 'working'>;

/** What the page people come back to says, from what is on record. `next` is the step to go on with. */
export function hubOf(enrolment: Standing, next: StepName, pieces: readonly PieceWithFiles[], moments: Moments): Hub {
  const asked = pieces.filter((piece) => piece.status !== 'not-applicable');
  const { counted, given } = progressOf(pieces);
  const signature = asked.find((piece) => piece.code === SIGNED_CONFIRMATION);
  const refused = asked.filter((piece) => piece.status === 'non-compliant' && !isOffered(piece));
  const acts: readonly HubAct[] = [
    { name: 'registered', state: enrolment.number === null ? 'todo' : 'done' },
    {
      name: 'signed',
      state: signature?.status === 'non-compliant' ? 'problem' : isSigned(enrolment) ? 'done' : 'todo',
    },
    { name: 'given', state: givenState(counted, given) },
    { name: 'checked', state: enrolment.status === 'validated' ? 'done' : refused.length > 0 ? 'problem' : 'waiting' },
  ];
  const { open = [], late = [] } = Object.groupBy(asked, (piece) => (isLate(piece, moments) ? 'late' : 'open'));
  const action = nextAction(enrolment, next, asked, open);
  return {
    acts,
    next: action,
    given,
    asked: counted.length,
    excused: asked.filter((piece) => piece.excusedBy !== null).map((piece) => piece.code),
    late: late.filter((piece) => isMissing(piece, asked)).map((piece) => piece.code),
    deadline: deadlineOf(action, open, moments),
  };
}

function isLate(piece: PieceWithFiles, { now }: Moments): boolean {
  return Temporal.Instant.compare(now, closingOf(piece)) >= 0;
}

/** Nobody misses what is only offered, nor what a waiver given and not yet decided may excuse. */
function isMissing(piece: PieceWithFiles, all: readonly PieceWithFiles[]): boolean {
  return !isGiven(piece) && !isOffered(piece) && !waitingForWaiver(all).has(piece.code);
}

function givenState(counted: readonly PieceWithFiles[], given: number): ActState {
  if (counted.some((piece) => piece.status === 'non-compliant')) return 'problem';
  if (counted.length === 0 || given < counted.length) return given === 0 ? 'todo' : 'partial';
  return handOverState(counted) === 'handed-over' ? 'done' : 'partial';
}

/** `open`: the pieces that may still be given. A group handed over says only that it is complete: it can be done at any time. */
function nextAction(
  enrolment: Standing,
  step: StepName,
  asked: readonly PieceWithFiles[],
  open: readonly PieceWithFiles[],
): NextAction {
  if (enrolment.number === null) return { kind: 'continue', step };
  if (isBeingChanged(enrolment)) return { kind: 'finish-change' };
  const refused = open.filter((piece) => piece.status === 'non-compliant');
  const correct = (piece: PieceWithFiles): NextAction => ({
    kind: 'correct',
    code: piece.code,
    closesAt: closingOf(piece),
  });
  const waiting = waitingForWaiver(asked);
  const demanded = refused.find((piece) => !isOffered(piece) && !waiting.has(piece.code));
  if (demanded !== undefined) return correct(demanded);
  if (!isSigned(enrolment) && open.some((piece) => piece.code === SIGNED_CONFIRMATION)) return { kind: 'sign' };
  const missing = open.filter(
    (piece) => piece.countsForValidation && piece.code !== SIGNED_CONFIRMATION && !isGiven(piece),
  ).length;
  if (missing > 0) return { kind: 'give', missing };
  const groups = Map.groupBy(asked, (piece) => piece.group);
  for (const [group, pieces] of groups) if (handOverState(pieces) === 'ready') return { kind: 'hand-over', group };
  const later = open.find((piece) => !piece.countsForValidation && isMissing(piece, asked));
  // A refused waiver is one way out; the pieces that it should have excused are the other.
  const waiver = refused.find((piece) => isOffered(piece) && piece.excuses.includes(later?.code ?? ''));
  if (waiver !== undefined) return correct(waiver);
  return later === undefined ? { kind: 'nothing' } : { kind: 'later', code: later.code, dueAt: later.dueAt };
}

function deadlineOf(
  action: NextAction,
  open: readonly PieceWithFiles[],
  { closesAt }: Moments,
): Temporal.Instant | null {
  switch (action.kind) {
    case 'nothing':
      return null;
    case 'later':
      return action.dueAt;
    case 'correct':
      return action.closesAt;
    case 'continue':
    case 'finish-change':
      return closesAt;
    default:
      return (
        open
          .filter((piece) => piece.countsForValidation && !['compliant', 'exempted'].includes(piece.status))
          .map(closingOf)
          .toSorted(Temporal.Instant.compare)[0] ?? null
      );
  }
}
