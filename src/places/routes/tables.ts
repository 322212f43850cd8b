import { buffer } from 'node:stream/consumers';
import { h } from 'preact';
import { actBy } from '../../accounts/index.ts';
import {
  type AtSession,
  examAddresses as addresses,
  type ExamDeps,
  headAtExam,
  IMPORT_NAMES,
  type ImportKind,
  inSession,
} from '../../exam/index.ts';
import { file, type Reply, type Route, redirect, route, type Visit } from '../../platform/http/visit.ts';
import { csvOf, type Lines } from '../../platform/tables/csv.ts';
import type { Table } from '../../platform/tables/readTable.ts';
import { xlsxOf } from '../../platform/tables/xlsx.ts';
import { parisDay } from '../../platform/time.ts';
import { clockTime, emptyForm, numericDay, show, withFault } from '../../ui/index.ts';
import { type ImportPreview, importRooms, importSittings } from '../actions/importTable.ts';
import { faultTexts } from '../faultTexts.ts';
import { ImportPage, tableFile } from '../pages/importPage.tsx';
import { ImportPreviewPage } from '../pages/importPreviewPage.tsx';
import { MOST } from '../places.ts';
import { durationInWords, placesTexts } from '../placesTexts.ts';
import { refusals } from '../refusals.ts';
import { HELD_WORDS } from '../rules/held.ts';
import { type LineFault, ROOM_COLUMNS, SITTING_COLUMNS } from '../rules/lines.ts';
import { specialitiesWithUnits } from '../sittingRules.ts';
import { listCentres, listRooms } from '../store/places.ts';
import { listSittings } from '../store/sittings.ts';
import { frameFor, roomInWords, titleOf } from './showPlaces.ts';

const say = placesTexts.import;
const KINDS = ['rooms', 'sittings'] as const satisfies readonly ImportKind[];

/** Tables that come in whole or not at all, and that go out as they come in. */
export function tableRoutes(deps: ExamDeps): readonly Route[] {
  const who = inSession(headAtExam(deps));
  return KINDS.flatMap((what) => {
    const path = `/gestion/examen/importer/${IMPORT_NAMES[what]}`;
    return [
      route({ method: 'GET', path, who, handle: (visit, at) => showImport(deps, visit, at, what) }),
      route({
        method: 'POST',
        path,
        who,
        upload: true,
        note: "Le chef de bureau importe un tableau de centres ou d'épreuves, en entier ou pas du tout.",
        handle: (visit, at) => take(deps, visit, at, what),
      }),
      ...(what === 'rooms'
        ? []
        : [
            route({
              method: 'POST',
              path: addresses.importConfirmed(),
              who,
              bodyLimit: MOST.tableBytes,
              note: "Le chef de bureau confirme un tableau d'épreuves, une fois lu ce qu'il déplace et enlève.",
              handle: (visit, at) => confirm(deps, visit, at),
            }),
          ]),
      route({
        method: 'GET',
        path: `/gestion/examen/exporter/${IMPORT_NAMES[what]}`,
        who,
        handle: (visit, at) => give(deps, visit, at, what),
      }),
    ];
  });
}

type Wrong = { readonly message: string | null; readonly faults: readonly LineFault[]; readonly status: number };
const NOTHING_WRONG: Wrong = { message: null, faults: [], status: 200 };

async function showImport(
  deps: ExamDeps,
  visit: Visit,
  at: AtSession,
  what: ImportKind,
  wrong: Wrong = NOTHING_WRONG,
): Promise<Reply> {
  const { message, faults, status } = wrong;
  const state = message === null ? emptyForm : withFault(emptyForm, tableFile.name, message);
  const frame = await frameFor(deps, visit, at);
  return show(h(ImportPage, { ...frame, what, session: at.session.code, state, faults }), status);
}

async function take(deps: ExamDeps, visit: Visit, at: AtSession, what: ImportKind): Promise<Reply> {
  const { file: sent } = await visit.upload();
  const refused = (message: string, status = 422): Promise<Reply> =>
    showImport(deps, visit, at, what, { message, faults: [], status });
  if (sent === null || sent.name === '') return refused(say.missing);
  const bytes = await buffer(sent.content);
  if (sent.isTruncated()) return refused(say.tooBig, 413);
  const table = await deps.tables.read(bytes);
  if (!table.ok) {
    return refused(say.refused[table.error], table.error === 'busy' ? 503 : 422);
  }
  return write(deps, visit, at, what, { table: table.value, confirmed: null });
}

/** What was sent comes back with the preview that was seen of it, as it was read. */
async function confirm(deps: ExamDeps, visit: Visit, at: AtSession): Promise<Reply> {
  const { tableau, vu } = visit.body;
  const table = await deps.tables.read(Buffer.from(typeof tableau === 'string' ? tableau : ''));
  if (!table.ok)
    return showImport(deps, visit, at, 'sittings', {
      message: say.refused[table.error],
      faults: [],
      status: table.error === 'busy' ? 503 : 422,
    });
  return write(deps, visit, at, 'sittings', { table: table.value, confirmed: typeof vu === 'string' ? vu : null });
}

async function write(
  deps: ExamDeps,
  visit: Visit,
  at: AtSession,
  what: ImportKind,
  read: { readonly table: Table; readonly confirmed: string | null },
): Promise<Reply> {
  const order = { place: at.place, session: at.session, scope: at.desk.scope, ...read };
  const done = await (what === 'rooms' ? importRooms : importSittings)(deps, actBy(visit, at.staff), order);
  if (!done.ok) {
    if ('preview' in done.error) return showPreview(deps, visit, at, read.table, done.error.preview);
    if ('faults' in done.error)
      return showImport(deps, visit, at, what, { message: null, faults: done.error.faults, status: 422 });
    const { refusal } = done.error;
    const message = refusals.inWords(refusal);
    return showImport(deps, visit, at, what, { message, faults: [], status: refusals.status(refusal) });
  }
  const { added, changed, removed } = done.value;
  const more = { session: at.session.code, importe: `${added}-${changed}-${removed}` };
  return redirect(what === 'rooms' ? addresses.centres(more) : addresses.calendar(more));
}

async function showPreview(
  deps: ExamDeps,
  visit: Visit,
  at: AtSession,
  table: Table,
  preview: ImportPreview,
): Promise<Reply> {
  const lines = async function* (): Lines {
    yield* table;
  };
  const sent = Buffer.concat(await Array.fromAsync<Uint8Array>(csvOf(lines()))).toString();
  const [centres, rooms] = await Promise.all([listCentres(deps.db, at.place), listRooms(deps.db, at.place)]);
  const offered = specialitiesWithUnits(deps.catalogue(), at.session, at.desk.scope);
  return show(
    h(ImportPreviewPage, {
      ...(await frameFor(deps, visit, at)),
      session: at.session.code,
      sent,
      preview,
      titleOf: (one) => titleOf(offered, one),
      roomOf: (one) => roomInWords(centres, rooms, one),
    }),
  );
}

const FORMATS = {
  csv: { type: 'text/csv; charset=utf-8', write: (_sheet: string, lines: Lines) => csvOf(lines) },
  xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', write: xlsxOf },
} as const;

/** At most `MOST.sittings` lines: held in memory without harm. */
async function give(deps: ExamDeps, visit: Visit, at: AtSession, what: ImportKind): Promise<Reply> {
  const format = visit.query.format === 'csv' ? 'csv' : 'xlsx';
  const template = visit.query.modele === 'oui';
  const rows = template ? [] : await (what === 'rooms' ? roomRows : sittingRows)(deps, at);
  const { names } = faultTexts.headings[what];
  const head = Object.values(names);
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
  const [centres, rooms] = await Promise.all([listCentres(deps.db, place), listRooms(deps.db, place)]);
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

async function sittingRows(
  deps: ExamDeps,
  { place, session, desk }: AtSession,
): Promise<readonly (readonly string[])[]> {
  const [sittings, centres, rooms] = await Promise.all([
    listSittings(deps.db, place),
    listCentres(deps.db, place),
    listRooms(deps.db, place),
  ]);
  const known = specialitiesWithUnits(deps.catalogue(), session, desk.scope);
  return sittings.map((sitting) => {
    const room = rooms.find(({ id }) => id === sitting.roomId);
    const units = known.find(({ cfd }) => cfd === sitting.speciality)?.units;
    const cells = {
      ...sitting,
      unit: units?.find(({ id }) => id === sitting.unit)?.code ?? sitting.unit,
      day: numericDay(parisDay(sitting.startsAt)),
      hour: clockTime(sitting.startsAt),
      duration: durationInWords(sitting.minutes),
      held: HELD_WORDS[sitting.held],
      until: sitting.until === null ? '' : clockTime(sitting.until),
      preparation: sitting.preparation === 0 ? '' : String(sitting.preparation),
      rest: sitting.rest === 0 ? '' : String(sitting.rest),
      centre: centres.find(({ id }) => id === room?.centreId)?.code ?? '',
      room: room?.name ?? '',
    };
    return SITTING_COLUMNS.map((column) => cells[column]);
  });
}
