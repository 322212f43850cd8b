import type { Subject } from '../../platform/journal.ts';
import type { Draft } from '../draft.ts';

/** The chain of a draft in the journal. */
export function draftSubject({ id, academy }: Pick<Draft, 'id' | 'academy'>): Subject {
  return { stream: `rules:${id}`, academy, session: null };
}
