import { buffer } from 'node:stream/consumers';
import { h } from 'preact';
import { actBy } from '../../accounts/index.ts';
import {
  type AtSession,
  type ExamDeps,
  headAtExam,
  IMPORT_NAMES,
  type ImportKind,
  inSession,
} from '../../exam/index.ts';
import type { RefusalTable } from '../../platform/http/refusalTable.ts';
import { file, type Reply, type Route, redirect, route, type Visit } from '../../platform/http/visit.ts';
import { csvOf, type Lines } from '../../platform/tables/csv.ts';
import type { Table } from '../../platform/tables/readTable.ts';
import { xlsxOf } from '../../platform/tables/xlsx.ts';
import { parisDay } from '../../platform/time.ts';
import { emptyForm, show, withFault } from '../../ui/index.ts';
import { type Imported, importRooms } from '../actions/importTable.ts';
import { ofLine, roomFaultInWords, roomHeadings } from '../faultTexts.ts';
import { FROM, ImportPage, tableFile } from '../pages/importPage.tsx';
import { placesTexts } from '../placesTexts.ts';
import { refusals } from '../refusals.ts';
import { type Headings, ROOM_COLUMNS } from '../rules/lines.ts';
import { listOwnCentres, listRooms } from '../store/places.ts';
import { frameFor } from './showPlaces.ts';

const say = placesTexts.import;

/** A table of the exam, that comes in whole or not at all, and that goes out as it comes in. */
export type ExamTable = {
  readonly what: ImportKind;
  readonly headings: Headings<string>;
  /** What stands today, a line each. */
  readonly rows: (deps: ExamDeps, at: AtSession) => Promise<readonly (readonly string[])[]>;
  readonly write: (deps: ExamDeps, visit: Visit, at: AtSession, table: Table) => Promise<Reply>;
};

const ROOM_TABLE: ExamTable = {
  what: 'rooms',
  headings: roomHeadings,
  rows: roomRows,
  write: async (deps, visit, at, table) => {
    const done = await importRooms(deps, actBy(visit, at.staff), at.place, table);
    if (done.ok) return leadOn(at, 'rooms', done.value);
    if ('refusal' in done.error) return refused(deps, visit, at, ROOM_TABLE, refusals, done.error.refusal);
    const faults = done.error.faults.map((one) => ofLine(one, roomHeadings.names, roomFaultInWords));
    return showImport(deps, visit, at, ROOM_TABLE, { message: null, faults, status: 422 });
  },
};

export function roomTableRoutes(deps: ExamDeps): readonly Route[] {
  return tableRoutes(deps, ROOM_TABLE);
}

/** Where it is sent, and where it is had. */
export function tableRoutes(deps: ExamDeps, table: ExamTable): readonly Route[] {
  const who = inSession(headAtExam(deps));
  const name = IMPORT_NAMES[table.what];
  const path = `/gestion/examen/importer/${name}`;
  return [
    route({ method: 'GET', path, who, handle: (visit, at) => showImport(deps, visit, at, table) }),
    route({
      method: 'POST',
      path,
      who,
      upload: true,
      note: "Le chef de bureau importe un tableau de centres, d'épreuves ou d'examinateurs, en entier ou pas du tout.",
      handle: (visit, at) => take(deps, visit, at, table),
    }),
    route({
      method: 'GET',
      path: `/gestion/examen/exporter/${name}`,
      who,
      handle: (visit, at) => give(deps, visit, at, table),
    }),
  ];
}

/** `faults`: a sentence each. */
type Wrong = { readonly message: string | null; readonly faults: readonly string[]; readonly status: number };
const NOTHING_WRONG: Wrong = { message: null, faults: [], status: 200 };

export async function showImport(
  deps: ExamDeps,
  visit: Visit,
  at: AtSession,
  { what, headings }: ExamTable,
  wrong: Wrong = NOTHING_WRONG,
): Promise<Reply> {
  const { message, faults, status } = wrong;
  const state = message === null ? emptyForm : withFault(emptyForm, tableFile.name, message);
  const frame = await frameFor(deps, visit, at);
  return show(h(ImportPage, { ...frame, what, headings, session: at.session.code, state, faults }), status);
}

async function take(deps: ExamDeps, visit: Visit, at: AtSession, table: ExamTable): Promise<Reply> {
  const { file: sent } = await visit.upload();
  const wrong = (message: string, status = 422): Promise<Reply> =>
    showImport(deps, visit, at, table, { message, faults: [], status });
  if (sent === null || sent.name === '') return wrong(say.missing);
  const bytes = await buffer(sent.content);
  if (sent.isTruncated()) return wrong(say.refused.tooBig, 413);
  return readSent(deps, visit, at, table, bytes, (read) => table.write(deps, visit, at, read));
}

/** Reads what was sent as a table, or says why it isn't one. */
export async function readSent(
  deps: ExamDeps,
  visit: Visit,
  at: AtSession,
  table: ExamTable,
  bytes: Buffer,
  then: (read: Table) => Promise<Reply>,
): Promise<Reply> {
  const read = await deps.tables.read(bytes);
  if (read.ok) return then(read.value);
  const status = read.error === 'busy' ? 503 : 422;
  return showImport(deps, visit, at, table, { message: say.refused[read.error], faults: [], status });
}

/** A table that can't be written now. */
export function refused<Why extends { readonly code: string }>(
  deps: ExamDeps,
  visit: Visit,
  at: AtSession,
  table: ExamTable,
  { inWords, status }: RefusalTable<Why>,
  why: Why,
): Promise<Reply> {
  return showImport(deps, visit, at, table, { message: inWords(why), faults: [], status: status(why) });
}

/** To the list, which says what the table did. */
export function leadOn({ session }: AtSession, what: ImportKind, { added, changed, removed }: Imported): Reply {
  const more = { session: session.code, importe: `${added}-${changed}-${removed}` };
  return redirect(FROM[what].list(more));
}

const FORMATS = {
  csv: { type: 'text/csv; charset=utf-8', write: (_sheet: string, lines: Lines) => csvOf(lines) },
  xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', write: xlsxOf },
} as const;

/** At most `MOST.sittings` lines: held in memory without harm. */
async function give(deps: ExamDeps, visit: Visit, at: AtSession, table: ExamTable): Promise<Reply> {
  const { what, headings } = table;
  const format = visit.query.format === 'csv' ? 'csv' : 'xlsx';
  const template = visit.query.modele === 'oui';
  const rows = template ? [] : await table.rows(deps, at);
  const head = Object.values(headings.names);
  const lines = async function* (): Lines {
    yield head;
    yield* rows;
  };
  const chunks = await Array.fromAsync<Uint8Array>(FORMATS[format].write(placesTexts.sheet[what], lines()));
  const content = Buffer.concat(chunks);
  const name = template
    ? `modele-${placesTexts.exportName[what]}`
    : `${placesTexts.exportName[what]}-${at.session.code}-${parisDay(deps.clock.now())}`;
  return file(content, FORMATS[format].type, `${name}.${format}`, 'attachment', content.length);
}

async function roomRows(deps: ExamDeps, { place }: AtSession): Promise<readonly (readonly string[])[]> {
  const [centres, rooms] = await Promise.all([listOwnCentres(deps.db, place), listRooms(deps.db, place)]);
  return centres.flatMap((centre) =>
    rooms
      .filter(({ centreId }) => centreId === centre.id)
      .map((room) => {
        const stations = room.stations === null ? '' : String(room.stations);
        const cells = {
          ...centre,
          room: room.name,
          capacity: String(room.capacity),
          kinds: room.kinds.join(', '),
          stations,
        };
        const accessible = room.accessible ? placesTexts.room.yes : placesTexts.room.no;
        return ROOM_COLUMNS.map((column) => (column === 'accessible' ? accessible : cells[column]));
      }),
  );
}
