import { h } from 'preact';
import { doubtedAmong } from '../../papers/index.ts';
import { collidingAmong } from '../../persons/index.ts';
import { type Reply, type Route, redirect, route, type Visit } from '../../platform/http/visit.ts';
import { readPageNumber } from '../../platform/query.ts';
import { isUuid } from '../../platform/uuid.ts';
import { type AtDesk, atQueue, searchIn } from '../../scope/index.ts';
import { emptyForm, type FormState, parseForm, show, typedForm, withFault } from '../../ui/index.ts';
import { addresses as checkingAddresses } from '../addresses.ts';
import type { CheckingDeps } from '../deps.ts';
import { handOverTexts } from '../handOverTexts.ts';
import { pageOfAct } from '../pageOfAct.ts';
import { QueuePage } from '../pages/queuePage.tsx';
import { filterName, SAVING } from '../pages/savedFilters.tsx';
import { queueQuery, readQueueFilter } from '../rules/queueFilter.ts';
import { severalTexts } from '../severalTexts.ts';
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
    route({
      method: 'POST',
      path: '/gestion/corbeille',
      who: atQueue(deps),
      note: [
        "Un gestionnaire, le chef de bureau ou le service des aménagements garde un filtre de sa corbeille, ou l'oublie.",
        'Un gestionnaire, ou le chef de bureau, choisit des dossiers pour un acte sur plusieurs.',
      ],
      handle: (visit, at) => changeFilters(deps, visit, at),
    }),
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

const isSaving = (act: unknown): boolean => act === SAVING.keep || act === SAVING.forget;

/** The files ticked, on to the page of what is to be done with them. */
async function choose(deps: CheckingDeps, visit: Visit, at: AtDesk): Promise<Reply> {
  const search = searchIn({ choix: visit.body.choix });
  const page = search.choix === '' ? null : pageOfAct(visit.body.acte, search);
  if (page !== null) return redirect(page);
  const why = search.choix === '' ? handOverTexts.none : handOverTexts.noAct;
  return showQueue(deps, visit, at, withFault(emptyForm, null, why), 422);
}

/** Keeps the filter of this address under a name, or forgets one. */
async function changeFilters(deps: CheckingDeps, visit: Visit, at: AtDesk): Promise<Reply> {
  const isFilter = visit.body.nom !== undefined || isSaving(visit.body[SAVING.act]);
  if (!isFilter && at.scope.pieces === 'ordinary') return choose(deps, visit, at);
  const filter = readQueueFilter(visit.query);
  const { academy, accountId } = at.staff;
  const asked = visit.body[SAVING.id];
  if (visit.body[SAVING.act] === SAVING.forget) {
    if (isUuid(asked)) await forgetFilter(deps.db, accountId, asked);
    return redirect(checkingAddresses.queue(filter, { message: 'filtre-oublie' }));
  }
  const query = queueQuery(filter);
  const fields = [filterName] as const;
  const typed: FormState = typedForm(fields, visit.body);
  const refused = (why: string): Promise<Reply> =>
    showQueue(deps, visit, at, withFault(typed, filterName.name, why), 422);
  if (query === '') return showQueue(deps, visit, at, withFault(emptyForm, null, severalTexts.filters.nothing), 422);
  const read = parseForm(fields, visit.body);
  if (!read.ok) return showQueue(deps, visit, at, read.error, 422);
  const saved = await deps.db
    .transaction()
    .execute((tx) => saveFilter(tx, { academy, accountId, name: read.value.nom, query }));
  return saved
    ? redirect(checkingAddresses.queue(filter, { message: 'filtre-garde' }))
    : refused(severalTexts.filters.tooMany);
}
