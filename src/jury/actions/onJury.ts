import type { Tx } from '../../platform/database/database.ts';
import { transact } from '../../platform/database/transact.ts';
import { type Result, refuse } from '../../platform/result.ts';
import type { JuryActDeps } from '../deps.ts';
import type { Jury } from '../jury.ts';
import type { Refusal } from '../refusals.ts';
import { lockJury } from '../store/juries.ts';

/** What somebody was looking at. */
export type Order = {
  readonly id: string;
  readonly academy: string;
  readonly by: string;
  /** Of the page; null: the act tells by itself whether it was. */
  readonly rowVersion: number | null;
};

/** One act on one jury of their academy, unchanged since their page: others wait for it. */
export function onJury<T>(
  { db }: Pick<JuryActDeps, 'db'>,
  { id, academy, rowVersion }: Omit<Order, 'by'>,
  work: (tx: Tx, jury: Jury) => Promise<Result<T, Refusal>>,
): Promise<Result<T, Refusal>> {
  return transact<T, Refusal>(db, async (tx) => {
    const jury = await lockJury(tx, academy, id);
    if (jury === null) return refuse({ code: 'not-found' });
    if (rowVersion !== null && jury.rowVersion !== rowVersion) return refuse({ code: 'changed-meanwhile' });
    return work(tx, jury);
  });
}

/** The same, while it deliberates. */
export function onOpenJury<T>(
  deps: Pick<JuryActDeps, 'db'>,
  order: Omit<Order, 'by'>,
  work: (tx: Tx, jury: Jury) => Promise<Result<T, Refusal>>,
): Promise<Result<T, Refusal>> {
  return onJury(deps, order, async (tx, jury) => {
    if (jury.state === 'closed') return refuse({ code: 'closed' });
    return jury.state === 'closing' ? refuse({ code: 'closing-asked' }) : work(tx, jury);
  });
}
