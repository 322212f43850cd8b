import { accountTexts, displayName, hasMailbox } from '../../accounts/index.ts';
import { parisDay } from '../../platform/time.ts';
import type { About } from '../../post/index.ts';
import { phoneInWords, shortDay } from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import type { PaperContent } from '../content.ts';
import type { PaperKind } from '../paper.ts';
import { PAPERS, texts } from '../texts.ts';
import { codeInGroups } from '../verification/code.ts';

const say = texts.paper;

/** `BP24-00127-K-C2`: the enrolment, the kind, the version. */
export function referenceOf(number: string, kind: PaperKind, version: number): string {
  return `${number}-${PAPERS[kind].letter}${version}`;
}

/** What stands around the text of every paper: who writes, whom to ask, about which enrolment, on which day. */
export function frameOf(
  { enrolment, candidate, number, academy, session, exam, speciality, portfolio }: About,
  kind: PaperKind,
  now: Temporal.Instant,
): Omit<PaperContent, 'parts' | 'pages'> {
  const { letterhead } = academy;
  const title = PAPERS[kind].title;
  const day = parisDay(now);
  return {
    title,
    letterhead: [letterhead.authority, letterhead.academy, letterhead.division, letterhead.bureau],
    contact: {
      title: say.contactTitle,
      lines: [
        say.officer(portfolio.code),
        ...(hasMailbox(candidate) ? [portfolio.mailbox] : []),
        phoneInWords(portfolio.phone),
      ],
    },
    subject: say.subject(exam.name, speciality.name, session.label),
    candidate: say.candidate(accountTexts.civilities[candidate.civility], displayName(candidate)),
    marks: [
      { label: say.number, value: number },
      { label: say.version, value: String(enrolment.version) },
      { label: say.issuedAt, value: shortDay(day) },
    ],
    footer: say.footer(title, number, enrolment.version),
    paging: { page: say.page, of: say.of },
    day: { year: day.year, month: day.month, day: day.day },
  };
}

/** The same paper with the code that tells it from any other, and where to verify it. */
export function withCode(content: PaperContent, code: string, publicUrl: URL): PaperContent {
  return {
    ...content,
    marks: [...content.marks, { label: say.code, value: codeInGroups(code) }],
    verification: say.verification(`${publicUrl.host}${addresses.verify}`),
  };
}
