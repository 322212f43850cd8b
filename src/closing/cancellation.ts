import type { DecisionId } from '../decisions/index.ts';
import type { EnrolmentId } from '../enrolment/index.ts';
import { columns, id, instant, nullable, oneOf, type RowOf, text, texts, uuid } from '../platform/database/columns.ts';
import { type StateOf, transitions } from '../platform/transitions.ts';

/** The decision to annul an incomplete enrolment (*annulation*), by two people, after an invitation that brought nothing. */
export const CANCELLATION_LIFE = transitions({
  title: 'Annulment of an incomplete enrolment',
  column: 'cancellation.state',
  words: 'closing/office/closingTexts.ts',
  means: {
    proposed: 'one person wrote it',
    dropped: 'it goes no further',
    approved: 'another agreed, and nothing is told yet',
    undone: 'taken back before it was',
    void: 'when it should have taken effect nothing was missing any more',
    done: 'the enrolment is cancelled and its candidate told',
    reversed: 'it was put back since',
  },
  acts: {
    propose: { from: [], to: 'proposed', who: 'the office', undone: 'drop' },
    approve: { from: ['proposed'], to: 'approved', who: 'a head', people: 2, undone: 'undo' },
    drop: { from: ['proposed'], to: 'dropped', who: 'the office' },
    undo: { from: ['approved'], to: 'undone', who: 'the office' },
    'carry-out': { from: ['approved'], to: 'done', who: 'its working day', undone: 'reverse' },
    'fall-away': { from: ['approved'], to: 'void', who: 'its working day' },
    reverse: { from: ['done'], to: 'reversed', who: 'the office, or an accepted appeal' },
  },
});
export type CancellationState = StateOf<typeof CANCELLATION_LIFE>;

/** Those that stand; at most one per enrolment. */
export const STANDING = ['proposed', 'approved', 'done'] as const satisfies readonly CancellationState[];

export const CANCELLATION = columns({
  id: uuid,
  enrolmentId: id<EnrolmentId>(),
  state: oneOf(CANCELLATION_LIFE.states),
  /** The pieces that were missing. */
  codes: texts,
  /** The facts, then the text of law (CRPA L211-5). */
  words: text,
  ground: text,
  proposedBy: uuid,
  proposedAt: instant,
  approvedBy: nullable(uuid),
  /** Until then it waits, untold, so that either can take it back. */
  takesEffectAt: nullable(instant),
  /** Who ended it, and what they wrote. */
  closedBy: nullable(uuid),
  note: nullable(text),
  /** `BP24-00127-K-A1` */
  reference: nullable(text),
  openedAt: nullable(instant),
  /** Of the approval; null: it waits for one, or is from before decisions had an author. */
  decisionId: nullable(id<DecisionId>()),
});
export type Cancellation = RowOf<typeof CANCELLATION>;
