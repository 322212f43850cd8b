import { h } from 'preact';
import { actBy, type SignedInStaff } from '../accounts/index.ts';
import type { DocumentDeskDeps } from '../papers/index.ts';
import { createDownloads, type Downloads } from '../platform/http/downloads.ts';
import { type Guard, type Reply, type Route, route, type Visit } from '../platform/http/visit.ts';
import { ok } from '../platform/result.ts';
import { parisDay } from '../platform/time.ts';
import { isUuid } from '../platform/uuid.ts';
import { zipOf } from '../platform/zip.ts';
import {
  type AtDesk,
  atDesk,
  type FileAtDesk,
  fileAtDesk,
  NoSessionPage,
  peopleOf,
  readFileState,
  sessionAsked,
  sessionOptions,
  specialityOptions,
} from '../scope/index.ts';
import { act, acts, type FormState, faultsOnly, faulty, show } from '../ui/index.ts';
import { linesOf } from './actions/prepareExport.ts';
import { recordArchive, recordExport } from './actions/recordExport.ts';
import { filesToZip, zipEntries } from './actions/zipPieces.ts';
import { addresses as exportAddresses } from './addresses.ts';
import { askedBy, filterInWords, readFilter, savedQuery } from './filter.ts';
import { FORMATS, type Format, formatOf } from './formats.ts';
import { orderAct, orderRoutes } from './orderRoutes.ts';
import { ExportsPage, type ExportsView } from './pages/exportsPage.tsx';
import { SAVING, type SavedChoices, type SavedLine, savedFields } from './pages/savedExports.tsx';
import { type ExportFilter, KNOWN_COLUMNS, readColumns } from './rules/exportLines.ts';
import { countExported } from './store/orders.ts';
import { forgetExport, MOST_SAVED, savedExports, saveExport } from './store/savedExports.ts';
import { exportTexts as say } from './texts.ts';

export function exportRoutes(deps: DocumentDeskDeps): readonly Route[] {
  const who = atDesk(deps);
  const downloads = createDownloads();
  return [
    route({ method: 'GET', path: '/gestion/exports', who, handle: (visit, at) => showExports(deps, visit, at) }),
    savedActs(deps, who),
    ...orderRoutes(deps),
    route({
      method: 'GET',
      path: '/gestion/exports/inscriptions',
      who,
      priority: 'later',
      handle: (visit, at) => giveList(deps, downloads, visit, at),
    }),
    route({
      method: 'GET',
      path: '/gestion/dossiers/:id/fichiers',
      who: fileAtDesk(deps),
      priority: 'later',
      handle: (visit, at) => giveFiles(deps, downloads, visit, at),
    }),
  ];
}

/** `state`: of the form that keeps a list, where it came back. */
type Refused = { readonly fault: string | null; readonly status: number; readonly state?: FormState };

async function showExports(
  deps: DocumentDeskDeps,
  visit: Visit,
  at: AtDesk,
  refused: Refused | null = null,
): Promise<Reply> {
  const catalogue = deps.catalogue();
  const frame = await deps.frame(visit, at.staff);
  const session = sessionAsked(catalogue, at.scope, visit.query.session, deps.clock.now(), 'open');
  if (session === null) return show(h(NoSessionPage, { ...frame, title: say.title }));
  const choices = savedChoices(deps, at);
  return show(
    h(ExportsPage, {
      ...frame,
      ...choices,
      session: session.code,
      saved: await savedLines(deps, at),
      keeping: { fields: savedFields(choices), refused: refused?.state ?? null },
      speciality: visit.query.specialite ?? null,
      state: readFileState(visit.query.etat),
      columns: readColumns(visit.query.colonnes) ?? KNOWN_COLUMNS,
      ahead: await aheadOf(deps, visit, at),
      fault: refused?.fault ?? null,
      editions: deps.editions !== undefined && at.staff.role === 'head',
      software: at.staff.role === 'head',
    }),
    refused?.status ?? 200,
  );
}

/** What would be made ready, counted. */
async function aheadOf(deps: DocumentDeskDeps, { query }: Visit, { scope }: AtDesk): Promise<ExportsView['ahead']> {
  const filter = query.preparer === 'oui' ? readFilter(deps, query, scope) : null;
  if (filter === null) return null;
  const here = { ...scope, sessions: [filter.session.code] };
  return {
    query: savedQuery({ ...filter, session: filter.session.code }),
    what: filterInWords(deps, filter),
    count: await countExported(deps.db, here, filter),
  };
}

async function giveList(deps: DocumentDeskDeps, downloads: Downloads, visit: Visit, at: AtDesk): Promise<Reply> {
  const filter = readFilter(deps, visit.query, at.scope);
  const format = formatOf(visit.query.format);
  if (filter === null || format === null)
    return showExports(deps, visit, at, { fault: say.unknownFilter, status: 422 });
  const { type, write } = FORMATS[format];
  const name = `inscriptions-${filter.session.code}-${parisDay(deps.clock.now())}.${format}`;
  const given = await downloads.give(at.staff.accountId, write(linesOf(deps, at.scope, filter)), { type, name }, () =>
    noteExport(deps, visit, at.staff, filter, format),
  );
  return given.ok ? given.value : showExports(deps, visit, at, { fault: say[given.error], status: 429 });
}

/** The files of one candidate together; what can't be opened now is named in it. */
async function giveFiles(deps: DocumentDeskDeps, downloads: Downloads, visit: Visit, at: FileAtDesk): Promise<Reply> {
  const files = await filesToZip(deps, at);
  if (files.length === 0) return showExports(deps, visit, at, { fault: say.zip.none, status: 404 });
  const ids = files.filter(({ shut }) => shut === null).map(({ file }) => file.id);
  const archive = { type: 'application/zip', name: `${at.enrolment.number}.zip` };
  const given = await downloads.give(at.staff.accountId, zipOf(zipEntries(deps, at, files)), archive, async () => {
    if (ids.length > 0) await recordArchive(deps, actBy(visit, at.staff), at, ids);
  });
  return given.ok ? given.value : showExports(deps, visit, at, { fault: say[given.error], status: 429 });
}

const savedChoices = ({ catalogue }: DocumentDeskDeps, { scope }: AtDesk): SavedChoices => ({
  sessions: sessionOptions(catalogue(), scope),
  specialities: specialityOptions(catalogue(), scope),
});

async function savedLines(deps: DocumentDeskDeps, { staff, scope }: AtDesk): Promise<readonly SavedLine[]> {
  const saved = await savedExports(deps.db, staff);
  if (saved.length === 0) return [];
  const who = peopleOf(await deps.accounts.listStaff(deps.db, staff.academy), staff.accountId);
  return saved.map(({ id, name, query, shared, accountId }) => {
    const filter = readFilter(deps, askedBy(query), scope);
    const own = accountId === staff.accountId;
    return {
      ...{ id, name, query, shared },
      what: filter === null ? null : filterInWords(deps, filter),
      columns: filter?.columns.length ?? 0,
      owner: own ? null : who('staff', accountId),
      mayForget: own || staff.role === 'head',
    };
  });
}

/** A list kept under a name, and forgotten. */
function savedActs(deps: DocumentDeskDeps, who: Guard<AtDesk>): Route {
  const page = {
    path: '/gestion/exports',
    who,
    refusals: faultsOnly,
    again: (visit: Visit, at: AtDesk, state: FormState, status: number) =>
      showExports(deps, visit, at, { fault: null, state, status }),
  };
  const forget = act({
    ...page,
    note: 'Un gestionnaire, ou le chef de bureau, oublie un export gardé\u00a0: le sien, ou le chef celui du bureau.',
    fields: [],
    do: async (_, { staff }, visit) => {
      const asked = visit.body[SAVING.id];
      if (isUuid(asked)) await forgetExport(deps.db, staff, asked, staff.role === 'head');
      return ok(null);
    },
    to: () => exportAddresses.exports({ message: 'export-oublie' }),
  });
  const keep = act({
    ...page,
    note: 'Un gestionnaire, ou le chef de bureau, garde un export sous un nom, pour lui ou pour le bureau.',
    fields: (at: AtDesk) => savedFields(savedChoices(deps, at)),
    do: async (
      { nom: name, session, specialite: speciality, etat: state, colonnes: columns, partage: shared },
      { staff },
    ) => {
      const { academy, accountId } = staff;
      const query = savedQuery({ session, speciality, state, columns });
      const one = { academy, accountId, name, query, shared };
      return (await deps.db.transaction().execute((tx) => saveExport(tx, one)))
        ? ok(null)
        : faulty({ field: 'nom', message: say.saved.tooMany(MOST_SAVED) });
    },
    to: () => exportAddresses.exports({ message: 'export-garde' }),
  });
  const prepare = orderAct(deps, {
    ...page,
    again: (visit, at, { faults }, status) =>
      showExports(deps, visit, at, { fault: faults[0]?.message ?? null, status }),
  });
  return acts(SAVING.act, { [SAVING.forget]: forget, [SAVING.prepare]: prepare }, keep);
}

function noteExport(
  deps: DocumentDeskDeps,
  visit: Visit,
  staff: SignedInStaff,
  { session, speciality, state }: ExportFilter,
  format: Format,
): Promise<void> {
  const what = say.what(FORMATS[format].name, filterInWords(deps, { session, speciality, state }));
  const { academy } = staff;
  return recordExport(deps, actBy(visit, staff), {
    academy,
    session: session.code,
    format,
    speciality,
    state,
    what,
  });
}
