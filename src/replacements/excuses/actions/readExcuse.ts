import { healthSubjectOf } from '../../../enrolment/index.ts';
import { waitsToBeRead } from '../../../keptFiles/index.ts';
import type { Database } from '../../../platform/database/database.ts';
import { transact } from '../../../platform/database/transact.ts';
import type { EventBus } from '../../../platform/events.ts';
import { atVersion } from '../../../platform/http/once.ts';
import { type Act, record } from '../../../platform/journal.ts';
import { ok, type Result, refuse } from '../../../platform/result.ts';
import { type Conclusion, EXCUSE_LIFE, type Excuse } from '../excuse.ts';
import type { ExcuseRefusal } from '../refusals.ts';
import { lockExcuse, writeAct, writeConclusion } from '../store/excuses.ts';
import { listProofs } from '../store/proofs.ts';

type Deps = { readonly db: Database; readonly events: EventBus };

/** The service opened it: from then on the candidate reads that it is being read. */
export async function openExcuse({ db, events }: Deps, act: Act, { id, enrolmentId }: Excuse): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const excuse = await lockExcuse(tx, id);
    if (excuse === null || !EXCUSE_LIFE.may('open', excuse.state)) return;
    await writeAct(tx, excuse, 'open');
    await events.publish(tx, act, 'excuse.opened', healthSubjectOf({ id: enrolmentId }), {
      enrolmentId,
      excuseId: id,
    });
  });
}

/** What the service concludes, for who decides. It decides nothing, and may be said again. */
export function concludeExcuse(
  { db, events }: Deps,
  act: Act,
  order: {
    readonly id: string;
    readonly academy: string;
    /** Of the page. */
    readonly rowVersion: number;
    readonly conclusion: Conclusion;
    readonly said: string;
    readonly by: string;
  },
): Promise<Result<null, ExcuseRefusal>> {
  return transact<null, ExcuseRefusal>(db, async (tx) => {
    const excuse = await lockExcuse(tx, order.id);
    if (excuse === null || excuse.academy !== order.academy) return refuse({ code: 'not-found' });
    const versions = { now: excuse.rowVersion, seen: order.rowVersion };
    const changed: ExcuseRefusal = { code: 'changed-meanwhile' };
    return atVersion<null, ExcuseRefusal>(tx, act, versions, changed, async () => {
      if (!EXCUSE_LIFE.may('conclude', excuse.state)) return refuse(changed);
      if (waitsToBeRead(await listProofs(tx, [excuse.id]))) return refuse({ code: 'document-being-read' });
      await writeConclusion(tx, excuse, order);
      const { enrolmentId } = excuse;
      await events.publish(tx, act, 'excuse.read', healthSubjectOf({ id: enrolmentId }), {
        enrolmentId,
        excuseId: excuse.id,
        conclusion: order.conclusion,
      });
      return ok(null);
    });
  });
}

/** Who was sent which document: in the candidate's own chain, before it leaves. */
export async function recordViewing(
  db: Database,
  act: Act,
  enrolmentId: Excuse['enrolmentId'],
  proofId: string,
): Promise<void> {
  const data = { enrolmentId, proofId };
  await db
    .transaction()
    .execute((tx) => record(tx, act, 'excuse.proofViewed', healthSubjectOf({ id: enrolmentId }), data));
}
