import type { DocumentDeskDeps } from '../../papers/index.ts';
import type { Jobs } from '../../platform/jobs.ts';
import type { Lines } from '../../platform/tables/csv.ts';
import type { Scope } from '../../scope/index.ts';
import { askedBy, readFilter } from '../filter.ts';
import { FORMATS } from '../formats.ts';
import { type ExportFilter, exportHead, exportLine } from '../rules/exportLines.ts';
import { exportedFiles } from '../store/files.ts';
import { beginOrder, countExported, type ExportOrder, endOrder, findOrder, keepPart } from '../store/orders.ts';

export type ExportDeps = Pick<DocumentDeskDeps, 'db' | 'catalogue' | 'clock'>;

/** Tried so often; then it is said to have failed, and may be asked for again. */
const TRIES = 3;
const PART = 1_000_000;

/** The lines of a list, its heading first. */
export async function* linesOf(deps: ExportDeps, scope: Scope, filter: ExportFilter): Lines {
  const catalogue = deps.catalogue();
  yield* exportHead(catalogue, filter, deps.clock.now());
  const here = { ...scope, sessions: [filter.session.code] };
  for await (const file of exportedFiles(deps.db, here, filter)) yield exportLine(catalogue, filter, file);
}

/** Lists are made ready by a job: harmless twice, since each begins from nothing. */
export function subscribeExports(deps: ExportDeps & { readonly jobs: Pick<Jobs, 'handle'> }): void {
  deps.jobs.handle('export.prepare', async ({ orderId }) => {
    const order = await findOrder(deps.db, orderId);
    if (order === null || order.state !== 'planned') return;
    try {
      await endOrder(deps.db, orderId, (await writeOrder(deps, order)) ? 'ready' : 'failed');
    } catch (error) {
      if (order.tries + 1 >= TRIES) await endOrder(deps.db, orderId, 'failed');
      throw error;
    }
  });
}

/** In the scope of who asked, as it was then. False: what was asked is no longer there. */
async function writeOrder(deps: ExportDeps, order: ExportOrder): Promise<boolean> {
  const { db } = deps;
  const { academy, portfolios, session } = order;
  const scope: Scope = { academy, sessions: [session], portfolios, pieces: 'ordinary' };
  const filter = readFilter(deps, { ...askedBy(order.query), session }, scope);
  if (filter === null) return false;
  const total = await countExported(db, scope, filter);
  if (!(await db.transaction().execute((tx) => beginOrder(tx, order.id, total)))) return true;
  let written = 0;
  async function* counted(lines: Lines): Lines {
    for await (const line of lines) {
      written += 1;
      yield line;
    }
  }
  let [rank, waiting, size]: [number, Buffer[], number] = [0, [], 0];
  const keep = async (): Promise<void> => {
    const part = Buffer.concat(waiting);
    await db.transaction().execute((tx) => keepPart(tx, order.id, rank, part, Math.min(written, total)));
    [rank, waiting, size] = [rank + 1, [], 0];
  };
  for await (const chunk of FORMATS[order.format].write(counted(linesOf(deps, scope, filter)))) {
    waiting.push(Buffer.from(chunk));
    size += chunk.length;
    if (size >= PART) await keep();
  }
  await keep();
  return true;
}
