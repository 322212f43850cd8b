import type { DecisionAuthor } from '../../decisions/index.ts';
import { lawTexts } from '../../law/index.ts';
import type { About } from '../../post/index.ts';
import type { NoticeWay } from '../actions/openNotice.ts';
import type { PaperContent } from '../content.ts';
import { texts } from '../texts.ts';
import { authorBlock, signatureBlocks } from './author.ts';
import { contestBlock } from './contest.ts';
import { frameOf } from './frame.ts';
import { notifiedBlock } from './notified.ts';

const say = texts.setAside;

/** *Notification d'inscription écartée*: a person's decision on a reserve, its facts and its law (CRPA L211-5), and how it is contested. */
export function setAsideContent(
  about: About,
  decided: {
    /** What had been found in the answers, a sentence each. */
    readonly reasons: readonly string[];
    readonly words: string;
    readonly ground: string;
    readonly author: DecisionAuthor;
    readonly way: NoticeWay;
  },
  now: Temporal.Instant,
): PaperContent {
  const { reasons, words, ground, author, way } = decided;
  return {
    ...frameOf(about, 'set-aside', now),
    parts: [
      [
        { type: 'text', title: null, paragraphs: [say.decision] },
        { type: 'steps', title: say.foundTitle, items: reasons },
        { type: 'text', title: null, paragraphs: [say.computed, lawTexts.silence('cada')] },
        { type: 'text', title: say.wordsTitle, paragraphs: [words] },
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
