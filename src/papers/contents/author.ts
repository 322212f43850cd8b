import { type DecisionAuthor, decisionTexts as say } from '../../decisions/index.ts';
import type { NoticeWay } from '../actions/openNotice.ts';
import type { PaperBlock } from '../content.ts';
import { toldTexts } from '../toldTexts.ts';

/** First name, surname, capacity, service and delegation of whoever took the decision (CRPA L212-1, L212-2). */
export function authorBlock(author: DecisionAuthor): PaperBlock {
  return { type: 'text', title: say.authorTitle, paragraphs: [say.takenBy(author)] };
}

/**
 * The last of a decision that goes by the post: its author signs it by hand (CRPA L212-1). What is deposited through a téléservice
 * needs no signature (L212-2).
 */
export function signatureBlocks(
  author: DecisionAuthor,
  { agreement }: Pick<NoticeWay, 'agreement'>,
): readonly PaperBlock[] {
  return agreement === null ? [{ type: 'text', title: toldTexts.signature, paragraphs: [say.author(author)] }] : [];
}
