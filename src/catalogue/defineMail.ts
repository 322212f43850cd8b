import { type MailWords, markOnLine } from '../platform/mail/words.ts';
import type { MailVariable } from './mailVariables.ts';

const VARIABLE = /\{([a-zA-Z]+)\}/g;

/** What the room that sends a mail says of it, whoever words it. */
export type MailHead = {
  /** Kept with each that leaves: it never changes. Several that are told of the same may share one. */
  readonly code: string;
  /** Of whom it isn't a candidate's, about their enrolment. */
  readonly to?: 'account' | 'signer' | 'staff';
  /** It tells that there is something of somebody's health: its letter is for the service that reads it, and for no officer. */
  readonly health?: true;
  /** Of no use in a letter. */
  readonly onlyByMail?: true;
};

/** A mail in words, before it is anybody's, with what its room says of it. */
export type WrittenMail<Head extends MailHead = MailHead> = MailWords & { readonly mail: Head };

/** What the rules know of a mail whose words they hold. */
export type MailForm<Given extends MailVariable = MailVariable> = {
  /** « Pièce non conforme », for who edits it. */
  readonly name: string;
  /** What the code gives to it. Its words may use fewer, never more. */
  readonly given: readonly Given[];
  /** The variables without which it is no use to who reads it, and what would be lost: « sans elle, … ». No words are taken without them. */
  readonly needs: { readonly [Name in NoInfer<Given>]?: string };
};

/** As the rules find it: plain data. */
export type PackMail = { readonly code: string } & MailForm;

/** Where its words are found. */
type Pack = { readonly mail: (mail: PackMail) => MailWords };
type Exact<Head> = Head & { readonly [Name in Exclude<keyof Head, keyof MailHead>]: never };

/**
 * A mail, in the room that sends it; nothing else of it is said anywhere, but the words that the rule pack holds (`catalogue/texts/mails.yaml`) and an office
 * may change. `words`: what is known of those, or a function where the code alone words it.
 */
export function defineMail<const Head extends MailHead, const Given extends MailVariable>(
  head: Exact<Head>,
  form: MailForm<Given>,
): Head & MailForm<Given> & { write: (pack: Pack, values: Readonly<Record<Given, string>>) => WrittenMail<Head> };
export function defineMail<const Head extends MailHead, Of>(
  head: Exact<Head>,
  words: (of: Of) => MailWords,
): Head & { write: (of: Of) => WrittenMail<Head> };
export function defineMail(head: MailHead, words: MailForm | ((of: unknown) => MailWords)): object {
  if (typeof words === 'function') return { ...head, write: (of: unknown) => ({ ...words(of), mail: head }) };
  const mail = { ...head, ...words };
  return {
    ...mail,
    write: (pack: Pack, values: Readonly<Record<string, string>>) => ({
      ...filled(pack.mail(mail), mail.code, values),
      mail: head,
    }),
  };
}

/** A value is never read as a template again. What only holds on line is marked before, so that no word of a person's is taken for it. */
function filled({ subject, body }: MailWords, code: string, values: Readonly<Record<string, string>>): MailWords {
  const fill = (text: string): string =>
    markOnLine(text).replace(VARIABLE, (_, name: string) => {
      const value = Object.hasOwn(values, name) ? values[name] : undefined;
      if (value === undefined) throw new Error(`The mail ${code} has no value for {${name}}`);
      return value;
    });
  return { subject: fill(subject), body: fill(body) };
}
