import { columns, day, id, instant, nullable, oneOf, type RowOf, text, uuid } from '../platform/database/columns.ts';
import type { JournalSubject } from '../platform/journal.ts';
import { transitions } from '../platform/transitions.ts';
import type { AccountId } from './account.ts';

/** What an officer has seen of who lost their mail box. A code and a day: no copy is kept. */
export const RECOVERY_PROOFS = ['identity-card', 'passport', 'residence-permit', 'driving-licence'] as const;
export type RecoveryProof = (typeof RECOVERY_PROOFS)[number];

export const RECOVERY_LIFE = transitions({
  title: 'Lost mail address changed on proof',
  column: 'address_recovery.state',
  words: null,
  means: {
    proposed: 'one person saw the proof',
    approved: 'another agreed, both addresses are told',
    done: 'the new one is proved and is the login',
    dropped: 'by the office',
    objected: 'by who reads the old one',
    lapsed: 'the link was not followed in time',
  },
  acts: {
    propose: { from: [], to: 'proposed', who: 'the office', undone: 'drop' },
    approve: { from: ['proposed'], to: 'approved', who: 'the office', people: 2, undone: 'drop' },
    drop: { from: ['proposed', 'approved'], to: 'dropped', who: 'the office' },
    follow: { from: ['approved'], to: 'done', who: 'who reads the new address' },
    object: { from: ['approved'], to: 'objected', who: 'who reads the old address' },
    lapse: { from: ['approved'], to: 'lapsed', who: 'the next proposal, once its time is over' },
  },
});

export const RECOVERY = columns({
  id: uuid,
  accountId: id<AccountId>(),
  state: oneOf(RECOVERY_LIFE.states),
  formerAddress: text,
  newAddress: text,
  proof: oneOf(RECOVERY_PROOFS),
  seenOn: day,
  proposedBy: uuid,
  proposedAt: instant,
  approvedBy: nullable(uuid),
  /** From when the link of the new address serves, and until when; null before it is approved. */
  opensAt: nullable(instant),
  endsAt: nullable(instant),
  endedAt: nullable(instant),
});
/** A lost mail address changed on proof (decision 054). */
export type Recovery = RowOf<typeof RECOVERY>;

/** How long who reads the old address can object before it is too late, and how long the link serves then. */
export const RECOVERY_WAIT_HOURS = 48;
export const RECOVERY_LINK_HOURS = 14 * 24;
/** A proof is seen, then typed in: not found in an old file. */
export const PROOF_DAYS = 30;

/** Where a recovery is noted: the file for which it was asked. */
export type RecoverySubject = JournalSubject & { readonly academy: string };
