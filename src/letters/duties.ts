import { FILE_READERS, type Role } from '../accounts/index.ts';
import { paperDesk } from '../papers/index.ts';
import { parisDay } from '../platform/time.ts';
import { ACCOMMODATION_READERS, type Duty, lineFor } from '../scope/index.ts';
import { addresses as letterAddresses } from './addresses.ts';
import type { LetterTrayDeps } from './deps.ts';
import { NEWS_DAYS } from './rules/letterFilter.ts';
import { countToPost, countWithoutNews } from './store.ts';
import { lettersTexts } from './texts.ts';
import { countDecisionsToPost } from './trayLines.ts';
import { healthTray } from './trays.ts';

const { see } = lettersTexts;

/** Decisions on accommodations whose registered letter hasn't left. */
export const decisionsToPost: Duty<LetterTrayDeps> = {
  readers: ACCOMMODATION_READERS,
  read: async (deps, { scope }) =>
    lineFor(await countDecisionsToPost(deps, healthTray(deps), scope), (count) => ({
      words: lettersTexts.decisionsToPost(count),
      see,
      href: letterAddresses.healthLetters({ nature: 'decisions' }),
    })),
};

/** In a tray: letters to who has no mail box, that nobody has posted; those that left long ago, of which the post has said nothing. */
function lettersOf(readers: readonly Role[], list: typeof paperDesk.letters): readonly Duty[] {
  return [
    {
      readers,
      read: async ({ db }, { scope }) =>
        lineFor(await countToPost(db, scope), (count) => ({
          words: lettersTexts.home(count),
          see,
          href: list({ nature: 'lettres' }),
        })),
    },
    {
      readers,
      read: async ({ db }, { scope, now }) =>
        lineFor(await countWithoutNews(db, scope, parisDay(now).subtract({ days: NEWS_DAYS })), (count) => ({
          words: lettersTexts.withoutNews(count),
          see,
          href: list({ etat: 'parties' }),
        })),
    },
  ];
}
export const letters = lettersOf(FILE_READERS, paperDesk.letters);
export const healthLetters = lettersOf(ACCOMMODATION_READERS, letterAddresses.healthLetters);
