import { h } from 'preact';
import { actBy, type SignedInStaff } from '../accounts/index.ts';
import type { DocumentDeskDeps } from '../papers/index.ts';
import { createDownloads, type Downloads } from '../platform/http/downloads.ts';
import { type Reply, type Route, route, type Visit } from '../platform/http/visit.ts';
import { csvOf, type Lines } from '../platform/tables/csv.ts';
import { xlsxOf } from '../platform/tables/xlsx.ts';
import { parisDay } from '../platform/time.ts';
import { zipOf } from '../platform/zip.ts';
import {
  type AtDesk,
  atDesk,
  type FileAtDesk,
  type FileState,
  fileAtDesk,
  NoSessionPage,
  readFileState,
  type Scope,
  sessionAsked,
  sessionName,
  sessionOptions,
  specialityInWords,
  specialityOptions,
  stateInWords,
} from '../scope/index.ts';
import { show } from '../ui/index.ts';
import { recordArchive, recordExport } from './actions/recordExport.ts';
import { filesToZip, zipEntries } from './actions/zipPieces.ts';
import { ExportsPage } from './pages/exportsPage.tsx';
import { type ExportFilter, exportHead, exportLine } from './rules/exportLines.ts';
import { exportedFiles } from './store.ts';
import { exportTexts as say } from './texts.ts';

const FORMATS = {
  csv: { type: 'text/csv; charset=utf-8', name: 'CSV', write: csvOf },
  xlsx: {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    name: 'XLSX',
    write: (lines: Lines) => xlsxOf(say.sheet, lines),
  },
} as const;

export function exportRoutes(deps: DocumentDeskDeps): readonly Route[] {
  const who = atDesk(deps);
  const downloads = createDownloads();
  return [
    route({ method: 'GET', path: '/gestion/exports', who, handle: (visit, at) => showExports(deps, visit, at) }),
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

type Refused = { readonly fault: string; readonly status: number };

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
  return show(
    h(ExportsPage, {
      ...frame,
      sessions: sessionOptions(catalogue, at.scope),
      session: session.code,
      specialities: specialityOptions(catalogue, at.scope),
      speciality: visit.query.specialite ?? null,
      state: readFileState(visit.query.etat),
      whole: visit.query.colonnes === 'toutes',
      fault: refused?.fault ?? null,
      editions: deps.editions !== undefined && at.staff.role === 'head',
      software: at.staff.role === 'head',
    }),
    refused?.status ?? 200,
  );
}

async function giveList(deps: DocumentDeskDeps, downloads: Downloads, visit: Visit, at: AtDesk): Promise<Reply> {
  const filter = readFilter(deps, visit, at.scope);
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

function formatOf(text: string | undefined): keyof typeof FORMATS | null {
  return text === 'csv' || text === 'xlsx' ? text : null;
}

/** null where a filter is none of theirs: a list is never longer than what was asked for. */
function readFilter(deps: DocumentDeskDeps, { query }: Visit, scope: Scope): ExportFilter | null {
  const catalogue = deps.catalogue();
  const session = sessionAsked(catalogue, scope, query.session, deps.clock.now(), 'open');
  const offered = specialityOptions(catalogue, scope);
  const speciality = chosen(query.specialite, (cfd) => offered.find(({ value }) => value === cfd)?.value);
  const state = chosen<FileState>(query.etat, (name) => readFileState(name) ?? undefined);
  if (session === null || speciality === undefined || state === undefined) return null;
  return named(query.session) && session.code !== query.session
    ? null
    : { session, speciality, state, whole: query.colonnes === 'toutes' };
}

const named = (text: string | undefined): text is string => text !== undefined && text !== '';

/** null: all of them; undefined: there is no such thing. */
function chosen<T>(text: string | undefined, read: (text: string) => T | undefined): T | null | undefined {
  return named(text) ? read(text) : null;
}

async function* linesOf(deps: DocumentDeskDeps, scope: Scope, filter: ExportFilter): Lines {
  const catalogue = deps.catalogue();
  yield* exportHead(catalogue, filter, deps.clock.now());
  const here = { ...scope, sessions: [filter.session.code] };
  for await (const file of exportedFiles(deps.db, here, filter)) yield exportLine(catalogue, filter, file);
}

function noteExport(
  deps: DocumentDeskDeps,
  visit: Visit,
  staff: SignedInStaff,
  { session, speciality, state }: ExportFilter,
  format: keyof typeof FORMATS,
): Promise<void> {
  const catalogue = deps.catalogue();
  const words = [specialityInWords(catalogue, speciality), stateInWords(state)] as const;
  const what = say.what(FORMATS[format].name, sessionName(catalogue, session), ...words);
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
