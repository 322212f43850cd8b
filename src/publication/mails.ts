import { UNSAID } from '../accommodations/index.ts';
import { defineMail } from '../catalogue/index.ts';
import { onLine } from '../platform/mail/words.ts';
import { bodyOf, type MailValues } from '../post/index.ts';
import { listing } from '../ui/index.ts';
import type { Difference } from './rules/differences.ts';

/** « le 5 juillet 2024 », who treats it, what silence means. */
type Appealed = {
  readonly against: string;
  readonly received: string;
  readonly service: string;
  readonly silence: string;
};

const lines = (paragraphs: readonly string[]): string => paragraphs.join('\n\n');
const hello = ({ civility, name }: MailValues): string => `Bonjour ${civility} ${name},`;
const ask = ({ contact }: MailValues): string => `Une question\u00a0? Écrivez ou téléphonez\u00a0: ${contact}.`;

/** No mail says a result: whoever reads somebody's mail must not. */
export const publicationMails = {
  available: defineMail({ code: 'results.published' }, (of: MailValues) => ({
    subject: `Inscription ${of.number}\u00a0: votre résultat est disponible`,
    body: lines([
      hello(of),
      `Le résultat de votre inscription ${of.number} (${of.exam}, ${of.session}) est disponible. ${onLine("Il n'est pas dans ce mail\u00a0: vous le lirez sur votre page, avec vos notes.")}`,
      of.link,
      onLine('Votre relevé de notes est dans «\u00a0Mes documents\u00a0».'),
      ask(of),
    ]),
  })),
  /** The receipt of a request (CRPA L112-3, R112-5): day, service, what silence means and until when it is contested. */
  asked: defineMail(
    { code: 'resultCase.opened' },
    (of: MailValues & { readonly received: string; readonly service: string; readonly silence: string }) => ({
      subject: `Inscription ${of.number}\u00a0: votre demande sur votre résultat est reçue`,
      body: bodyOf(of, [
        `Le rectorat a reçu votre demande sur le résultat de l'inscription ${of.number}, ${of.received}. ${onLine('La réponse sera sur votre page, et un mail vous préviendra.')}`,
        `Service qui la traite\u00a0: ${of.service}.`,
        of.silence,
      ]),
    }),
  ),
  /** The same of an appeal against a decision. `against`: « Recours contre la décision du … ». */
  appealed: defineMail({ code: 'appeal.opened' }, (of: MailValues & Appealed) => ({
    subject: `Inscription ${of.number}\u00a0: votre recours est reçu`,
    body: bodyOf(of, [
      `Le rectorat a reçu votre recours, ${of.received}. ${onLine('La réponse sera sur votre page, et un mail vous préviendra.')}`,
      `${of.against}.`,
      `Service qui le traite\u00a0: ${of.service}.`,
      of.silence,
    ]),
  })),
  appealAnswered: defineMail({ code: 'appeal.answered' }, (of: MailValues) => ({
    subject: `Inscription ${of.number}\u00a0: une réponse à votre recours`,
    body: bodyOf(of, [
      `Le rectorat a répondu à votre recours, pour l'inscription ${of.number}. ${onLine("Sa réponse n'est pas dans ce mail\u00a0: lisez-la sur votre page.")}`,
    ]),
  })),
  unsaidReceived: defineMail(UNSAID, (of: MailValues) => ({
    subject: `Inscription ${of.number}\u00a0: votre envoi est bien arrivé`,
    body: lines([
      hello(of),
      `Ce que vous avez envoyé pour votre inscription ${of.number} est arrivé. Le service le lit, et vous répondra${onLine(' dans votre espace')}.`,
      of.link,
    ]),
  })),
  unsaidAnswered: defineMail(UNSAID, (of: MailValues) => ({
    subject: `Inscription ${of.number}\u00a0: une réponse vous attend`,
    body: lines([
      hello(of),
      `Une réponse vous attend${onLine(' dans votre espace')}, pour votre inscription ${of.number}. Lisez-la\u00a0: elle dit aussi dans quel délai la contester.`,
      of.link,
    ]),
  })),
  answered: defineMail({ code: 'resultCase.answered' }, (of: MailValues) => ({
    subject: `Inscription ${of.number}\u00a0: une réponse à votre demande`,
    body: bodyOf(of, [
      `Le rectorat a répondu à votre demande sur le résultat de l'inscription ${of.number}. ${onLine("Sa réponse n'est pas dans ce mail\u00a0: lisez-la sur votre page.")}`,
    ]),
  })),
  changed: defineMail({ code: 'results.published' }, (of: MailValues & { readonly what: string }) => ({
    subject: `Inscription ${of.number}\u00a0: votre résultat a été corrigé`,
    body: lines([
      hello(of),
      `Le résultat publié pour votre inscription ${of.number} (${of.exam}, ${of.session}) a été corrigé. Ce qui change\u00a0: ${of.what}. ${onLine('Les valeurs et le motif ne sont pas dans ce mail\u00a0: votre page les montre, avant et après.')}`,
      of.link,
      onLine('Un nouveau relevé de notes est dans «\u00a0Mes documents\u00a0». Il remplace le précédent.'),
      ask(of),
    ]),
  })),
};

/** In a sealed letter, whose foot names its service. */
export const appealedBehind = (of: Omit<Appealed, 'service'>): string =>
  lines([`${of.against}.`, `Reçu ${of.received}.`, of.silence]);

/** What a letter says where a mail has its link: its reader has no page to go to. */
export const postedTexts = {
  available: 'Votre relevé de notes est joint à cette lettre\u00a0: il dit aussi comment contester.',
  changed: (reason: string): string =>
    `Motif\u00a0: ${reason}\n\nUn nouveau relevé de notes est joint à cette lettre. Il remplace le précédent.`,
} as const;

/** « la décision, la moyenne et une note »: what changes, without its values. */
export function differencesInWords(found: readonly Difference[]): string {
  const units = found.filter(({ what }) => what === 'unit').length;
  const words = [
    ...(found.some(({ what }) => what === 'decision') ? ['la décision'] : []),
    ...(found.some(({ what }) => what === 'average') ? ['la moyenne'] : []),
    ...(units === 0 ? [] : [units === 1 ? 'une unité' : `${units} unités`]),
  ];
  return words.length === 0 ? 'une précision' : listing(words);
}
