import type { AccountId } from './account.ts';

declare module '../platform/events.ts' {
  interface Events {
    /** The form was sent; the address is not proved yet. */
    'account.created': { readonly accountId: AccountId };
    /** The address is proved by a link or a code that was mailed to it. */
    'account.activated': { readonly accountId: AccountId };
  }
}
