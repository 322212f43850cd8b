import { whereOf } from '../../enrolment/index.ts';
import { type LastDay, lawTexts } from '../../law/index.ts';
import type { About } from '../about.ts';
import type { Block } from '../content.ts';

/**
 * How a decision is contested, with the addresses of its academy: without it no delay runs (code de justice administrative, R421-5). A
 * paper doesn't know yet when it will be notified: it has a last day where it was published.
 */
export function contestBlock(
  { academy, enrolment }: Pick<About, 'academy' | 'enrolment'>,
  of: { readonly until?: LastDay; readonly author?: 'jury' } = {},
): Extract<Block, { type: 'text' }> {
  const paragraphs = lawTexts.remedies({ ...of, where: whereOf(academy, enrolment), addressees: academy.legal });
  return { type: 'text', title: lawTexts.remediesTitle, paragraphs };
}
