import type { JournalSubject } from '../../platform/journal.ts';
import type { Draft } from '../draft.ts';

/** The chain of a draft in the journal. */
export function draftSubject({ id, academy }: Pick<Draft, 'id' | 'academy'>): JournalSubject {
  return { stream: `rules:${id}`, academy, session: null };
}
