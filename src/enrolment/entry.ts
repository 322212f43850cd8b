import {
  columns,
  day,
  instant,
  integer,
  nullable,
  oneOf,
  type RowOf,
  text,
  uuid,
} from '../platform/database/columns.ts';

/**
 * What an officer types in a candidate's name (decision 071): asked on the telephone, at the counter or by letter; or carried from the list
 * of the system in place, where they are registered (177). Read the decisions first: an entry opens the steps to one officer, ends with
 * their *Enregistrer*, and signs nothing.
 */
const ENTRY_WAYS = ['telephone', 'counter', 'post', 'carried'] as const;
export type EntryWay = (typeof ENTRY_WAYS)[number];
/** How a candidate asks for it; who is carried over asked in the other system. */
export type AskedWay = Exclude<EntryWay, 'carried'>;

/** `registered`: it made a version; `left`: it changed nothing; `replaced`: a colleague went on where nobody did. */
const ENTRY_OUTCOMES = ['registered', 'left', 'replaced'] as const;
export type EntryOutcome = (typeof ENTRY_OUTCOMES)[number];

export const ENTRY_ROW = columns({
  id: uuid,
  officerId: uuid,
  way: oneOf(ENTRY_WAYS),
  /** The day of the call or at the counter, of the postmark, or on which the list came in: it decides whether it was asked in time. */
  receivedOn: day,
  /** Why, and what was asked: the officer's note of it. */
  words: text,
  openedAt: instant,
  endedAt: nullable(instant),
  outcome: nullable(oneOf(ENTRY_OUTCOMES)),
  /** Registered by it; null: none. */
  version: nullable(integer),
});
export type TypedEntry = RowOf<typeof ENTRY_ROW>;

/** Hours after which a colleague may go on in the place of who began. `words`: characters of the note. */
export const ENTRY = { heldHours: 2, words: 1000, perEnrolment: 50 } as const;
