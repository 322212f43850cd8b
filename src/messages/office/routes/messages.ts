import { h } from 'preact';
import type { LetterDeskDeps } from '../../../papers/index.ts';
import { type Reply, type Route, route, type Visit } from '../../../platform/http/visit.ts';
import { type AtDesk, atDesk, fileAtDesk, MOST_COUNTED, namesOf, peopleOf } from '../../../scope/index.ts';
import { show } from '../../../ui/index.ts';
import { countThreads, listThreads } from '../../store/threads.ts';
import { readCursor, readMessageFilter } from '../messageFilter.ts';
import { MessagesListPage } from '../pages/messagesPage.tsx';
import { showThread, threadActs } from './thread.ts';

const PAGE_SIZE = 50;

export function messageOfficeRoutes(deps: LetterDeskDeps): readonly Route[] {
  const file = fileAtDesk(deps);
  const path = '/gestion/messages/:id';
  return [
    route({
      method: 'GET',
      path: '/gestion/messages',
      who: atDesk(deps),
      handle: (visit, at) => showMessages(deps, visit, at),
    }),
    route({ method: 'GET', path, who: file, handle: (visit, at) => showThread(deps, visit, at) }),
    threadActs(deps, path, file),
  ];
}

async function showMessages(deps: LetterDeskDeps, visit: Visit, { staff, scope }: AtDesk): Promise<Reply> {
  const filter = readMessageFilter(visit.query, staff.accountId);
  const after = readCursor(visit.query.apres);
  const [{ threads, next }, total, members, frame] = await Promise.all([
    listThreads(deps.db, scope, filter, { after, size: PAGE_SIZE }),
    countThreads(deps.db, scope, filter, MOST_COUNTED),
    deps.accounts.listStaff(deps.db, scope.academy),
    deps.frame(visit, staff),
  ]);
  const names = await namesOf(
    deps.db,
    threads.map(({ enrolmentId }) => enrolmentId),
  );
  return show(
    h(MessagesListPage, {
      ...frame,
      catalogue: deps.catalogue(),
      scope,
      filter,
      threads: threads.flatMap((thread) => {
        const file = names.get(thread.enrolmentId);
        return file === undefined ? [] : [{ ...thread, file }];
      }),
      total,
      isLater: after !== null,
      next,
      people: peopleOf(members, staff.accountId),
      now: deps.clock.now(),
    }),
  );
}
