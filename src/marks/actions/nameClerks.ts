import { transact } from '../../platform/database/transact.ts';
import type { Act } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import type { MarkActDeps } from '../deps.ts';
import { subjectOf } from '../events.ts';
import { CLERKS } from '../guards.ts';
import { MOST, type RoundName } from '../marks.ts';
import type { Refusal } from '../refusals.ts';
import { whyNotNamed } from '../rules/batchActs.ts';
import { lockRow, writeClerks } from '../store/batches.ts';
import { readTypedBy } from '../store/entries.ts';

export type Naming = {
  readonly academy: string;
  readonly batches: readonly string[];
  readonly clerks: Readonly<Record<RoundName, string | null>>;
};

/** Says who types these batches, first and second; all of them or none. */
export async function nameClerks(
  deps: Pick<MarkActDeps, 'db' | 'events' | 'accounts'>,
  act: Act,
  { academy, batches, clerks }: Naming,
): Promise<Result<number, Refusal>> {
  const ids = [...new Set(batches)].toSorted().slice(0, MOST.batches);
  if (ids.length === 0) return refuse({ code: 'no-batch-chosen' });
  const able = new Set<string>(
    (await deps.accounts.listStaff(deps.db, academy))
      .filter(({ role, disabledAt }) => disabledAt === null && CLERKS.some((one) => one === role))
      .map(({ accountId }) => accountId),
  );
  if (Object.values(clerks).some((one) => one !== null && !able.has(one))) return refuse({ code: 'clerk-unknown' });
  return transact<number, Refusal>(deps.db, async (tx) => {
    for (const id of ids) {
      const batch = await lockRow(tx, academy, id);
      if (batch === null) return refuse({ code: 'not-found' });
      const why = whyNotNamed(batch, clerks, await readTypedBy(tx, batch));
      if (why !== null) return refuse({ code: why });
      if (batch.rounds.first.clerk === clerks.first && batch.rounds.second.clerk === clerks.second) continue;
      await writeClerks(tx, batch, clerks);
      await deps.events.publish(tx, act, 'marks.named', subjectOf(batch), { batchId: id, ...clerks });
    }
    return ok(ids.length);
  });
}
