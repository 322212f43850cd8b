import { h } from 'preact';
import { actBy } from '../../accounts/index.ts';
import { type AtSession, examAddresses as addresses, type ExamDeps, headAtExam, inSession } from '../../exam/index.ts';
import {
  type ExamTable,
  frameFor,
  leadOn,
  listCentres,
  listRooms,
  listSittings,
  MOST,
  ofLine,
  readSent,
  refused,
  roomInWords,
  showImport,
  tableRoutes,
} from '../../places/index.ts';
import { type Reply, type Route, route, type Visit } from '../../platform/http/visit.ts';
import { csvOf, type Lines } from '../../platform/tables/csv.ts';
import type { Table } from '../../platform/tables/readTable.ts';
import { show } from '../../ui/index.ts';
import { importSittings } from '../actions/importSittings.ts';
import type { Preview } from '../actions/previewOf.ts';
import { calendarTexts } from '../calendarTexts.ts';
import { cellsOf } from '../cellsOf.ts';
import { sittingFaultInWords, sittingHeadings } from '../faultTexts.ts';
import { PreviewPage } from '../pages/previewPage.tsx';
import { refusals } from '../refusals.ts';
import { SITTING_COLUMNS } from '../rules/lines.ts';
import { specialitiesWithUnits } from '../sittingRules.ts';
import { titleOf } from '../titleOf.ts';

const say = calendarTexts.preview;

const TABLE: ExamTable = {
  what: 'sittings',
  headings: sittingHeadings,
  rows: sittingRows,
  write: (deps, visit, at, table) => write(deps, visit, at, { table, confirmed: null }),
};

/** A calendar that comes in, once what it moves and takes away was read. */
export function sittingTableRoutes(deps: ExamDeps): readonly Route[] {
  return [
    ...tableRoutes(deps, TABLE),
    route({
      method: 'POST',
      path: addresses.importConfirmed(),
      who: inSession(headAtExam(deps)),
      bodyLimit: MOST.tableBytes,
      note: "Le chef de bureau confirme un tableau d'épreuves, une fois lu ce qu'il déplace et enlève.",
      handle: (visit, at) => confirm(deps, visit, at),
    }),
  ];
}

/** What was sent comes back with the preview that was seen of it, as it was read. */
async function confirm(deps: ExamDeps, visit: Visit, at: AtSession): Promise<Reply> {
  const { tableau, vu } = visit.body;
  const bytes = Buffer.from(typeof tableau === 'string' ? tableau : '');
  const confirmed = typeof vu === 'string' ? vu : null;
  return readSent(deps, visit, at, TABLE, bytes, (table) => write(deps, visit, at, { table, confirmed }));
}

async function write(
  deps: ExamDeps,
  visit: Visit,
  at: AtSession,
  read: { readonly table: Table; readonly confirmed: string | null },
): Promise<Reply> {
  const order = { place: at.place, session: at.session, scope: at.desk.scope, ...read };
  const done = await importSittings(deps, actBy(visit, at.staff), order);
  if (done.ok) return leadOn(at, 'sittings', done.value);
  if ('preview' in done.error) return showPreview(deps, visit, at, read.table, done.error.preview);
  if ('refusal' in done.error) return refused(deps, visit, at, TABLE, refusals, done.error.refusal);
  const faults = done.error.faults.map((one) => ofLine(one, sittingHeadings.names, sittingFaultInWords));
  return showImport(deps, visit, at, TABLE, { message: null, faults, status: 422 });
}

async function showPreview(
  deps: ExamDeps,
  visit: Visit,
  at: AtSession,
  table: Table,
  preview: Preview,
): Promise<Reply> {
  const lines = async function* (): Lines {
    yield* table;
  };
  const sent = Buffer.concat(await Array.fromAsync<Uint8Array>(csvOf(lines()))).toString();
  const [centres, rooms] = await Promise.all([listCentres(deps.db, at.place), listRooms(deps.db, at.place)]);
  const offered = specialitiesWithUnits(deps.catalogue(), at.session, at.desk.scope);
  const session = { session: at.session.code };
  return show(
    h(PreviewPage, {
      ...(await frameFor(deps, visit, at)),
      session: at.session.code,
      title: say.title,
      columns: say.columns,
      preview,
      // The table, as it was read: it comes back with what was seen of it.
      confirm: { action: addresses.importConfirmed(session), hidden: { tableau: sent }, label: say.confirm },
      leave: { href: addresses.calendar(session), label: say.back },
      titleOf: (one) => titleOf(offered, one),
      roomOf: (one) => roomInWords(centres, rooms, one),
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
  const specialities = specialitiesWithUnits(deps.catalogue(), session, desk.scope);
  return sittings.map((sitting) => {
    const cells = cellsOf(sitting, { specialities, centres, rooms });
    return SITTING_COLUMNS.map((column) => cells[column]);
  });
}
