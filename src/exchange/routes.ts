import { Readable } from 'node:stream';
import { h } from 'preact';
import { actBy, type SignedInStaff } from '../accounts/index.ts';
import { sessionsOf } from '../catalogue/index.ts';
import { type Reply, type Route, route, type Visit } from '../platform/http/visit.ts';
import { record } from '../platform/journal.ts';
import { csvOf, type Lines } from '../platform/tables/csv.ts';
import { parisDay } from '../platform/time.ts';
import { publicationAddresses } from '../publication/index.ts';
import { sessionName } from '../scope/index.ts';
import { frameOf, show } from '../ui/index.ts';
import { type Checked, checkLines } from './checkFile.ts';
import type { ExchangeDeps } from './deps.ts';
import { ExportPage } from './pages/exportPage.tsx';
import { createCheck } from './rules/checkExport.ts';
import { wholeFile } from './rules/exportLines.ts';
import { countLines, countPublished, publishedResults } from './store.ts';
import { faultInWords, texts } from './texts.ts';

/** Address → who may → page: a head's, under /gestion/export-national. */
export function exchangeRoutes(deps: ExchangeDeps): readonly Route[] {
  const who = deps.guards.staff('head');
  const running = new Set<string>();
  return [
    route({
      method: 'GET',
      path: '/gestion/export-national',
      who,
      handle: (visit, staff) => showExport(deps, visit, staff, null),
    }),
    route({
      method: 'GET',
      path: '/gestion/export-national/fichier',
      who,
      priority: 'later',
      handle: (visit, staff) => give(deps, running, visit, staff),
    }),
  ];
}

async function showExport(
  deps: ExchangeDeps,
  visit: Visit,
  staff: SignedInStaff,
  refused: Checked | 'busy' | null,
): Promise<Reply> {
  const { all, chosen } = sessionsOf(deps, staff.academy, visit.query.session);
  const place = { academy: staff.academy, session: chosen?.code ?? '' };
  const [chrome, { candidates }, lines] = await Promise.all([
    deps.chrome(visit, staff),
    countPublished(deps.db, place),
    countLines(deps.db, place),
  ]);
  return show(
    h(ExportPage, {
      ...frameOf(chrome, visit, {}),
      session: place.session,
      sessions: all.map((one) => ({ value: one.code, label: sessionName(deps.catalogue(), one) })),
      sessionName: chosen === null ? '' : sessionName(deps.catalogue(), chosen),
      results: publicationAddresses.list({ session: place.session }),
      candidates,
      lines,
      refused,
    }),
    refused === null ? 200 : refused === 'busy' ? 429 : 422,
  );
}

/** One at a time in an academy: each reads its session twice, once to be checked, once to be given. */
async function give(deps: ExchangeDeps, running: Set<string>, visit: Visit, staff: SignedInStaff): Promise<Reply> {
  const { academy } = staff;
  const { chosen } = sessionsOf(deps, academy, visit.query.session);
  const place = { academy, session: chosen?.code ?? '' };
  const { candidates, publication } = await countPublished(deps.db, place);
  if (candidates === 0) return showExport(deps, visit, staff, null);
  if (running.has(academy)) return showExport(deps, visit, staff, 'busy');
  running.add(academy);
  const lines = (): Lines => wholeFile(place, publishedResults(deps.db, place));
  const checked = await checkLines(lines()).catch((error: unknown) => {
    running.delete(academy);
    throw error;
  });
  if (checked.count > 0) {
    running.delete(academy);
    return showExport(deps, visit, staff, checked);
  }
  const body = Readable.from(csvOf(watched(lines())), { objectMode: false });
  body.once('close', () => running.delete(academy));
  const subject = { stream: `exports:${academy}`, academy, session: place.session };
  const data = { candidates, publication, lines: checked.lines - 2 };
  await deps.db
    .transaction()
    .execute((tx) => record(tx, actBy(visit, staff), 'results.exported', subject, data))
    .catch((error: unknown) => {
      body.destroy();
      throw error;
    });
  const day = parisDay(deps.clock.now()).toString();
  return {
    status: 200,
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${texts.file(place.session, publication, day)}"`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    },
    cookies: [],
    body,
  };
}

/** What leaves is looked at again: a name that changed meanwhile cuts the file rather than give a wrong one. */
async function* watched(lines: Lines): AsyncGenerator<readonly string[]> {
  const check = createCheck();
  const refuse = ([fault]: ReturnType<typeof check.end>): void => {
    if (fault !== undefined) throw new Error(faultInWords(fault));
  };
  for await (const line of lines) {
    refuse(check.line(line));
    yield line;
  }
  refuse(check.end());
}
