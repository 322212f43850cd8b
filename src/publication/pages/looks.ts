import type { StatusName } from '../../ui/index.ts';
import type { PublicationState } from '../publication.ts';

export const LOOKS: Readonly<Record<PublicationState, StatusName>> = {
  prepared: 'deposited',
  proposed: 'missing',
  approved: 'received',
  published: 'compliant',
  suspended: 'late',
  cancelled: 'irrelevant',
};
