import { defineMail } from '../catalogue/index.ts';
import type { DecisionAuthor } from '../decisions/index.ts';
import { enrolmentAddresses } from '../enrolment/index.ts';
import type { Tx } from '../platform/database/database.ts';
import { type MailWords, onLine } from '../platform/mail/words.ts';
import { type About, post, valuesOf } from '../post/index.ts';
import type { AccommodationActDeps } from './deps.ts';
import { texts } from './texts.ts';

/** Of health: a mail box has other readers. */
export const UNSAID = { code: 'space.message', health: true } as const;

type Told = {
  readonly civility: string;
  readonly name: string;
  readonly number: string;
  readonly link: string;
  readonly until: string;
};

const letter = (of: Told, subject: string, paragraphs: readonly string[]): MailWords => ({
  subject,
  body: [
    `Bonjour ${of.civility} ${of.name},`,
    ...paragraphs,
    of.link,
    onLine(
      'Pour protéger vos données, ce mail ne dit pas de quoi il est question\u00a0: la réponse se fait dans votre espace, pas par mail.',
    ),
  ].join('\n\n'),
});

export const accommodationMails = {
  received: defineMail(UNSAID, (of: Told) =>
    letter(of, `Inscription ${of.number}\u00a0: votre envoi est bien arrivé`, [
      `Ce que vous avez envoyé pour votre inscription ${of.number} est arrivé. Le service le lit. S'il manque quelque chose, il vous le demandera${onLine(' dans votre espace')}.`,
    ]),
  ),
  unsent: defineMail(UNSAID, (of: Told) =>
    letter(of, `Inscription ${of.number}\u00a0: une démarche vous attend ${of.until}`, [
      `Une démarche reste à faire${onLine(' dans votre espace')}, pour votre inscription ${of.number}. Vous avez ${of.until}. ${onLine("Si elle est faite autrement, ou si vous n'en avez plus besoin, dites-le au même endroit\u00a0: ces rappels s'arrêteront.")}`,
    ]),
  ),
  infected: defineMail(UNSAID, (of: Told) =>
    letter(of, `Inscription ${of.number}\u00a0: un document est à donner de nouveau`, [
      `L'antivirus a trouvé infecté un document donné${onLine(' dans votre espace')}, pour votre inscription ${of.number}. Il ne s'ouvre plus\u00a0: donnez-en un autre.`,
    ]),
  ),
  unreadable: defineMail(UNSAID, (of: Told) =>
    letter(of, `Inscription ${of.number}\u00a0: un document est à donner de nouveau`, [
      `Un document donné${onLine(' dans votre espace')}, pour votre inscription ${of.number}, n'a pas pu être lu\u00a0: donnez-en un autre.`,
    ]),
  ),
  asked: defineMail(UNSAID, (of: Told) =>
    letter(of, `Inscription ${of.number}\u00a0: une réponse est attendue ${of.until}`, [
      `Un service du rectorat attend de vous une réponse${onLine(' dans votre espace')} ${of.until}, pour votre inscription ${of.number}.`,
    ]),
  ),
  decided: defineMail(UNSAID, (of: Told) =>
    letter(of, `Inscription ${of.number}\u00a0: un document vous attend`, [
      `Un document vous attend${onLine(' dans «\u00a0Mes documents\u00a0»')}, pour votre inscription ${of.number}. Lisez-le\u00a0: il dit aussi dans quel délai le contester.`,
    ]),
  ),
  decidedAgain: defineMail(UNSAID, (of: Told) =>
    letter(of, `Inscription ${of.number}\u00a0: un nouveau document remplace le précédent`, [
      `Un document que vous aviez reçu pour votre inscription ${of.number} est remplacé par un nouveau${onLine(', dans «\u00a0Mes documents\u00a0»')}. Lisez-le\u00a0: il dit aussi dans quel délai le contester.`,
    ]),
  ),
};

export type NewsMail = keyof typeof accommodationMails;

/** Where the hub says what is to be done. */
const LINE = '#a-faire';

/**
 * A mailbox has other readers: no mail of this room says what it is about, its template and its link neither. The link leads to the
 * enrolment, which leads on. A letter is sealed, for who reads no page of ours: it says what it is about.
 */
export async function tellNews(
  deps: Pick<AccommodationActDeps, 'outbox' | 'publicUrl'>,
  tx: Tx,
  about: About,
  eventId: string,
  news: NewsMail,
  {
    until = '',
    words = '',
    author,
  }: { readonly until?: string; readonly words?: string; readonly author?: DecisionAuthor } = {},
): Promise<void> {
  const { civility, name, number, link } = valuesOf(
    deps,
    about,
    `${enrolmentAddresses.hub(about.enrolment.id)}${LINE}`,
  );
  const letter = accommodationMails[news].write({ civility, name, number, link, until });
  const behind = texts.posted[news]({ until, words });
  const by = author === undefined ? {} : { author };
  await post(deps, tx, about, { eventId, behind, ...by }, letter);
}
