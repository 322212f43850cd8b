import type { Role, SignedInStaff } from '../accounts/index.ts';
import { type Guard, reaching } from '../platform/http/visit.ts';
import type { MarkDeps } from './deps.ts';
import { type MarkBatch, ROUNDS, type RoundName } from './marks.ts';
import { findBatch } from './store/batches.ts';

/** Who types marks, and nobody else: numbers, never names. */
export const CLERKS = ['jury'] as const satisfies readonly Role[];
/** Who opens batches, settles, locks and lifts the anonymity. */
const HEADS = ['head'] as const satisfies readonly Role[];

export type AtBatch = { readonly staff: SignedInStaff; readonly batch: MarkBatch };
/** The round for which they are named. */
export type AtRound = AtBatch & { readonly round: RoundName };

type GuardDeps = Pick<MarkDeps, 'guards' | 'db'>;

export function atMarks({ guards }: Pick<MarkDeps, 'guards'>): Guard<SignedInStaff> {
  return guards.staff(...HEADS, ...CLERKS);
}

export function headOfMarks({ guards }: Pick<MarkDeps, 'guards'>): Guard<SignedInStaff> {
  return guards.staff(...HEADS);
}

/** The batch in the address (`:id`), of their academy. */
export function headOfBatch(deps: GuardDeps): Guard<AtBatch> {
  const who = headOfMarks(deps);
  return reaching(who, 'a batch', async (staff, visit) => {
    const batch = await findBatch(deps.db, staff.academy, visit.params.id);
    return batch === null ? null : { staff, batch };
  });
}

/** The same, for who is named to type it: another's batch doesn't exist for them. */
export function clerkOfBatch(deps: GuardDeps): Guard<AtRound> {
  const who = deps.guards.staff(...CLERKS);
  return reaching(who, 'their batch', async (staff, visit) => {
    const batch = await findBatch(deps.db, staff.academy, visit.params.id);
    const round = ROUNDS.find((one) => batch?.rounds[one].clerk === staff.accountId);
    return batch === null || round === undefined ? null : { staff, batch, round };
  });
}
