import { ACTS } from '../acts.ts';
import { type Decided, type DecisionAuthor, insertDelegation } from '../decisions/index.ts';
import type { Untold } from '../enrolment/index.ts';
import type { Database } from '../platform/database/database.ts';
import { transact } from '../platform/database/transact.ts';
import { ok } from '../platform/result.ts';

/** Delegations of signature, for the tests of every room. */

/** Somebody who may sign every kind of act, or those asked for, since long before any test. */
export async function delegated(
  db: Database,
  accountId: string,
  {
    academy = 'clermont',
    acts = ACTS.map(({ code }) => code),
    name = 'Agent',
  }: { readonly academy?: string; readonly acts?: readonly string[]; readonly name?: string } = {},
): Promise<void> {
  await transact(db, async (tx) => {
    await insertDelegation(tx, {
      academy,
      accountId,
      firstName: 'Anne',
      surname: name,
      capacity: 'cheffe de la division des examens',
      grantor: "le recteur de l'académie",
      title: 'arrêté inventé pour les tests',
      acts,
      publishedOn: Temporal.PlainDate.from('2015-09-01'),
      from: Temporal.PlainDate.from('2015-09-02'),
      until: null,
      by: null,
    });
    return ok(null);
  });
}

export const AN_AUTHOR: DecisionAuthor = {
  firstName: 'Anne',
  surname: 'Agent',
  capacity: 'cheffe de la division des examens',
  service: 'Bureau des examens',
  delegated: 'par délégation du recteur (arrêté inventé pour les tests, publié le 01/09/2015)',
};

/** A decision that isn't on record: for builders of rows that a decision writes. */
export const A_DECISION = {
  id: '00000000-0000-4000-8000-000000000001',
  act: 'test',
  author: AN_AUTHOR,
  reason: '',
  takenAt: Temporal.Instant.from('2024-07-01T10:00:00Z'),
} as unknown as Decided;

/** Of tests that look at what a refused piece does, and not at who was told what. */
export const neverTold = async (): Promise<Untold> => ({}) as Untold;
