import { ENROLMENT_HISTORY } from './history/enrolmentTexts.ts';
import type { Sentences } from './history/entry.ts';
import { PAPER_HISTORY } from './history/paperTexts.ts';
import { PEOPLE_HISTORY } from './history/peopleTexts.ts';
import { PIECE_HISTORY } from './history/pieceTexts.ts';

/** Every name of the journal, as a sentence for the office. A name that isn't here is shown as it is. */
export const HISTORY: Sentences = {
  ...ENROLMENT_HISTORY,
  ...PIECE_HISTORY,
  ...PAPER_HISTORY,
  ...PEOPLE_HISTORY,
};
