import type { Sentences } from './history/entry.ts';
import { PAPER_HISTORY } from './history/paperTexts.ts';

/** Every name of the journal, as a sentence for the office. A name that isn't here is shown as it is. */
export const HISTORY: Sentences = {
  ...PAPER_HISTORY,
};
