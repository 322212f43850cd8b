import { idempotencyKey } from '../../platform/http/once.ts';
import type { Visit } from '../../platform/http/visit.ts';
import type { AtSession } from '../guards.ts';
import type { Who } from '../plan/actions/onDraft.ts';

/** Who writes, and the key of the form that was sent. */
export function whoOf(visit: Visit, { place, staff }: AtSession): Who {
  return { place, officerId: staff.accountId, key: idempotencyKey(visit.body.cle) };
}
