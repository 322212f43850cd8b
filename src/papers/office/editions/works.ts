import type { WorkSource } from '../../../lots/index.ts';
import type { Editions } from '../../editions.ts';
import { PAPERS } from '../../texts.ts';
import { addresses as paperDesk } from '../addresses.ts';
import { editionTexts as say } from './editionsTexts.ts';
import { standingOf } from './pages/editionsPage.tsx';

/** Papers in number, in the tray of who ordered them. */
export const editionWorks: WorkSource<{ readonly editions?: Editions }> = async ({ editions }, by) =>
  ((await editions?.listOwn(by)) ?? []).map((batch) => ({
    id: batch.id,
    title: say.one(PAPERS[batch.kind].title),
    what: batch.what,
    href: paperDesk.edition(batch.id),
    state: standingOf(batch),
    done: batch.printed,
    total: batch.total,
    orderedAt: batch.orderedAt,
  }));
