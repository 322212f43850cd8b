import type { Author } from '../decision.ts';
import type { Delegation } from '../delegation.ts';
import { texts } from '../texts.ts';

type Days = Pick<Delegation, 'from' | 'until'>;

/** Both days are within it. */
export function isInForce({ from, until }: Days, on: Temporal.PlainDate): boolean {
  const { compare } = Temporal.PlainDate;
  return compare(from, on) <= 0 && (until === null || compare(on, until) <= 0);
}

export type Signing =
  | { readonly may: true; readonly delegation: Delegation }
  /** `ended`: the last day of the one that they had; `who`: who could sign on that day. */
  | { readonly may: false; readonly ended: Temporal.PlainDate | null; readonly who: readonly string[] };

/** Whether somebody may sign on that day, given the delegations that name the act; `isOpen`: whether who holds one still has access. */
export function signingOf(
  delegations: readonly (Delegation & { readonly isOpen: boolean })[],
  accountId: string,
  on: Temporal.PlainDate,
): Signing {
  const own = delegations.filter((one) => one.accountId === accountId);
  const held = own.find((one) => isInForce(one, on));
  if (held !== undefined) return { may: true, delegation: held };
  const past = own.flatMap(({ until }) => (until !== null && Temporal.PlainDate.compare(until, on) < 0 ? [until] : []));
  const [ended = null] = past.toSorted((one, other) => Temporal.PlainDate.compare(other, one));
  const who = delegations
    .filter((one) => one.isOpen && isInForce(one, on))
    .map(({ firstName, surname }) => `${firstName} ${surname}`);
  return { may: false, ended, who: [...new Set(who)] };
}

/** As it is printed; `service`: the bureau, from the academy's letterhead. */
export function authorOf(
  { firstName, surname, capacity, grantor, title, publishedOn }: Delegation,
  service: string,
): Author {
  return { firstName, surname, capacity, service, delegated: texts.delegated(grantor, title, publishedOn) };
}
