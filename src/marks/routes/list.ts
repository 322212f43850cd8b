import { h } from 'preact';
import { actBy, type SignedInStaff } from '../../accounts/index.ts';
import { sessionLabel, sessionsOf } from '../../catalogue/index.ts';
import { type Reply, type Route, redirect, route, type Visit } from '../../platform/http/visit.ts';
import { emptyForm, type FormState, parseForm, show, typedForm, withFault } from '../../ui/index.ts';
import { nameClerks } from '../actions/nameClerks.ts';
import { countUnopened, openBatches } from '../actions/openBatches.ts';
import { addresses } from '../addresses.ts';
import type { MarkDeps } from '../deps.ts';
import { atMarks, headOfMarks } from '../guards.ts';
import { MOST } from '../marks.ts';
import { clerkFields } from '../pages/fields.ts';
import { ListPage } from '../pages/listPage.tsx';
import { refusals } from '../refusals.ts';
import { progressOf } from '../rules/settle.ts';
import { findBatch, listBatches } from '../store/batches.ts';
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
    route({
      method: 'POST',
      path: '/gestion/notes/lots',
      who: head,
      handle: (visit, staff) => open(deps, visit, staff),
    }),
    route({
      method: 'POST',
      path: '/gestion/notes/personnes',
      who: head,
      handle: (visit, staff) => name(deps, visit, staff),
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
  const entrants = session === null ? [] : await deps.entrants(deps.db, academy, session.code);
  return show(
    h(ListPage, {
      ...(await pageFrame(deps, visit, staff)),
      session: session?.code ?? null,
      sessions: sessions.map((one) => ({ value: one.code, label: sessionLabel(catalogue, one) })),
      speciality,
      specialities: specialities.map((cfd) => ({ value: cfd, label: nameOf(cfd) })),
      lines: shown.map((batch) => ({
        batch,
        name: batchName(catalogue, batch),
        progress: progressOf(batch, scripts.get(batch.id) ?? []),
      })),
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

async function open(deps: MarkDeps, visit: Visit, staff: SignedInStaff): Promise<Reply> {
  const session = textIn(visit.body.session) ?? '';
  const order = { academy: staff.academy, session, by: staff.accountId };
  const done = await openBatches(deps, actBy(visit, staff), order);
  if (done.ok) return redirect(addresses.list({ session, message: 'ouverts' }));
  const state = withFault(emptyForm, null, refusals.inWords(done.error));
  return showList(deps, visit, staff, { state, status: refusals.status(done.error), chosen: [] });
}

async function name(deps: MarkDeps, visit: Visit, staff: SignedInStaff): Promise<Reply> {
  const { academy } = staff;
  const batches = [visit.body.lots].flat().filter((one) => typeof one === 'string');
  const fields = clerkFields(await clerkOptions(deps, academy));
  const read = parseForm(fields, visit.body);
  const from = textIn(visit.body.depuis);
  const again = async (state: FormState, status: number): Promise<Reply> => {
    const batch = from === undefined ? null : await findBatch(deps.db, academy, from);
    return batch === null
      ? showList(deps, visit, staff, { state, status, chosen: batches })
      : showBatch(deps, visit, { staff, batch }, { form: 'personnes', state, status });
  };
  if (!read.ok) return again(read.error, 422);
  const { premiere, seconde } = read.value;
  const naming = { academy, batches, clerks: { first: premiere, second: seconde } };
  const done = await nameClerks(deps, actBy(visit, staff), naming);
  if (!done.ok) {
    const state = typedForm(fields, visit.body);
    return again(withFault(state, null, refusals.inWords(done.error)), refusals.status(done.error));
  }
  const message = 'attribues';
  return redirect(
    from === undefined
      ? addresses.list({ session: textIn(visit.body.session), message })
      : addresses.batch(from, { message }),
  );
}

function textIn(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
