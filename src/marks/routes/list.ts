import { h } from 'preact';
import { actBy, type SignedInStaff } from '../../accounts/index.ts';
import { sessionsOf } from '../../catalogue/index.ts';
import { type Reply, type Route, route, type Visit } from '../../platform/http/visit.ts';
import { sessionName } from '../../scope/index.ts';
import { act, emptyForm, type FormState, show, tickedIn } from '../../ui/index.ts';
import { nameClerks } from '../actions/nameClerks.ts';
import { countUnopened, openBatches } from '../actions/openBatches.ts';
import { addresses } from '../addresses.ts';
import { takenOf } from '../boards.ts';
import { listLate } from '../boardsView.ts';
import type { MarkDeps } from '../deps.ts';
import { atMarks, headOfMarks } from '../guards.ts';
import { MOST } from '../marks.ts';
import { clerkFields } from '../pages/fields.ts';
import { standingOf } from '../pages/headView.ts';
import { ListPage } from '../pages/listPage.tsx';
import { refusals } from '../refusals.ts';
import { progressOf } from '../rules/settle.ts';
import { findBatch, listBatches, listSpokenSince } from '../store/batches.ts';
import { listScripts } from '../store/entries.ts';
import { showBatch } from './batch.ts';
import { showOwn } from './entry.ts';
import { batchName, clerkOptions, pageFrame } from './frame.ts';

/** The lists: a clerk's own batches, or all of a session for its head. */
export function listRoutes(deps: MarkDeps): readonly Route[] {
  const head = headOfMarks(deps);
  return [
    route({
      method: 'GET',
      path: '/gestion/notes',
      who: atMarks(deps),
      handle: (visit, staff) => (staff.role === 'head' ? showList(deps, visit, staff) : showOwn(deps, visit, staff)),
    }),
    act({
      path: '/gestion/notes/lots',
      who: head,
      refusals,
      note: "Le chef de bureau ouvre les lots d'une session.",
      fields: [],
      do: (_, staff, visit) => {
        const session = textIn(visit.body.session) ?? '';
        return openBatches(deps, actBy(visit, staff), { academy: staff.academy, session, by: staff.accountId });
      },
      to: (_, __, visit) => addresses.list({ session: textIn(visit.body.session) ?? '', message: 'ouverts' }),
      again: (visit, staff, state, status) => showList(deps, visit, staff, { state, status, chosen: [] }),
    }),
    act({
      path: '/gestion/notes/personnes',
      who: head,
      refusals,
      note: 'Le chef de bureau dit qui saisit quels lots.',
      fields: async ({ academy }) => clerkFields(await clerkOptions(deps, academy)),
      do: ({ premiere: first, seconde: second }, staff, visit) => {
        const naming = { academy: staff.academy, batches: tickedIn(visit.body, 'lots'), clerks: { first, second } };
        return nameClerks(deps, actBy(visit, staff), naming);
      },
      to: (_, __, { body }) => {
        const [from, message] = [textIn(body.depuis), 'attribues'];
        return from === undefined
          ? addresses.list({ session: textIn(body.session), message })
          : addresses.batch(from, { message });
      },
      again: async (visit, staff, state, status) => {
        const from = textIn(visit.body.depuis);
        const batch = from === undefined ? null : await findBatch(deps.db, staff.academy, from);
        return batch === null
          ? showList(deps, visit, staff, { state, status, chosen: tickedIn(visit.body, 'lots') })
          : showBatch(deps, visit, { staff, batch }, { form: 'personnes', state, status });
      },
    }),
  ];
}

type Refused = { readonly state: FormState; readonly status: number; readonly chosen: readonly string[] };

async function showList(
  deps: MarkDeps,
  visit: Visit,
  staff: SignedInStaff,
  refused: Refused | null = null,
): Promise<Reply> {
  const { academy } = staff;
  const asked = visit.method === 'GET' ? visit.query.session : textIn(visit.body.session);
  const { all: sessions, chosen: session } = sessionsOf(deps, academy, asked);
  const catalogue = deps.catalogue();
  const place = { academy, session: session?.code ?? '' };
  const nameOf = (cfd: string): string => catalogue.speciality(cfd)?.name ?? cfd;
  // By name: by code a speciality is nowhere.
  const batches = (await listBatches(deps.db, place)).toSorted(
    (one, other) =>
      nameOf(one.speciality).localeCompare(nameOf(other.speciality), 'fr') ||
      one.speciality.localeCompare(other.speciality),
  );
  const specialities = [...new Set(batches.map(({ speciality }) => speciality))];
  const speciality = specialities.find((one) => one === visit.query.specialite) ?? null;
  const found = batches.filter((one) => speciality === null || one.speciality === speciality);
  const pages = Math.max(1, Math.ceil(found.length / MOST.page));
  const page = Math.min(pages, /^[1-9]\d{0,2}$/.test(visit.query.page ?? '') ? Number(visit.query.page) : 1);
  const shown = found.slice((page - 1) * MOST.page, page * MOST.page);
  const scripts = await listScripts(
    deps.db,
    shown.map(({ id }) => id),
  );
  const spoken = new Set((await listSpokenSince(deps.db, academy)).map(({ id }) => id));
  const lines = await Promise.all(
    shown.map(async (batch) => {
      const taken = await takenOf(deps.db, batch, scripts.get(batch.id) ?? []);
      const progress = progressOf(taken.batch, taken.scripts);
      const late = spoken.has(batch.id) ? (await listLate(deps.db, batch)).length : 0;
      return { batch, name: batchName(catalogue, batch), progress, standing: standingOf(taken.batch, progress), late };
    }),
  );
  const entrants = session === null ? [] : await deps.entrants(deps.db, academy, session.code);
  return show(
    h(ListPage, {
      ...(await pageFrame(deps, visit, staff)),
      session: session?.code ?? null,
      sessions: sessions.map((one) => ({ value: one.code, label: sessionName(catalogue, one) })),
      speciality,
      specialities: specialities.map((cfd) => ({ value: cfd, label: nameOf(cfd) })),
      lines,
      page,
      all: batches.length,
      found: found.length,
      locked: batches.filter(({ lockedAt }) => lockedAt !== null).length,
      unopened:
        session === null
          ? { now: 0, later: 0, next: null }
          : await countUnopened(deps, place, entrants, deps.clock.now()),
      clerks: await clerkOptions(deps, academy),
      state: refused?.state ?? emptyForm,
      chosen: new Set(refused?.chosen ?? []),
    }),
    refused?.status ?? 200,
  );
}

function textIn(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
