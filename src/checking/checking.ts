import type { PieceWithFiles } from '../pieces/index.ts';
import type { FileAtDesk } from '../scope/index.ts';

/** A piece in the address, with its file. */
export type PieceAtDesk = FileAtDesk & { readonly piece: PieceWithFiles };

/**
 * Which pieces the queue shows. `all`: whatever waits for a decision, handed over first, what isn't read yet last; `handed-over`: those that the
 * candidate can no longer change, or that came by post, read or not; `corrected`: given again after a refusal; `by-post`: not arrived yet.
 */
export const QUEUE_STATES = [
  'all',
  'handed-over',
  'corrected',
  'not-handed-over',
  'received',
  'being-read',
  'by-post',
] as const;
export type QueueState = (typeof QUEUE_STATES)[number];

export type QueueFilter = {
  readonly state: QueueState;
  /** A speciality's code (CFD). */
  readonly speciality: string | null;
  /** A piece type's code. */
  readonly code: string | null;
  readonly session: string | null;
  /** Files that the reader takes care of, or that no colleague does. */
  readonly claim: ClaimFilter | null;
  /** Of one group of specialities alone. */
  readonly group?: string | undefined;
  /** Waiting for more than so many whole days. */
  readonly over?: (typeof AGES)[number] | undefined;
  /** On the way through it: whose turn it is once this person is finished, an enrolment. It keeps nobody out. */
  readonly after?: string | null;
};

/** In days: what a head looks at. */
export const AGES = [7, 15] as const;

export const CLAIM_FILTERS = ['mine', 'free'] as const;
export type ClaimFilter = (typeof CLAIM_FILTERS)[number];

/** A line of the queue: a candidate, with all that waits, the most pressing first. */
export type QueuedFile = {
  readonly enrolmentId: string;
  readonly session: string;
  readonly number: string;
  readonly name: string;
  readonly speciality: string;
  /** It waits for a decision on a reserve. */
  readonly underReserve: boolean;
  readonly pieces: readonly QueuedPiece[];
};

export type QueuedPiece = Omit<QueuedFile, 'pieces'> & {
  readonly id: string;
  readonly code: string;
  /** When the last file came, or when it was said to be received; null: nothing came yet. */
  readonly since: Temporal.Instant | null;
  readonly dueAt: Temporal.Instant;
  readonly countsForValidation: boolean;
  /** The candidate said that all is there, or it came by post. */
  readonly handedOver: boolean;
  readonly received: boolean;
  readonly corrected: boolean;
  /** A file of it waits to be read: nothing is decided before. */
  readonly beingRead: boolean;
};

/** What waits, in numbers. */
export type Figures = {
  readonly toCheck: number;
  readonly corrected: number;
  readonly notHandedOver: number;
  /** A file of each waits to be read: nothing is decided on them before. */
  readonly beingRead: number;
  /** Of those whose signed confirmation is in, the ones of which it is still to be read. */
  readonly unreadSheets: number;
};
