import type { Role } from '../../accounts/index.ts';
import { endOfDay, parisDay } from '../../platform/time.ts';
import type { DecisionAuthor } from '../decision.ts';
import type { Delegation } from '../delegation.ts';
import { texts } from '../texts.ts';

type Days = Pick<Delegation, 'from' | 'until' | 'endedAt'>;

/** Its last day, whole; or the instant at which it was ended. */
export type End = Temporal.PlainDate | Temporal.Instant;

/** When it ended; null: it is in force, or will be. */
export function endOf({ until, endedAt }: Days, at: Temporal.Instant): End | null {
  if (endedAt !== null) return Temporal.Instant.compare(endedAt, at) <= 0 ? endedAt : null;
  return until !== null && Temporal.PlainDate.compare(until, parisDay(at)) < 0 ? until : null;
}

/** From the beginning of its first day to the end of its last, or to the instant at which it was ended. */
export function isInForce(delegation: Days, at: Temporal.Instant): boolean {
  return Temporal.PlainDate.compare(delegation.from, parisDay(at)) <= 0 && endOf(delegation, at) === null;
}

export type MaySign =
  | { readonly may: true; readonly delegation: Delegation }
  /** `ended`: when the last that they had did; `who`: who could sign then. */
  | { readonly may: false; readonly ended: End | null; readonly who: readonly string[] };

/** One with what its holder is now at the office; `role`: null: their access is shut. */
export type HeldDelegation = Delegation & { readonly role: Role | null };

/** Whether somebody may sign then, given the delegations that name the act; `signers`: of the roles that read it. */
export function maySign(
  delegations: readonly HeldDelegation[],
  accountId: string,
  at: Temporal.Instant,
  signers: readonly Role[],
): MaySign {
  const own = delegations.filter((one) => one.accountId === accountId);
  const held = own.find((one) => isInForce(one, at));
  if (held !== undefined) return { may: true, delegation: held };
  const past = own.map((one) => endOf(one, at)).filter((end) => end !== null);
  const [ended = null] = past.toSorted((one, other) => Temporal.Instant.compare(noMoreFrom(other), noMoreFrom(one)));
  const who = delegations
    .filter(({ role, ...one }) => role !== null && signers.includes(role) && isInForce(one, at))
    .map(({ firstName, surname }) => `${firstName} ${surname}`);
  return { may: false, ended, who: [...new Set(who)] };
}

/** The first instant at which nothing is signed under it. */
function noMoreFrom(end: End): Temporal.Instant {
  return end instanceof Temporal.Instant ? end : endOfDay(end);
}

/** As it is printed; `service`: the bureau, from the academy's letterhead. */
export function authorOf(
  { firstName, surname, capacity, grantor, title, publishedOn }: Delegation,
  service: string,
): DecisionAuthor {
  return { firstName, surname, capacity, service, delegated: texts.delegated(grantor, title, publishedOn) };
}
