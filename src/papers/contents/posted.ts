import { serviceByPost } from '../../catalogue/index.ts';
import { parisDay } from '../../platform/time.ts';
import type { About } from '../../post/index.ts';
import { phoneInWords } from '../../ui/index.ts';
import { addresseeOf, envelopeLines } from '../actions/noticeLetters.ts';
import type { PaperBlock, PaperContent } from '../content.ts';
import { toldTexts as say } from '../toldTexts.ts';
import { healthContact } from './accommodation.ts';
import { frameOf } from './frame.ts';

/** Who prints a letter, and signs it by hand where it tells no decision: first name, surname, capacity (CRPA L111-2, L212-1). */
export type LetterSigner = { readonly name: string; readonly capacity: string };

/** A letter in the place of a mail: the same words, to whom, with what, how to answer, and who signs it. */
export function letterContent(
  about: About,
  {
    subject,
    body,
    reference,
    enclosed,
    signature,
    confidential,
  }: {
    readonly subject: string;
    readonly body: string;
    readonly reference: string;
    readonly enclosed: readonly string[];
    readonly signature: string;
    /** Written by who alone reads of somebody's health: the answer goes to nobody else. */
    readonly confidential: boolean;
  },
  now: Temporal.Instant,
): PaperContent {
  const { candidate: _, ...frame } = frameOf(about, 'confirmation', now);
  const [number, , issued] = frame.marks;
  const text = (title: string | null, paragraphs: readonly string[]): PaperBlock => ({
    type: 'text',
    title,
    paragraphs,
  });
  return {
    ...frame,
    title: subject,
    ...(confidential ? { contact: healthContact(about) } : {}),
    marks: [number, { label: say.kind, value: reference }, issued].filter((mark) => mark !== undefined),
    footer: say.footer(about.number),
    parts: [
      [
        { type: 'address', lines: envelopeLines(addresseeOf(about, parisDay(now))) },
        text(null, paragraphsOf(body)),
        text(say.answerTitle, confidential ? healthContact(about).lines : answerTo(about)),
        ...(enclosed.length === 0 ? [] : [text(say.enclosedTitle, enclosed)]),
        text(say.signature, [signature]),
      ],
    ],
    pages: null,
  };
}

function answerTo({ academy, portfolio }: Pick<About, 'academy' | 'portfolio'>): readonly string[] {
  return say.answer(serviceByPost(academy), phoneInWords(portfolio.phone));
}

/** A line that begins with a dash stands by itself. */
function paragraphsOf(body: string): readonly string[] {
  return body.split(/\n+/).filter((line) => line.trim() !== '');
}
