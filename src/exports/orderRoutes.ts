import { h } from 'preact';
import { actBy } from '../accounts/index.ts';
import type { WorkSource } from '../lots/index.ts';
import type { DocumentDeskDeps } from '../papers/index.ts';
import { createDownloads } from '../platform/http/downloads.ts';
import { refusalTable } from '../platform/http/refusalTable.ts';
import { type Guard, type Reply, type Route, reaching, route, type Visit } from '../platform/http/visit.ts';
import { ok, refuse } from '../platform/result.ts';
import { isUuid } from '../platform/uuid.ts';
import { type AtDesk, atDesk } from '../scope/index.ts';
import { act, type FormState, faultsOnly, show } from '../ui/index.ts';
import { recordExport } from './actions/recordExport.ts';
import { addresses as exportAddresses } from './addresses.ts';
import { askedBy, filterInWords, readFilter } from './filter.ts';
import { FORMATS, formatOf } from './formats.ts';
import { OrderPage, stateOf } from './pages/orderPage.tsx';
import { againOrder, type ExportOrder, findOrder, insertOrder, listOrders, partsOf } from './store/orders.ts';
import { exportTexts } from './texts.ts';

const say = exportTexts.order;

type AtOrder = AtDesk & { readonly order: ExportOrder };

/** Lists that are made ready without their reader: ordered, followed, taken for a week by who asked, while they read the same groups. */
export function orderRoutes(deps: DocumentDeskDeps): readonly Route[] {
  const who = atDesk(deps);
  const theirs = theirOrder(deps, who);
  const downloads = createDownloads();
  const one = exportAddresses.order(':id');
  return [
    route({ method: 'GET', path: one, who: theirs, handle: (visit, at) => showOrder(deps, visit, at) }),
    act({
      path: one,
      who: theirs,
      note: "Qui a demandé un export à préparer le redemande, s'il a échoué.",
      fields: [],
      refusals: faultsOnly,
      do: async (_, { order }) => {
        await deps.db.transaction().execute(async (tx) => {
          if (await againOrder(tx, order.id))
            await deps.letters.jobs.enqueue(tx, 'export.prepare', { orderId: order.id });
        });
        return ok(null);
      },
      to: (_, { order }) => exportAddresses.order(order.id),
      again: (visit, at) => showOrder(deps, visit, at),
    }),
    route({
      method: 'GET',
      path: exportAddresses.orderFile(':id'),
      who: theirs,
      priority: 'later',
      handle: async (visit, at) => {
        const { order, staff } = at;
        if (order.state !== 'ready') return showOrder(deps, visit, at, say.notReady, 409);
        const file = { type: FORMATS[order.format].type, name: `inscriptions-${order.session}.${order.format}` };
        const given = await downloads.give(staff.accountId, partsOf(deps.db, order.id), file, () => {
          const { speciality = null, state = null } = readFilter(deps, askedBy(order.query), at.scope) ?? {};
          const { academy, session, format, what } = order;
          return recordExport(deps, actBy(visit, staff), { academy, session, format, speciality, state, what });
        });
        return given.ok ? given.value : showOrder(deps, visit, at, exportTexts[given.error], 429);
      },
    }),
  ];
}

/** The order in the address, for who gave it and reads the same groups as then. */
function theirOrder(deps: DocumentDeskDeps, who: Guard<AtDesk>): Guard<AtOrder> {
  return reaching(who, 'their export', async (at, visit) => {
    const order = isUuid(visit.params.id) ? await findOrder(deps.db, visit.params.id) : null;
    if (order === null || order.accountId !== at.staff.accountId || order.academy !== at.scope.academy) return null;
    return sameGroups(order.portfolios, at.scope.portfolios) ? { ...at, order } : null;
  });
}

/** Who reads all reads what they read of some. */
function sameGroups(then: readonly string[] | null, now: readonly string[] | null): boolean {
  return now === null || then?.every((group) => now.includes(group)) === true;
}

async function showOrder(
  deps: DocumentDeskDeps,
  visit: Visit,
  { staff, order }: AtOrder,
  fault: string | null = null,
  status = 200,
): Promise<Reply> {
  return show(h(OrderPage, { ...(await deps.frame(visit, staff)), order, fault }), status);
}

type OrderRefusal = { readonly code: 'unknown-filter' } | { readonly code: 'another-runs' };

/** « Préparer », on the page of exports: what its form asks, as the address of a download would. */
export function orderAct(
  deps: DocumentDeskDeps,
  page: {
    readonly path: string;
    readonly who: Guard<AtDesk>;
    readonly again: (visit: Visit, at: AtDesk, state: FormState, status: number) => Promise<Reply>;
  },
): Route {
  return act({
    ...page,
    note: "Un gestionnaire, ou le chef de bureau, demande un export, qui se prépare sans lui et l'attend une semaine.",
    fields: [],
    refusals: refusalTable<OrderRefusal>({
      'unknown-filter': [422, exportTexts.unknownFilter],
      'another-runs': [409, say.another],
    }),
    do: async (_, { staff, scope }, { body }) => {
      const query = typeof body.demande === 'string' ? body.demande : '';
      const filter = readFilter(deps, askedBy(query), scope);
      const format = formatOf(body.format);
      if (filter === null || format === null) return refuse({ code: 'unknown-filter' });
      const id = await deps.db.transaction().execute(async (tx) => {
        const orderId = await insertOrder(tx, {
          academy: scope.academy,
          session: filter.session.code,
          accountId: staff.accountId,
          query,
          portfolios: scope.portfolios,
          format,
          what: exportTexts.what(FORMATS[format].name, filterInWords(deps, filter)),
        });
        if (orderId !== null) await deps.letters.jobs.enqueue(tx, 'export.prepare', { orderId });
        return orderId;
      });
      return id === null ? refuse({ code: 'another-runs' }) : ok(id);
    },
    to: (id) => exportAddresses.order(id),
  });
}

/** Those of the tray of who asked. */
export const exportWorks: WorkSource = async ({ db }, { accountId, since }) =>
  (await listOrders(db, accountId, since)).map((order) => ({
    id: order.id,
    title: say.title,
    what: order.what,
    href: exportAddresses.order(order.id),
    state: stateOf(order),
    done: order.written,
    total: order.total,
    orderedAt: order.orderedAt,
  }));
