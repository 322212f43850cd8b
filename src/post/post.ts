import { addressed, displayName, hasMailbox } from '../accounts/index.ts';
import type { MailHead, WrittenMail } from '../catalogue/index.ts';

import { type DecisionAuthor, decisionTexts } from '../decisions/index.ts';
import { minorityOf } from '../enrolment/index.ts';
import { readMoment } from '../platform/clock.ts';
import type { Tx } from '../platform/database/database.ts';
import { inLetter, inMail } from '../platform/mail/words.ts';
import { parisDay } from '../platform/time.ts';
import { phoneInWords } from '../ui/index.ts';
import type { About } from './about.ts';
import type { PostDeps } from './deps.ts';
import { postTexts } from './texts.ts';

const say = postTexts;

/** What every mail about an enrolment may use. */
export const OF_ENROLMENT = ['civility', 'name', 'number', 'exam', 'speciality', 'session', 'link', 'contact'] as const;
export type MailValues = Readonly<Record<(typeof OF_ENROLMENT)[number], string>>;

/** What most of them would lose without a variable that they need. */
export const LOSES = {
  number: "le candidat ne saurait pas de quelle inscription il s'agit",
  link: "le lecteur n'aurait pas la page où agir",
} as const;

/** `path`: where its link leads. */
export function valuesOf(
  { publicUrl }: Pick<PostDeps, 'publicUrl'>,
  { candidate, number, exam, speciality, session, portfolio }: About,
  path: string,
): MailValues {
  return {
    ...addressed(candidate),
    number,
    exam: exam.noun,
    speciality: speciality.name,
    session: session.label,
    link: new URL(path, publicUrl).href,
    contact: hasMailbox(candidate)
      ? say.contact(portfolio.code, portfolio.mailbox, phoneInWords(portfolio.phone))
      : say.contactByPost(portfolio.code, phoneInWords(portfolio.phone)),
  };
}

/** A mail that the code words: its greeting, what it says, its link, whom to ask. An empty paragraph isn't there. */
export function bodyOf(
  { civility, name, link, contact }: Pick<MailValues, 'civility' | 'name' | 'link' | 'contact'>,
  paragraphs: readonly string[],
): string {
  return [
    `Bonjour ${civility} ${name},`,
    ...paragraphs.filter((paragraph) => paragraph !== ''),
    link,
    `Une question\u00a0? Écrivez ou téléphonez\u00a0: ${contact}.`,
  ].join('\n\n');
}

export function asList(sentences: readonly string[]): string {
  return sentences.map((sentence) => `- ${sentence}`).join('\n');
}

/** The words of a mail as this person reads them: in a mail, or in a letter. */
export function asRead(
  candidate: Pick<About['candidate'], 'address'>,
  { subject, body }: { readonly subject: string; readonly body: string },
): { readonly subject: string; readonly body: string } {
  const read = hasMailbox(candidate) ? inMail : inLetter;
  return { subject: read(subject), body: read(body) };
}

/** Asked of the clock by who has no act at hand. */
const AT_ONCE = { elapsed: () => 0 };

export type Mail = {
  /** Of the event that it tells: the same event never writes twice to the same person. */
  readonly eventId: string;
  /** Who took the decision that it tells: a letter bears their name to sign, whoever prints it. */
  readonly author?: DecisionAuthor;
  /** What its link leads to, for who can't follow it (`outbox.ts`). */
  readonly behind?: string;
};

/** What a candidate is told of their enrolment. */
export type WrittenTold = WrittenMail<MailHead & { readonly to?: never }>;

/**
 * Tells the candidate, in the transaction of its event, by mail or by post as they can be reached; what a minor is told, their
 * representative is told too.
 */
export async function post(
  { outbox }: Pick<PostDeps, 'outbox'>,
  tx: Tx,
  { enrolment, candidate }: Pick<About, 'enrolment' | 'candidate'>,
  { author, behind, eventId }: Mail,
  { mail, subject, body }: WrittenTold,
): Promise<void> {
  const { academy, session } = enrolment;
  const { address: recipient, accountId } = candidate;
  const { code: template, health: confidential = false } = mail;
  const about = enrolment.id;
  // An enrolment that is being written is its candidate's alone: no office has it, and nobody could print its letter.
  const onlyByMail = mail.onlyByMail === true || enrolment.number === null;
  const signed = author === undefined ? {} : { signedBy: decisionTexts.author(author) };
  const posted = { about, confidential, onlyByMail, ...(behind === undefined ? {} : { behind }), ...signed };
  await outbox.post(tx, { eventId, template, subject, body, ...posted, recipient, accountId, academy, session });
  // Of those who named nobody, no day is asked.
  if (enrolment.registered?.identification?.guardianMail === undefined) return;
  const representative = minorityOf(enrolment, candidate, parisDay((await readMoment(tx, AT_ONCE)).now))?.known ?? null;
  if (representative === null || representative.mail === null) return;
  const copied = `${say.copy(representative.name, displayName(candidate))}\n\n${body}`;
  // Of nobody's account: a refusal of theirs says nothing of the candidate's own mail box.
  const copy = { subject, body: copied, recipient: representative.mail, accountId: null };
  await outbox.post(tx, { eventId, template, ...copy, academy, session });
}
