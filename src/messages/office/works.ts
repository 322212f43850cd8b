import type { WorkSource } from '../../lots/index.ts';
import { listLots } from '../store/lots.ts';
import { addresses } from './addresses.ts';
import { lotTexts as say } from './messageLotsTexts.ts';

/** What is written to a list, in the tray of who wrote it. */
export const lotWorks: WorkSource = async ({ db }, { academy, accountId, since }) =>
  (await listLots(db, academy, accountId, since)).map(({ id, words, at, people, planned }) => ({
    id,
    title: say.sentTitle,
    what: words.length > 80 ? `${words.slice(0, 80)}…` : words,
    href: addresses.messageLot(id),
    state: planned > 0 ? 'running' : 'finished',
    done: people - planned,
    total: people,
    orderedAt: at,
  }));
