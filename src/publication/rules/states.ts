import { PUBLICATION_LIFE, type PublicationState, type ResultPublication } from '../publication.ts';

type Standing = Pick<ResultPublication, 'announcedAt' | 'approvedAt' | 'cancelledAt' | 'suspendedAt' | 'reached'>;

export function stateOf({ announcedAt, approvedAt, cancelledAt, suspendedAt, reached }: Standing): PublicationState {
  if (cancelledAt !== null) return 'cancelled';
  if (suspendedAt !== null) return 'suspended';
  if (approvedAt !== null) return reached ? 'published' : 'approved';
  return announcedAt === null ? 'prepared' : 'proposed';
}

export const ACTS = ['propose', 'approve', 'cancel', 'suspend', 'resume'] as const;
export type PublicationAct = (typeof ACTS)[number];

export type WhyNot = 'wrong-state' | 'announced-past';

/** Why that may not be done to it now, whoever asks; null: it may. */
export function whyNot(publication: Standing, act: PublicationAct): WhyNot | null {
  if (!PUBLICATION_LIFE.may(act, stateOf(publication))) return 'wrong-state';
  if (act !== 'approve') return null;
  // A result can't be announced for an instant that has gone by.
  return publication.reached ? 'announced-past' : null;
}
