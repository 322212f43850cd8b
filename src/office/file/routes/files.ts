import { h } from 'preact';
import { pageOfAct } from '../../../checking/index.ts';
import { ofFormerNumber } from '../../../persons/index.ts';
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
  readSearch,
  readSought,
  type Search,
  searchFiles,
  searchIn,
} from '../../../scope/index.ts';
import { act, emptyForm, type FormState, faultsOnly, LONGEST_SEARCH, show } from '../../../ui/index.ts';
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
    act({
      path: '/gestion/dossiers',
      who: atDesk(deps),
      refusals: faultsOnly,
      note: 'Un gestionnaire, ou le chef de bureau, choisit des dossiers pour un acte sur plusieurs.',
      fields: [],
      do: async (_, __, visit) => pageOfAct(visit.body.acte, searchIn({ ...visit.query, choix: visit.body.choix })),
      to: (chosen) => chosen,
      again: (...shown) => showFiles(deps, ...shown),
    }),
    route({
      method: 'GET',
      path: '/gestion/dossiers/:id',
      who: file,
      handle: (visit, at) => showFile(deps, visit, at),
    }),
  ];
}

async function showFiles(
  deps: OfficeDeps,
  visit: Visit,
  { staff, scope }: AtDesk,
  state: FormState = emptyForm,
  status = 200,
): Promise<Reply> {
  const catalogue = deps.catalogue();
  const { recherche, etat, session: wanted, specialite, manque } = visit.query;
  // Known or not: a list is never longer than what was asked for.
  const [speciality, lacks] = [specialite || null, manque || null];
  const search = readSearch(recherche, prefixesOf(catalogue, scope));
  const filed = readSought(etat);
  const session = scope.sessions.find((code) => code === wanted) ?? null;
  const page = readPageNumber(visit.query.page);
  const sought = (one: Search) =>
    searchFiles(deps.db, scope, { search: one, state: filed, session, speciality, lacks }, page);
  let found = await sought(search);
  // Nobody here has that number: they may be known by the one of the system in place.
  const nobody = found.total === 0 || found.approximate;
  const ids = nobody && page === 1 ? await ofFormerNumber(deps.db, scope.academy, recherche ?? '') : [];
  if (ids.length > 0) found = await sought({ kind: 'chosen', ids });
  const missing = await countMissing(
    deps.db,
    found.files.map(({ id }) => id),
  );
  const typed = (recherche ?? '').trim().slice(0, LONGEST_SEARCH);
  if (found.files.length === 0 && page > 1)
    return redirect(deskAddresses.files({ recherche: typed, etat, session, specialite, manque }));
  return show(
    h(FilesPage, {
      ...(await deps.frame(visit, staff)),
      catalogue,
      scope,
      typed,
      tooLong: (recherche ?? '').trim().length > LONGEST_SEARCH,
      wrongNumber: search.kind === 'wrong-number' && ids.length === 0,
      state: filed,
      session,
      speciality,
      lacks,
      found,
      missing,
      page,
      pages: pagesOf(found.total, PAGE_SIZE),
      chosen: new Set(searchIn(visit.body).choix.split(' ')),
      fault: state.faults[0]?.message ?? null,
    }),
    status,
  );
}
