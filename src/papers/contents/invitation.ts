import type { About } from '../../post/index.ts';
import { sinceInWords, untilInWords } from '../../ui/index.ts';
import type { PaperContent } from '../content.ts';
import { texts } from '../texts.ts';
import { frameOf } from './frame.ts';

const say = texts.invitation;

export type Invited = {
  /** When the time of the missing pieces was over. */
  readonly since: Temporal.Instant;
  readonly until: Temporal.Instant;
  /** A sentence for each thing to do. */
  readonly left: readonly string[];
};

/** *Invitation à régulariser*: what is missing, until when it may be given, how to be heard, what may follow. */
export function invitationContent(about: About, { since, until, left }: Invited, now: Temporal.Instant): PaperContent {
  return {
    ...frameOf(about, 'invitation', now),
    parts: [
      [
        { type: 'text', title: null, paragraphs: [say.intro(sinceInWords(since), untilInWords(until)), say.reopened] },
        { type: 'steps', title: say.leftTitle, items: left },
        { type: 'text', title: say.observationsTitle, paragraphs: say.observations },
        { type: 'text', title: say.afterTitle, paragraphs: [say.after] },
      ],
    ],
    pages: null,
  };
}
