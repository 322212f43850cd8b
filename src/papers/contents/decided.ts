import type { DecisionAuthor } from '../../decisions/index.ts';
import type { About } from '../../post/index.ts';
import type { NoticeWay } from '../actions/openNotice.ts';
import type { PaperContent } from '../content.ts';
import type { PaperKind } from '../paper.ts';
import { texts } from '../texts.ts';
import { authorBlock, signatureBlocks } from './author.ts';
import { contestBlock } from './contest.ts';
import { frameOf } from './frame.ts';
import { notifiedBlock } from './notified.ts';

const say = texts.decided;

export type DecidedAgainst = {
  readonly decision: readonly string[];
  readonly facts: readonly string[];
  /** How the person was heard, and what whoever decided wrote. */
  readonly words: readonly string[];
  readonly ground: string;
  /** The way to the judge in haste; null: none that is printed. */
  readonly urgency: string | null;
  readonly author: DecisionAuthor;
  readonly way: NoticeWay;
};

/** A decision after a hearing: what is decided, its facts and its law (CRPA L211-5), its author, how it is contested (CJA R421-5). */
export function decidedContent(
  about: About,
  kind: Extract<PaperKind, 'left-out' | 'unvalidated'>,
  { decision, facts, words, ground, urgency, author, way }: DecidedAgainst,
  now: Temporal.Instant,
): PaperContent {
  return {
    ...frameOf(about, kind, now),
    parts: [
      [
        { type: 'text', title: null, paragraphs: decision },
        { type: 'steps', title: say.factsTitle, items: facts },
        { type: 'text', title: say.wordsTitle, paragraphs: words },
        { type: 'text', title: say.groundTitle, paragraphs: [ground] },
        authorBlock(author),
        notifiedBlock(say.notifiedTitle, way),
        contestBlock(about),
        ...(urgency === null ? [] : [{ type: 'text', title: null, paragraphs: [urgency] } as const]),
        ...signatureBlocks(author, way),
      ],
    ],
    pages: null,
  };
}
