import { h } from 'preact';
import { type Reply, type Route, redirect, route, type Visit } from '../../platform/http/visit.ts';
import { show } from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import type { OfficeDeps } from '../deps.ts';
import { atQueue } from '../guards.ts';
import type { AtDesk } from '../office.ts';
import { pageFrame } from '../pageFrame.ts';
import { QueuePage } from '../pages/queuePage.tsx';
import { readPageNumber, readQueueFilter } from '../rules/queueFilter.ts';
import { listQueue } from '../store/queue.ts';
import { doneIn } from './done.ts';

export function queueRoutes(deps: OfficeDeps): readonly Route[] {
  return [
    route({
      method: 'GET',
      path: '/gestion/corbeille',
      who: atQueue(deps),
      handle: (visit, at) => showQueue(deps, visit, at),
    }),
  ];
}

async function showQueue(deps: OfficeDeps, visit: Visit, at: AtDesk): Promise<Reply> {
  const filter = readQueueFilter(visit.query);
  const page = readPageNumber(visit.query.page);
  const { total, files, more } = await listQueue(deps.db, at.scope, filter, page);
  // A page that is no more: the queue got shorter.
  if (files.length === 0 && page > 1) return redirect(addresses.queue(filter));
  return show(
    h(QueuePage, {
      ...(await pageFrame(deps, visit, at.staff)),
      catalogue: deps.catalogue(),
      scope: at.scope,
      filter,
      files,
      total,
      page,
      more,
      now: deps.clock.now(),
      done: await doneIn(deps, visit, at, null),
    }),
  );
}
