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
  /**
   * Of no use in a letter: a code for the next ten minutes; of what only who has a mail box does, or of a file of theirs (who gives all by the
   * post signs nothing on line and deposits nothing, and an officer's scan says on its page that it is to be made again); of an enrolment that is
   * being written, which no office has, and whose letter nobody could print.
   */
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
export type KnownMail = { readonly code: string } & MailForm;
/** All of them, by their codes. */
export type Mails = ReadonlyMap<string, KnownMail>;

/** Where its words are found. */
type Pack = { readonly mail: (mail: KnownMail) => MailWords };
type Exact<Head> = Head & { readonly [Name in Exclude<keyof Head, keyof MailHead>]: never };

export type PackMail<Given extends MailVariable, Head extends MailHead = MailHead> = Head &
  MailForm<Given> & {
    readonly write: (pack: Pack, values: Readonly<Record<Given, string>>) => WrittenMail<Head>;
  };

/**
 * A mail, in the room that sends it: nothing else of it is said anywhere, but the words that the rule pack holds (`catalogue/texts/mails.yaml`)
 * and an office may change. `words`: what is known of those, or a function where the code alone words it.
 */
export function defineMail<const Head extends MailHead, const Given extends MailVariable>(
  head: Exact<Head>,
  words: MailForm<Given>,
): PackMail<Given, Head>;
export function defineMail<const Head extends MailHead, Of>(
  head: Exact<Head>,
  words: (of: Of) => MailWords,
): Head & { readonly write: (of: Of) => WrittenMail<Head> };
export function defineMail(head: MailHead, words: MailForm | ((of: unknown) => MailWords)): object {
  if (typeof words === 'function') {
    const mail = { ...head, write: (of: unknown) => ({ ...words(of), mail }) };
    return mail;
  }
  const mail = {
    ...{ ...head, ...words },
    write: (pack: Pack, values: Values) => ({ ...filled(pack.mail(mail), mail.code, values), mail }),
  };
  return mail;
}

/** Those whose words the rules hold, as they find them. */
export function mailsOf(defined: readonly (MailHead & Partial<MailForm>)[]): Mails {
  return new Map(
    defined.flatMap(({ code, name, given, needs }) =>
      name === undefined || given === undefined || needs === undefined ? [] : [[code, { code, name, given, needs }]],
    ),
  );
}

type Values = Readonly<Record<string, string>>;

/** A value is never read as a template again. What only holds on line is marked before, so that no word of a person's is taken for it. */
function filled({ subject, body }: MailWords, code: string, values: Values): MailWords {
  const fill = (text: string): string =>
    markOnLine(text).replace(VARIABLE, (_, name: string) => {
      const value = Object.hasOwn(values, name) ? values[name] : undefined;
      if (value === undefined) throw new Error(`The mail ${code} has no value for {${name}}`);
      return value;
    });
  return { subject: fill(subject), body: fill(body) };
}

/** The names between braces, each once, in the order of the text. */
export function variablesIn(text: string): readonly string[] {
  return [...new Set([...text.matchAll(VARIABLE)].map(([, name]) => name ?? ''))];
}

/** Can that mail be written with these words: they ask for nothing that the code doesn't give, and say what it is for? */
export function canBeWritten(mail: KnownMail, words: MailWords): boolean {
  const given: readonly string[] = mail.given;
  const used = variablesIn(`${words.subject}\n${words.body}`);
  return used.every((name) => given.includes(name)) && lostBy(mail, words).length === 0;
}

/** What that mail needs and its words don't say, with what would be lost; nothing of a mail that is none of ours. */
export function lostBy(
  mail: KnownMail | undefined,
  { subject, body }: MailWords,
): readonly { readonly name: string; readonly why: string }[] {
  const used = variablesIn(`${subject}\n${body}`);
  return Object.entries(mail?.needs ?? {}).flatMap(([name, why]) => (used.includes(name) ? [] : [{ name, why }]));
}
