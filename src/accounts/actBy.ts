import { actOf, type Visit } from '../platform/http/visit.ts';
import type { Act } from '../platform/journal.ts';
import type { SignedInPerson } from './account.ts';

/** What the journal says of who does this. */
export function actBy(visit: Visit, session: SignedInPerson): Act {
  return actOf(visit, session.kind, session.accountId);
}
