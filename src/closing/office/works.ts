import { candidatesInWords, type WorkSource } from '../../lots/index.ts';
import { listOwnLots } from '../lots.ts';
import { addresses } from './addresses.ts';
import { closingTexts } from './closingTexts.ts';
import { lotTexts } from './lotTexts.ts';

/** What is done to many with a page's time, in the tray of who asked for it: it may leave some. */
function worksOf(
  of: Parameters<typeof listOwnLots>[1],
  say: { readonly title: string; readonly what: (lines: number) => string; readonly href: (id: string) => string },
): WorkSource {
  return async ({ db }, by) =>
    (await listOwnLots(db, of, by)).map(({ id, at, settled, lines }) => ({
      id,
      title: say.title,
      what: say.what(lines),
      href: say.href(id),
      state: settled < lines ? 'running' : 'finished',
      done: settled,
      total: lines,
      orderedAt: at,
    }));
}

/** Annulments approved together, in the tray of who approves them. */
export const annulmentWorks: WorkSource = worksOf('cancellation', {
  title: lotTexts.report.title,
  what: lotTexts.proposals,
  href: addresses.lot,
});

/** Invitations to regularise, in the tray of who sends them. */
export const invitationWorks: WorkSource = worksOf('invitation', {
  title: closingTexts.batch.work,
  what: candidatesInWords,
  href: addresses.invitations,
});
