import { h } from 'preact';
import { type Reply, type Route, route, type Visit } from '../../../platform/http/visit.ts';
import { type AtDesk, atDesk, listUnreached } from '../../../scope/index.ts';
import { show } from '../../../ui/index.ts';
import { addresses as personAddresses } from '../../addresses.ts';
import type { PersonDeps } from '../../deps.ts';
import { listWaitingRecoveries } from '../../store/recoveries.ts';
import { UnreachedPage } from '../pages/unreachedPage.tsx';

/** Whom our mails don't reach, and whose new address waits for a second person. */
export function unreachedRoutes(deps: PersonDeps): readonly Route[] {
  return [
    route({
      method: 'GET',
      path: personAddresses.unreached,
      who: atDesk(deps),
      handle: (visit, at) => showUnreached(deps, visit, at),
    }),
  ];
}

async function showUnreached(deps: PersonDeps, visit: Visit, { staff, scope }: AtDesk): Promise<Reply> {
  const frame = await deps.frame(visit, staff);
  const [people, waiting] = await Promise.all([
    listUnreached(deps.db, scope),
    listWaitingRecoveries(deps.db, scope, staff.accountId),
  ]);
  return show(h(UnreachedPage, { ...frame, people, waiting }));
}
