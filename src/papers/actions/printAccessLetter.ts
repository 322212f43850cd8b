import path from 'node:path';
import { ACCESS_LETTER_DAYS, type Candidate } from '../../accounts/index.ts';
import type { Enrolment } from '../../enrolment/index.ts';
import { parisDay } from '../../platform/time.ts';
import { aboutOf } from '../../post/index.ts';
import { accessLetterTexts } from '../accessLetterTexts.ts';
import type { PaperContent } from '../content.ts';
import { frameOf } from '../contents/frame.ts';
import type { PapersDeps } from '../deps.ts';
import { addresseeOf, envelopeLines } from './noticeLetters.ts';

const TEMPLATE = path.join(import.meta.dirname, '..', 'templates', 'paper.typ');
const say = accessLetterTexts;

export type AccessLetter = { readonly enrolment: Enrolment; readonly candidate: Candidate; readonly code: string };

/**
 * The letter with the code of an account, to post to somebody without a mail box. It is no paper: neither kept nor listed, because whoever
 * could open it again would have the code.
 */
export function printAccessLetter(
  deps: Pick<PapersDeps, 'pdf' | 'catalogue' | 'publicUrl'>,
  { enrolment, candidate, code }: AccessLetter,
  now: Temporal.Instant,
): Promise<Buffer> {
  const about = aboutOf(deps.catalogue(), enrolment, candidate);
  const frame = frameOf(about, 'confirmation', now);
  const lastDay = parisDay(now).add({ days: ACCESS_LETTER_DAYS - 1 });
  const address = envelopeLines(addresseeOf({ enrolment, candidate }, parisDay(now)));
  const content: PaperContent = {
    ...frame,
    title: say.title,
    marks: frame.marks.filter(({ value }) => value !== String(enrolment.version)),
    footer: say.footer(about.number),
    parts: [
      [
        { type: 'address', lines: address },
        { type: 'text', title: null, paragraphs: [say.intro] },
        { type: 'facts', title: say.codeTitle, lines: [{ label: say.code(lastDay), values: [code] }] },
        { type: 'steps', title: say.stepsTitle, items: say.steps(new URL('/compte/courrier', deps.publicUrl).href) },
        { type: 'text', title: say.withoutTitle, paragraphs: say.without },
      ],
    ],
    pages: null,
  };
  return deps.pdf.render({ template: TEMPLATE, data: content });
}
