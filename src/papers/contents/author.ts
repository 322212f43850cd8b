import { type Author, decisionTexts as say } from '../../decisions/index.ts';
import type { Block } from '../content.ts';

/** First name, surname, capacity, service and delegation of whoever took the decision (CRPA L212-1, L212-2). */
export function authorBlock(author: Author): Block {
  return { type: 'text', title: say.authorTitle, paragraphs: [say.takenBy(author)] };
}
