import {
  columns,
  flag,
  instant,
  nullable,
  oneOf,
  type RowOf,
  text,
  uuid,
  uuids,
} from '../platform/database/columns.ts';
import type { Branded } from '../platform/result.ts';
import { type ActOf, type StateOf, transitions } from '../platform/transitions.ts';

/**
 * A jury (*jury*): some specialities of a session, its members, its day, the points that it gives, and the record (*procès-verbal*) that
 * two persons close. After that nothing changes but by a dated addition. Read this file first; why it is so is in
 * decision 068.
 */
export type JuryId = Branded<'JuryId'>;

export const JURY_LIFE = transitions({
  title: 'Jury',
  column: 'jury.state',
  words: 'jury/texts.ts',
  means: {
    open: 'it deliberates',
    closing: 'one person asked to close, nothing may be changed',
    closed: 'the record stands',
  },
  refusals: { open: 'closing-not-asked', closing: 'closing-asked', closed: 'closed' },
  acts: {
    open: { from: [], to: 'open', who: 'a head' },
    compose: { from: ['open'], who: 'a head' },
    deliberate: { from: ['open'], who: 'a head, in the name of the jury' },
    'ask-to-close': { from: ['open'], to: 'closing', who: 'a head', undone: 'give-back' },
    'give-back': { from: ['closing'], to: 'open', who: 'a head' },
    close: { from: ['closing'], to: 'closed', who: 'a head, or the chair', people: 2 },
    add: { from: ['closed'], who: 'a head', refused: { open: 'not-closed', closing: 'not-closed' } },
  },
});
export type JuryState = StateOf<typeof JURY_LIFE>;
export type JuryAct = ActOf<typeof JURY_LIFE>;

/** A dated addition (*additif*) to a record. */
export const ADDITION_LIFE = transitions({
  title: "Addition to a jury's record",
  column: 'jury_addition.state',
  words: 'jury/texts.ts',
  means: {
    proposed: 'one person asked for it',
    kept: 'the record says it, with its rank',
    dropped: 'taken back: nothing was said',
  },
  acts: {
    propose: { from: [], to: 'proposed', who: 'a head', undone: 'withdraw' },
    confirm: { from: ['proposed'], to: 'kept', who: 'a head, or the chair', people: 2 },
    withdraw: { from: ['proposed'], to: 'dropped', who: 'a head' },
  },
});

export type Jury = {
  readonly id: JuryId;
  readonly academy: string;
  readonly session: string;
  readonly name: string;
  readonly meetsOn: Temporal.PlainDate;
  /** `09:30`; null: nobody said it. */
  readonly hour: string | null;
  readonly place: string;
  readonly state: JuryState;
  /** A person found that enough members are there. */
  readonly quorum: boolean;
  readonly proposedBy: string | null;
  readonly proposedAt: Temporal.Instant | null;
  /** « PV 2024-012 », once closed. */
  readonly record: string | null;
  readonly closedBy: string | null;
  readonly closedAt: Temporal.Instant | null;
  readonly rowVersion: number;
  /** CFD. A speciality has one jury at a session. */
  readonly specialities: readonly string[];
};

export const MEMBER = columns({
  id: uuid,
  /** The key of the exam's rules. */
  quality: text,
  /** « IEN », « maître d'apprentissage » */
  title: text,
  name: text,
  /** Who may read the pages of this jury; of a chair who is there, close its record. */
  accountId: nullable(uuid),
  /** A person of the academy, convened as those on boards are; null: written by name. */
  examinerId: nullable(uuid),
  /** null: nobody said it. */
  present: nullable(flag),
});
export type Member = RowOf<typeof MEMBER>;

const SITTINGS = ['open', 'paused', 'ended'] as const;
export type Sitting = (typeof SITTINGS)[number];

/** What changed at an hour of the day (decision 143): from then on the sitting stands so, with these members, until the next moment. */
export const MOMENT = columns({
  id: uuid,
  /** To the minute. */
  at: instant,
  sitting: oneOf(SITTINGS),
  /** A person found that enough members are there. */
  quorum: flag,
  /** Members. */
  there: uuids,
});
export type Moment = RowOf<typeof MOMENT>;

/** What one jury may hold. */
export const MOST = {
  juries: 200,
  members: 60,
  specialities: 60,
  moments: 200,
  /** Points given and taken back, of one candidate. */
  points: 100,
  additions: 500,
  /** Candidates a page. */
  page: 50,
  name: 120,
  words: 1_000,
  /** What stands in the way, said at once. */
  shown: 20,
} as const;
