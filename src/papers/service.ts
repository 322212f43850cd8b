import { phoneInWords } from '../ui/index.ts';
import type { About } from './about.ts';
import { texts } from './texts.ts';

/** Who treats a request, and how they are reached, as a receipt says it (CRPA R112-5). */
export function serviceInWords({ academy, portfolio }: Pick<About, 'academy' | 'portfolio'>): string {
  const { bureau } = academy.letterhead;
  const { code, mailbox, phone } = portfolio;
  return [bureau, texts.paper.service(code), ...academy.legal.rector, mailbox, phoneInWords(phone)].join(', ');
}
