import type { DecisionAuthor } from '../../decisions/index.ts';
import type { About } from '../../post/index.ts';
import { shortInstant, untilInWords } from '../../ui/index.ts';
import type { NoticeWay } from '../actions/openNotice.ts';
import type { PaperContent } from '../content.ts';
import { texts } from '../texts.ts';
import { authorBlock, signatureBlocks } from './author.ts';
import { contestBlock } from './contest.ts';
import { frameOf } from './frame.ts';
import { notifiedBlock } from './notified.ts';

const say = texts.cancellation;

export type Cancelled = {
  /** « Justificatif de domicile (DOMICIL) » */
  readonly pieces: readonly string[];
  readonly words: string;
  readonly ground: string;
  readonly invitation: { readonly at: Temporal.Instant; readonly until: Temporal.Instant };
  /** How many times the candidate wrote. */
  readonly observations: number;
  readonly author: DecisionAuthor;
  readonly way: NoticeWay;
};

/** *Notification d'annulation*: the decision, its facts and its law (CRPA L211-5), and how it is contested (CJA R421-5). */
export function cancellationContent(about: About, cancelled: Cancelled, now: Temporal.Instant): PaperContent {
  const { pieces, words, ground, invitation, observations, author, way } = cancelled;
  const heard = [
    say.invited(shortInstant(invitation.at), untilInWords(invitation.until)),
    say.heard(observations),
    words,
  ];
  return {
    ...frameOf(about, 'cancellation', now),
    parts: [
      [
        { type: 'text', title: null, paragraphs: [say.decision] },
        { type: 'steps', title: say.missingTitle, items: pieces },
        { type: 'text', title: say.reasonsTitle, paragraphs: heard },
        { type: 'text', title: say.groundTitle, paragraphs: [ground] },
        authorBlock(author),
        notifiedBlock(say.notifiedTitle, way),
        contestBlock(about),
        ...signatureBlocks(author, way),
      ],
    ],
    pages: null,
  };
}
