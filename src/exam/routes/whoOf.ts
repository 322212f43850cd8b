import { idempotencyKey } from '../../platform/http/once.ts';
import type { Visit } from '../../platform/http/visit.ts';
import type { ExamPlace } from '../exam.ts';
import type { AtSession } from '../guards.ts';

/** Who writes, and the key of the form that was sent: twice, it is done once. */
export type FormAuthor = { readonly place: ExamPlace; readonly officerId: string; readonly key: string | null };

export function whoOf(visit: Visit, { place, staff }: AtSession): FormAuthor {
  return { place, officerId: staff.accountId, key: idempotencyKey(visit.body.cle) };
}
