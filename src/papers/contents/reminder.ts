import { pieceTexts } from '../../pieces/index.ts';
import type { About } from '../../post/index.ts';
import type { PaperContent } from '../content.ts';
import { texts } from '../texts.ts';
import { frameOf } from './frame.ts';

const say = texts.reminder;
const { annulment } = pieceTexts;

/** *Relance*: what is still missing and until when, a line each; what may follow, and how it would be contested. */
export function reminderContent(about: About, left: readonly string[], now: Temporal.Instant): PaperContent {
  return {
    ...frameOf(about, 'reminder', now),
    parts: [
      [
        { type: 'text', title: null, paragraphs: [say.intro] },
        { type: 'steps', title: say.leftTitle, items: left },
        { type: 'text', title: say.afterTitle, paragraphs: say.after },
        { type: 'text', title: annulment.title, paragraphs: annulment.paragraphs },
      ],
    ],
    pages: null,
  };
}
