import { parisDay } from '../../platform/time.ts';
import { phoneInWords } from '../../ui/index.ts';
import type { About } from '../about.ts';
import { addresseeOf, envelopeLines } from '../actions/noticeLetters.ts';
import type { Block, PaperContent } from '../content.ts';
import { serviceByPost } from '../mails.ts';
import { toldTexts as say } from '../toldTexts.ts';
import { frameOf } from './frame.ts';

/** Who signs a letter by hand: first name, surname, capacity (CRPA L111-2, L212-1). */
export type Signer = { readonly name: string; readonly capacity: string };

/** A letter in the place of a mail: the same words, to whom, with what, how to answer, and who signs it. */
export function letterContent(
  about: About,
  {
    subject,
    body,
    reference,
    enclosed,
    signer,
  }: {
    readonly subject: string;
    readonly body: string;
    readonly reference: string;
    readonly enclosed: readonly string[];
    readonly signer: Signer;
  },
  now: Temporal.Instant,
): PaperContent {
  const { candidate: _, ...frame } = frameOf(about, 'confirmation', now);
  const [number, , issued] = frame.marks;
  const text = (title: string | null, paragraphs: readonly string[]): Block => ({ type: 'text', title, paragraphs });
  return {
    ...frame,
    title: subject,
    contact: { ...frame.contact, lines: frame.contact.lines.filter((line) => !line.includes('@')) },
    marks: [number, { label: say.kind, value: reference }, issued].filter((mark) => mark !== undefined),
    footer: say.footer(about.number),
    parts: [
      [
        { type: 'address', lines: envelopeLines(addresseeOf(about, parisDay(now))) },
        text(null, paragraphsOf(body)),
        text(say.answerTitle, say.answer(serviceByPost(about.academy), phoneInWords(about.portfolio.phone))),
        ...(enclosed.length === 0 ? [] : [text(say.enclosedTitle, enclosed)]),
        text(say.signature, [say.signedBy(signer.name, signer.capacity)]),
      ],
    ],
    pages: null,
  };
}

/** A line that begins with a dash stands by itself. */
function paragraphsOf(body: string): readonly string[] {
  return body.split(/\n+/).filter((line) => line.trim() !== '');
}
