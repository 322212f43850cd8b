import type { WorkSource } from '../../lots/index.ts';
import { listOwnLots } from '../lots.ts';
import { addresses } from './addresses.ts';
import { lotTexts as say } from './lotTexts.ts';

/** Annulments approved together, in the tray of who approves them: the time of one page may leave some. */
export const annulmentWorks: WorkSource = async ({ db }, by) =>
  (await listOwnLots(db, by)).map(({ id, at, settled, lines }) => ({
    id,
    title: say.report.title,
    what: say.proposals(lines),
    href: addresses.lot(id),
    state: settled < lines ? 'running' : 'finished',
    done: settled,
    total: lines,
    orderedAt: at,
  }));
