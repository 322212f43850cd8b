import type { Database, Tx } from '../platform/database/database.ts';
import { ok, type Result, refuse } from '../platform/result.ts';
import { type AccountId, accountId } from './account.ts';
import { linksBetween } from './rules/kinship.ts';
import { type NamedLink, readLinks } from './store/placings.ts';

/** Stays in this file: nothing else makes an approval (decision 100). */
const APPROVED: unique symbol = Symbol('approved');

/** A second person's yes: what every writer of an approval asks for, and nothing but `secondPerson` gives. */
export type Approval = { readonly by: AccountId; readonly [APPROVED]: true };

/** Why somebody isn't a second person. `links`: by which accesses they are one with who wrote; none: they wrote it. */
export type OnePerson = {
  readonly code: 'one-person';
  readonly by: string;
  readonly links: readonly NamedLink[];
  readonly days: number;
};

export type ActOfTwo = {
  /** Who approves. */
  readonly by: string;
  /** Whoever wrote, prepared or proposed it. */
  readonly wrote: readonly (string | null)[];
  /** `secondPersonDays` of the rules in force. */
  readonly days: number;
};

/** In the transaction of the act. */
export async function secondPerson(tx: Tx, act: ActOfTwo): Promise<Result<Approval, OnePerson>> {
  const refused = await whyNotSecond(tx, act);
  return refused === null ? ok({ by: accountId(act.by), [APPROVED]: true }) : refuse(refused);
}

/** The same for a page that says beforehand who may; it approves nothing. */
export async function whyNotSecond(db: Database, { by, wrote, days }: ActOfTwo): Promise<OnePerson | null> {
  return (await readKinship(db, days))(by, wrote);
}

export type Kinship = (by: string, wrote: ActOfTwo['wrote']) => OnePerson | null;

/** For lists of acts: read once. */
export async function readKinship(db: Database, days: number): Promise<Kinship> {
  const all = await readLinks(db, days);
  return (by, wrote) => {
    const writers = wrote.filter((one) => one !== null);
    if (writers.length === 0) throw new Error('An act of two has its first person');
    const ways = writers.map((one) => linksBetween(all, by, one)).filter((way) => way !== null);
    const [links] = ways.toSorted((a, b) => a.length - b.length);
    return links === undefined ? null : { code: 'one-person', by, links, days };
  };
}
