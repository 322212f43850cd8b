import { h } from 'preact';
import { actBy, type SignedInStaff } from '../../accounts/index.ts';
import { type Reply, type Route, redirect, route, type Visit, versionIn } from '../../platform/http/visit.ts';
import { nameOfSession } from '../../scope/index.ts';
import { emptyForm, type FormState, show, withFault } from '../../ui/index.ts';
import { type Entering, endRound, enterMarks } from '../actions/enterMarks.ts';
import { addresses } from '../addresses.ts';
import type { MarkDeps } from '../deps.ts';
import { type AtRound, clerkOfBatch } from '../guards.ts';
import { MOST, ROUNDS } from '../marks.ts';
import { EntryPage, OwnBatchesPage } from '../pages/clerkPages.tsx';
import { type Refusal, refusals } from '../refusals.ts';
import { emptyIn } from '../rules/settle.ts';
import { findBatch, listBatchesOf } from '../store/batches.ts';
import { listScripts, scriptsOf } from '../store/entries.ts';
import { batchName, pageFrame } from './frame.ts';
import { readCells } from './readCells.ts';

/** What a clerk does with the batches for which they are named. */
export function entryRoutes(deps: MarkDeps): readonly Route[] {
  const who = clerkOfBatch(deps);
  return [
    route({
      method: 'GET',
      path: '/gestion/notes/:id/saisie',
      who,
      handle: (visit, at) => showEntry(deps, visit, at),
    }),
    route({
      method: 'POST',
      path: '/gestion/notes/:id/saisie',
      who,
      note: 'La personne nommée pour un lot saisit les notes.',
      handle: (visit, at) => save(deps, visit, at),
    }),
    route({
      method: 'POST',
      path: '/gestion/notes/:id/saisie/terminee',
      who,
      note: 'La personne nommée pour un lot dit sa saisie terminée.',
      handle: (visit, at) => end(deps, visit, at),
    }),
  ];
}

export async function showOwn(deps: MarkDeps, visit: Visit, staff: SignedInStaff): Promise<Reply> {
  const batches = await listBatchesOf(deps.db, staff.academy, staff.accountId);
  const scripts = await listScripts(
    deps.db,
    batches.map(({ id }) => id),
  );
  const catalogue = deps.catalogue();
  const own = batches.flatMap((batch) => {
    const round = ROUNDS.find((one) => batch.rounds[one].clerk === staff.accountId);
    const all = scripts.get(batch.id) ?? [];
    return round === undefined
      ? []
      : [
          {
            batch,
            round,
            name: batchName(catalogue, batch),
            scripts: all.length,
            typed: all.length - emptyIn(round, all).length,
          },
        ];
  });
  return show(h(OwnBatchesPage, { ...(await pageFrame(deps, visit, staff)), own }));
}

async function showEntry(
  deps: MarkDeps,
  visit: Visit,
  { staff, batch, round }: AtRound,
  refused: { readonly state: FormState; readonly status: number } | null = null,
): Promise<Reply> {
  const catalogue = deps.catalogue();
  const scripts = await scriptsOf(deps.db, batch);
  const pages = Math.max(1, Math.ceil(scripts.length / MOST.page));
  return show(
    h(EntryPage, {
      ...(await pageFrame(deps, visit, staff)),
      batch,
      round,
      scripts,
      name: batchName(catalogue, batch),
      session: nameOfSession(catalogue, batch.session),
      page: Math.min(pages, pageIn(visit)),
      state: refused?.state ?? emptyForm,
    }),
    refused?.status ?? 200,
  );
}

function pageIn({ query }: Visit): number {
  return /^[1-9]\d{0,3}$/.test(query.page ?? '') ? Number(query.page) : 1;
}

export function entering({ staff, batch, round }: AtRound): Entering {
  return { id: batch.id, academy: staff.academy, round, by: staff.accountId };
}

async function save(deps: MarkDeps, visit: Visit, at: AtRound): Promise<Reply> {
  const read = readCells(visit.body, at.batch.step);
  if (!read.ok) return showEntry(deps, visit, at, { state: read.error, status: 422 });
  const { cells, typed } = read.value;
  const order = { ...entering(at), cells, version: versionIn(visit) };
  const done = await enterMarks(deps, actBy(visit, at.staff), order);
  if (!done.ok) return refused(deps, visit, at, done.error, typed);
  const page = pageIn(visit);
  return redirect(
    addresses.entry(at.batch.id, {
      page: visit.body.suite === 'oui' ? page + 1 : page,
      message: done.value === 0 ? 'inchangees' : 'enregistrees',
    }),
  );
}

async function end(deps: MarkDeps, visit: Visit, at: AtRound): Promise<Reply> {
  const done = await endRound(deps, actBy(visit, at.staff), entering(at));
  return done.ok ? redirect(addresses.list({ message: 'terminee' })) : refused(deps, visit, at, done.error, {});
}

/** The page as it stands now, with all that was typed. */
async function refused(
  deps: MarkDeps,
  visit: Visit,
  at: AtRound,
  refusal: Refusal,
  typed: Readonly<Record<string, string>>,
): Promise<Reply> {
  const batch = await findBatch(deps.db, at.staff.academy, at.batch.id);
  const round = ROUNDS.find((one) => batch?.rounds[one].clerk === at.staff.accountId);
  if (batch === null || round === undefined) return redirect(addresses.list());
  const state = withFault({ typed, faults: [] }, null, refusals.inWords(refusal));
  return showEntry(deps, visit, { ...at, batch, round }, { state, status: refusals.status(refusal) });
}
