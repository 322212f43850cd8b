import { h } from 'preact';
import { handOverTexts, pageOfAct } from '../../../checking/index.ts';
import { countMissing } from '../../../pieces/index.ts';
import { type Reply, type Route, redirect, route, type Visit } from '../../../platform/http/visit.ts';
import { readPageNumber } from '../../../platform/query.ts';
import {
  type AtDesk,
  atDesk,
  deskAddresses,
  fileAtDesk,
  PAGE_SIZE,
  pagesOf,
  prefixesOf,
  readFileState,
  readSearch,
  searchFiles,
  searchIn,
} from '../../../scope/index.ts';
import { show } from '../../../ui/index.ts';
import type { OfficeDeps } from '../../deps.ts';
import { FilesPage } from '../pages/filesPage.tsx';
import { showFile } from './showFile.ts';

export function fileRoutes(deps: OfficeDeps): readonly Route[] {
  const file = fileAtDesk(deps);
  return [
    route({
      method: 'GET',
      path: '/gestion/dossiers',
      who: atDesk(deps),
      handle: (visit, at) => showFiles(deps, visit, at),
    }),
    route({
      method: 'POST',
      path: '/gestion/dossiers',
      who: atDesk(deps),
      note: 'Un gestionnaire, ou le chef de bureau, choisit des dossiers pour un acte sur plusieurs.',
      handle: (visit, at) => choose(deps, visit, at),
    }),
    route({
      method: 'GET',
      path: '/gestion/dossiers/:id',
      who: file,
      handle: (visit, at) => showFile(deps, visit, at),
    }),
  ];
}

/** The files ticked, on to the page of what is to be done with them. */
async function choose(deps: OfficeDeps, visit: Visit, at: AtDesk): Promise<Reply> {
  const { choix, ...search } = searchIn({ ...visit.query, choix: visit.body.choix });
  if (choix === '') return showFiles(deps, visit, at, { chosen: [], fault: handOverTexts.none });
  const page = pageOfAct(visit.body.acte, { ...search, choix });
  if (page !== null) return redirect(page);
  return showFiles(deps, visit, at, { chosen: choix.split(' '), fault: handOverTexts.noAct });
}

async function showFiles(
  deps: OfficeDeps,
  visit: Visit,
  { staff, scope }: AtDesk,
  refused: { readonly chosen: readonly string[]; readonly fault: string } | null = null,
): Promise<Reply> {
  const catalogue = deps.catalogue();
  const { recherche, etat, session: wanted } = visit.query;
  const search = readSearch(recherche, prefixesOf(catalogue, scope));
  const state = readFileState(etat);
  const session = scope.sessions.find((code) => code === wanted) ?? null;
  const page = readPageNumber(visit.query.page);
  const found = await searchFiles(deps.db, scope, { search, state, session }, page);
  const missing = await countMissing(
    deps.db,
    found.files.map(({ id }) => id),
  );
  const typed = (recherche ?? '').trim().slice(0, 200);
  if (found.files.length === 0 && page > 1) return redirect(deskAddresses.files({ recherche: typed, etat, session }));
  return show(
    h(FilesPage, {
      ...(await deps.frame(visit, staff)),
      catalogue,
      scope,
      typed,
      wrongNumber: search.kind === 'wrong-number',
      state,
      session,
      found,
      missing,
      page,
      pages: pagesOf(found.total, PAGE_SIZE),
      chosen: new Set(refused?.chosen ?? []),
      fault: refused?.fault ?? null,
    }),
    refused === null ? 200 : 422,
  );
}
