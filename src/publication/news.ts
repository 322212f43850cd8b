import type { Enrolment } from '../enrolment/index.ts';
import type { Database } from '../platform/database/database.ts';
import { nextAnnounced } from './store/publications.ts';
import { findSuspension, findVisible } from './store/results.ts';

/** What the candidate's other pages say of the result: where it is to be read, or when it comes; never what it is. */
export type ResultNews =
  | { readonly state: 'available' | 'suspended' }
  | { readonly state: 'announced'; readonly at: Temporal.Instant };

/** Null: nothing is decided. */
export async function readResultNews(
  db: Database,
  enrolment: Pick<Enrolment, 'id' | 'academy' | 'session' | 'registered'>,
): Promise<ResultNews | null> {
  if ((await findVisible(db, enrolment.id)) !== null) return { state: 'available' };
  if ((await findSuspension(db, enrolment.id)) !== null) return { state: 'suspended' };
  const cfd = enrolment.registered?.qualification?.speciality;
  const at = typeof cfd === 'string' ? await nextAnnounced(db, enrolment, cfd) : null;
  return at === null ? null : { state: 'announced', at };
}
