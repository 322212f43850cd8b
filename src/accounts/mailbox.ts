import { randomUUID } from 'node:crypto';
import { isUnreachable, UNREACHABLE } from '../platform/mail/unreachable.ts';
import { texts } from './texts.ts';

/** In the place of an address, for an account whose owner has no mail box: unique, and never anybody's (RFC 2606). */
export function newUnreachable(): string {
  return `${randomUUID()}${UNREACHABLE}`;
}

export function hasMailbox({ address }: { readonly address: string }): boolean {
  return !isUnreachable(address);
}

/** As pages print it. */
export function addressInWords({
  address,
  closedAt = null,
}: {
  readonly address: string;
  readonly closedAt?: Temporal.Instant | null;
}): string {
  if (hasMailbox({ address })) return address;
  return closedAt === null ? texts.noMailbox : texts.closed(closedAt);
}
