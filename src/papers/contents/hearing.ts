import type { About } from '../../post/index.ts';
import type { PaperContent } from '../content.ts';
import { texts } from '../texts.ts';
import { frameOf } from './frame.ts';

const say = texts.hearing;

export type Heard = {
  readonly intro: readonly string[];
  readonly facts: readonly string[];
  readonly words: string;
  readonly answer: readonly string[];
  readonly after: string;
};

/** *Invitation à répondre*: what the office thinks of, what it found, how and until when to answer (CRPA L122-1). */
export function hearingContent(
  about: About,
  { intro, facts, words, answer, after }: Heard,
  now: Temporal.Instant,
): PaperContent {
  return {
    ...frameOf(about, 'hearing', now),
    parts: [
      [
        { type: 'text', title: null, paragraphs: intro },
        { type: 'steps', title: say.factsTitle, items: facts },
        { type: 'text', title: null, paragraphs: [words] },
        { type: 'text', title: say.answerTitle, paragraphs: answer },
        { type: 'text', title: say.afterTitle, paragraphs: [after] },
      ],
    ],
    pages: null,
  };
}
