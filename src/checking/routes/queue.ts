import { h } from 'preact';
import { doubtedAmong } from '../../papers/index.ts';
import { collidingAmong } from '../../persons/index.ts';
import { type Reply, type Route, redirect, route, type Visit } from '../../platform/http/visit.ts';
import { readPageNumber } from '../../platform/query.ts';
import { ok } from '../../platform/result.ts';
import { isUuid } from '../../platform/uuid.ts';
import { type AtDesk, atQueue, searchIn } from '../../scope/index.ts';
import { act, acts, emptyForm, type FormState, faultsOnly, faulty, type ShownAgain, show } from '../../ui/index.ts';
import { addresses as checkingAddresses } from '../addresses.ts';
import type { CheckingDeps } from '../deps.ts';
import { pageOfAct } from '../pageOfAct.ts';
import { QueuePage } from '../pages/queuePage.tsx';
import { filterName, SAVING } from '../pages/savedFilters.tsx';
import { queueQuery, readQueueFilter } from '../rules/queueFilter.ts';
import { severalTexts } from '../severalTexts.ts';
import { countToCheck } from '../store/figures.ts';
import { listQueue } from '../store/queue.ts';
import { forgetFilter, savedFilters, saveFilter } from '../store/savedFilters.ts';
import { doneIn } from './done.ts';
import { readWhoHas } from './whoHas.ts';

export function queueRoutes(deps: CheckingDeps): readonly Route[] {
  return [
    route({
      method: 'GET',
      path: '/gestion/corbeille',
      who: atQueue(deps),
      handle: (visit, at) => showQueue(deps, visit, at),
    }),
    queueActs(deps),
  ];
}

async function showQueue(
  deps: CheckingDeps,
  visit: Visit,
  at: AtDesk,
  state: FormState = emptyForm,
  status = 200,
): Promise<Reply> {
  const { choix } = searchIn(visit.body);
  const filter = readQueueFilter(visit.query);
  const page = readPageNumber(visit.query.page);
  const { total, files, more } = await listQueue(deps.db, at.scope, filter, page);
  // A page that is no more: the queue got shorter.
  if (files.length === 0 && page > 1) return redirect(checkingAddresses.queue(filter));
  const members = await deps.accounts.listStaff(deps.db, at.scope.academy);
  const shown = files.map(({ enrolmentId }) => enrolmentId);
  return show(
    h(QueuePage, {
      ...(await deps.frame(visit, at.staff)),
      catalogue: deps.catalogue(),
      scope: at.scope,
      filter,
      files,
      total,
      toCheck: queueQuery(filter) === '' ? await countToCheck(deps.db, at.scope) : null,
      page,
      more,
      now: deps.clock.now(),
      who: await readWhoHas(deps, at, members, shown),
      doubted: await doubtedAmong(deps.db, at.scope.pieces === 'ordinary' ? shown : []),
      twice: await collidingAmong(deps, at.scope, shown),
      saved: await savedFilters(deps.db, at.staff.accountId),
      chosen: new Set(choix === '' ? [] : choix.split(' ')),
      state,
      done: await doneIn(deps, visit, at, null),
    }),
    status,
  );
}

/** Filters of one's own, and the files ticked. */
function queueActs(deps: CheckingDeps): Route {
  const page = {
    path: '/gestion/corbeille',
    who: atQueue(deps),
    refusals: faultsOnly,
    again: (...shown: ShownAgain<AtDesk>) => showQueue(deps, ...shown),
  };
  const backWith = (message: string) => (_: null, __: AtDesk, visit: Visit) =>
    checkingAddresses.queue(readQueueFilter(visit.query), { message });
  return acts(
    SAVING.act,
    {
      [SAVING.keep]: act({
        ...page,
        note: 'Un gestionnaire, le chef de bureau ou le service des aménagements garde un filtre de sa corbeille.',
        fields: [filterName],
        do: async ({ nom: name }, { staff: { academy, accountId } }, visit) => {
          const query = queueQuery(readQueueFilter(visit.query));
          if (query === '') return faulty({ field: null, message: severalTexts.filters.nothing });
          const filter = { academy, accountId, name, query };
          return (await deps.db.transaction().execute((tx) => saveFilter(tx, filter)))
            ? ok(null)
            : faulty({ field: filterName.name, message: severalTexts.filters.tooMany });
        },
        to: backWith('filtre-garde'),
      }),
      [SAVING.forget]: act({
        ...page,
        note: 'Un gestionnaire, le chef de bureau ou le service des aménagements oublie un filtre de sa corbeille.',
        fields: [],
        do: async (_, { staff }, visit) => {
          const asked = visit.body[SAVING.id];
          if (isUuid(asked)) await forgetFilter(deps.db, staff.accountId, asked);
          return ok(null);
        },
        to: backWith('filtre-oublie'),
      }),
    },
    act({
      ...page,
      note: 'Un gestionnaire, ou le chef de bureau, choisit des dossiers pour un acte sur plusieurs.',
      fields: [],
      do: async (_, __, visit) => pageOfAct(visit.body.acte, searchIn({ choix: visit.body.choix })),
      to: (chosen) => chosen,
    }),
  );
}
