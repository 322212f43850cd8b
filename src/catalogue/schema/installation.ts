import * as z from 'zod';
import type { Frozen } from './shape.ts';

/** How people make an account, and prove that they are its owner. */
export const AccountPolicy = z.strictObject({
  /** `notice`: 8 to 20 characters with upper, lower and special; `modern`: 12 to 128, any characters, a strength score. */
  passwordPolicy: z.enum(['notice', 'modern']),
  /** `retype`: name, birth date, address typed twice as in the notice; `readback`: shown once more instead. */
  confirmations: z.enum(['retype', 'readback']),
});

/** What holds for all who come, whichever academy they are of: an account is of none. */
export const Installation = z.strictObject({
  account: AccountPolicy,
  /** For so many days who came by somebody is no second person beside them (decision 100). */
  secondPersonDays: z.int().min(1).max(365).default(30),
});

export type AccountPolicy = Frozen<z.infer<typeof AccountPolicy>>;
export type Installation = Frozen<z.infer<typeof Installation>>;
