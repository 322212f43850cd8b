import { hasMailbox } from '../accounts/index.ts';
import type { About } from '../post/index.ts';
import { phoneInWords } from '../ui/index.ts';
import { texts } from './texts.ts';

/** Who treats a request, and how they are reached, as a receipt says it (CRPA R112-5). */
export function serviceInWords({
  academy,
  portfolio,
  candidate,
}: Pick<About, 'academy' | 'portfolio' | 'candidate'>): string {
  const { bureau } = academy.letterhead;
  const { code, phone } = portfolio;
  const mailbox = hasMailbox(candidate) ? [portfolio.mailbox] : [];
  return [bureau, texts.paper.service(code), ...academy.legal.rector, ...mailbox, phoneInWords(phone)].join(', ');
}
