import { h } from 'preact';
import type { SignedInStaff } from '../accounts/index.ts';
import { type ResolvedSession, sessionsOf } from '../catalogue/index.ts';
import { type Reply, type Route, route, type Visit } from '../platform/http/visit.ts';
import { parisDay } from '../platform/time.ts';
import { publicationAddresses } from '../publication/index.ts';
import { sessionName } from '../scope/index.ts';
import { frameOf, type PageFrame, show } from '../ui/index.ts';
import type { StatisticsDeps } from './deps.ts';
import { countsSheet, marksSheet, type TableReaders, type TableSheet, unitsSheet } from './files.ts';
import { MarksPage } from './pages/marksPage.tsx';
import { StatisticsPage } from './pages/statisticsPage.tsx';
import { keptFromOf, readFigures } from './readFigures.ts';
import { KINDS } from './statistics.ts';
import { publishedSpecialities } from './store/people.ts';
import { readUnits } from './store/units.ts';
import { tableFile } from './tableFile.ts';
import { texts } from './texts.ts';

/** Address → who may → page: a head's, under /gestion/statistiques. */
export function statisticsRoutes(deps: StatisticsDeps): readonly Route[] {
  const who = deps.guards.staff('head');
  const get = (path: string, handle: (visit: Visit, staff: SignedInStaff) => Promise<Reply>): Route =>
    route({ method: 'GET', path, who, priority: 'later', handle });
  return [
    get('/gestion/statistiques', (visit, staff) => showFigures(deps, visit, staff)),
    get('/gestion/statistiques/notes', (visit, staff) => showMarks(deps, visit, staff)),
    get('/gestion/statistiques/fichier', (visit, staff) => give(deps, visit, staff)),
  ];
}

type Around = PageFrame & {
  readonly session: string;
  readonly sessions: readonly { readonly value: string; readonly label: string }[];
  readonly sessionName: string;
};

async function around(
  deps: StatisticsDeps,
  visit: Visit,
  staff: SignedInStaff,
): Promise<{ readonly frame: Around; readonly chosen: ResolvedSession | null }> {
  const { all, chosen } = sessionsOf(deps, staff.academy, visit.query.session);
  const chrome = await deps.chrome(visit, staff);
  return {
    chosen,
    frame: {
      ...frameOf(chrome, visit, {}),
      session: chosen?.code ?? '',
      sessionName: chosen === null ? '' : sessionName(deps.catalogue(), chosen),
      sessions: all.map((one) => ({ value: one.code, label: sessionName(deps.catalogue(), one) })),
    },
  };
}

async function showFigures(deps: StatisticsDeps, visit: Visit, staff: SignedInStaff): Promise<Reply> {
  const { frame, chosen } = await around(deps, visit, staff);
  const figures = chosen === null ? null : await readFigures(deps.db, deps.catalogue(), chosen);
  const published = figures !== null && figures.all.enrolled > figures.all.withoutResult;
  return show(
    h(StatisticsPage, {
      ...frame,
      figures: published ? figures : null,
      results: publicationAddresses.list({ session: frame.session }),
    }),
  );
}

async function showMarks(deps: StatisticsDeps, visit: Visit, staff: SignedInStaff): Promise<Reply> {
  const { frame, chosen } = await around(deps, visit, staff);
  const catalogue = deps.catalogue();
  const pass = chosen === null ? 0 : keptFromOf(catalogue, chosen);
  const place = { academy: staff.academy, session: frame.session };
  const specialities = (await publishedSpecialities(deps.db, place))
    .map((cfd) => ({ value: cfd, label: catalogue.speciality(cfd)?.name ?? cfd }))
    .toSorted((one, other) => one.label.localeCompare(other.label, 'fr'));
  const speciality =
    specialities.find(({ value }) => value === visit.query.specialite)?.value ?? specialities[0]?.value ?? '';
  const units = speciality === '' ? [] : await readUnits(deps.db, place, { speciality, keptFrom: pass });
  return show(h(MarksPage, { ...frame, specialities, speciality, units, pass }));
}

async function give(deps: StatisticsDeps, visit: Visit, staff: SignedInStaff): Promise<Reply> {
  const { tableau = '', format } = visit.query;
  const { chosen } = sessionsOf(deps, staff.academy, visit.query.session);
  const readers: TableReaders = visit.query.pour === 'diffusion' ? 'others' : 'office';
  const sheet = chosen === null ? null : await sheetOf(deps, chosen, tableau, readers);
  const day = parisDay(deps.clock.now()).toString();
  const given =
    chosen === null || sheet === null
      ? null
      : await tableFile(sheet, texts.title, texts.file.name(tableau, chosen.code, day, readers === 'others'), format);
  return given ?? showFigures(deps, visit, staff);
}

/** null: there is no such table, or not for these readers. */
async function sheetOf(
  deps: StatisticsDeps,
  session: ResolvedSession,
  table: string,
  readers: TableReaders,
): Promise<TableSheet | null> {
  const catalogue = deps.catalogue();
  const kind = KINDS.find((one) => texts.kinds[one].file === table);
  if (kind !== undefined)
    return countsSheet(kind, (await readFigures(deps.db, catalogue, session)).lines[kind], readers);
  if (table !== texts.file.units && (table !== texts.file.marks || readers !== 'office')) return null;
  const keptFrom = keptFromOf(catalogue, session);
  const place = { academy: session.academy, session: session.code };
  const units = await readUnits(deps.db, place, { speciality: null, keptFrom });
  const nameOf = (cfd: string): string => catalogue.speciality(cfd)?.name ?? cfd;
  return table === texts.file.units ? unitsSheet(units, keptFrom, nameOf, readers) : marksSheet(units, nameOf);
}
