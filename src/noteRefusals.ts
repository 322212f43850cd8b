import type { Accounts } from './accounts/index.ts';
import type { Database } from './platform/database/database.ts';
import { createFairQueue } from './platform/fairQueue.ts';
import { networkOf } from './platform/http/network.ts';
import { noteRefusal, type RefusedAnswer } from './platform/http/refusals.ts';
import type { Visit } from './platform/http/visit.ts';

/** Notes refusals beside the answers, one at a time: what comes faster than it can be noted is not. */
export function refusalNotes(
  db: Database,
  sessionOf: Accounts['sessionOf'],
): (visit: Visit, refused: RefusedAnswer) => void {
  const queue = createFairQueue({ atOnce: 1, perLane: 20, inAll: 100 });
  return (visit, refused) => {
    const network = networkOf(visit.ip);
    const note = async (): Promise<void> => {
      const session = await sessionOf(visit);
      // To a visitor nothing is « somebody else's »: they are asked to sign in.
      if (session === null && refused.kind === 'not-theirs') return;
      const { accountId = null } = session ?? {};
      const academy = session?.kind === 'staff' ? session.academy : null;
      await noteRefusal(db, {
        ...refused,
        route: withoutHealth(refused.route),
        accountId,
        academy,
        network,
        requestId: visit.requestId,
      });
    };
    // The outage that keeps it from being written is said elsewhere.
    queue.run(network, note).catch(() => undefined);
  };
}

/** Heads of office read what was refused to whom: not that somebody was on the page of their health. */
function withoutHealth(route: string): string {
  return route.replace(/(\/candidatures\/:id)\/(amenagement|absence).*/, '$1');
}
