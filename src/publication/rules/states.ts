import type { PublicationState, ResultPublication } from '../publication.ts';

type Standing = Pick<
  ResultPublication,
  'announcedAt' | 'approvedAt' | 'cancelledAt' | 'suspendedAt' | 'reached' | 'preparedBy' | 'proposedBy'
>;

export function stateOf({ announcedAt, approvedAt, cancelledAt, suspendedAt, reached }: Standing): PublicationState {
  if (cancelledAt !== null) return 'cancelled';
  if (suspendedAt !== null) return 'suspended';
  if (approvedAt !== null) return reached ? 'published' : 'approved';
  return announcedAt === null ? 'prepared' : 'proposed';
}

export const ACTS = ['propose', 'approve', 'cancel', 'suspend', 'resume'] as const;
export type PublicationAct = (typeof ACTS)[number];

const FROM: Readonly<Record<PublicationAct, readonly PublicationState[]>> = {
  propose: ['prepared', 'proposed'],
  approve: ['proposed'],
  cancel: ['prepared', 'proposed', 'approved'],
  suspend: ['published'],
  resume: ['suspended'],
};

export type WhyNot = 'wrong-state' | 'same-person' | 'announced-past';

/** Why this person may not do that to it now; null: they may. Whoever prepared or proposed it never approves it. */
export function whyNot(publication: Standing, act: PublicationAct, by: string): WhyNot | null {
  if (!FROM[act].includes(stateOf(publication))) return 'wrong-state';
  if (act !== 'approve') return null;
  if (by === publication.preparedBy || by === publication.proposedBy) return 'same-person';
  // A result can't be announced for an instant that has gone by.
  return publication.reached ? 'announced-past' : null;
}
