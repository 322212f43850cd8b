import { type LastDay, lastDayToAppeal, lawTexts, lengthsInWords, type Where } from '../law/index.ts';
import { parisDay } from '../platform/time.ts';
import { dayInWords } from '../ui/index.ts';
import type { LetterOutcome } from './notice.ts';
import type { Notification } from './rules/notification.ts';

const lines = (paragraphs: readonly string[]): string => paragraphs.join('\n\n');
type Day = Temporal.PlainDate;
const CODE = "code des relations entre le public et l'administration";

const notifiedHow: Readonly<Record<Extract<Notification, { state: 'notified' }>['how'], string>> = {
  'first-reading': 'le jour où elle a été ouverte pour la première fois',
  unread: `le jour de son dépôt, parce qu'elle n'a pas été ouverte dans les ${lengthsInWords.unread}`,
  received: 'le jour où la lettre recommandée a été remise',
  unclaimed: "le jour où la lettre recommandée a été présentée, parce que personne ne l'a retirée",
};
const toPost = {
  'no-agreement': 'Elle part par lettre recommandée.',
  'mail-refused': "Le mail qui en avertit n'a pas pu être remis\u00a0: elle part par lettre recommandée.",
  returned: 'La lettre recommandée est revenue sans être remise\u00a0: elle est à envoyer de nouveau.',
} as const;

/** The words of notifications. No-break spaces are written `\u00a0`. */
export const noticeTexts = {
  /** On the paper. */
  counts: `Elle compte à partir du jour où elle vous est notifiée (${CODE}, article L221-8). Les délais ci-dessous courent à partir de ce jour.`,
  byPost: "Le rectorat vous l'adresse par lettre recommandée.",
  onLine: (day: Day, last: Day): string =>
    `Vous avez accepté les notifications en ligne (article L112-15). Ce document est déposé le ${dayInWords(day)} dans «\u00a0Mes documents\u00a0», et un mail vous en avertit. Il est notifié le jour où vous l'ouvrez. S'il n'est pas ouvert jusqu'au ${dayInWords(last)} inclus, il est réputé notifié le jour de son dépôt (articles R112-17 à R112-20).`,

  /** The mail that says it is there (R112-19). */
  deposit: (of: {
    readonly civility: string;
    readonly name: string;
    readonly number: string;
    readonly title: string;
    readonly sender: string;
    readonly day: Day;
    readonly last: Day;
    readonly agreedOn: Day;
    readonly link: string;
    readonly account: string;
    readonly contact: string;
  }): { readonly subject: string; readonly body: string } => ({
    subject: `Inscription ${of.number}\u00a0: une décision est déposée dans vos documents, ouvrez-la`,
    body: lines([
      `Bonjour ${of.civility} ${of.name},`,
      `Une décision vous est notifiée en ligne, pour votre inscription ${of.number}.`,
      `Document\u00a0: ${of.title}\nService\u00a0: ${of.sender}\nDéposé le\u00a0: ${dayInWords(of.day)}`,
      "Pour l'ouvrir, connectez-vous avec votre adresse mail et votre mot de passe, dans «\u00a0Mes documents\u00a0»\u00a0:",
      of.link,
      noticeTexts.consequences(of.day, of.last),
      `Vous recevez cet avis de dépôt parce que vous avez accepté, le ${dayInWords(of.agreedOn)}, les notifications en ligne. Vous pouvez retirer cet accord pour les décisions suivantes, dans «\u00a0Mon compte\u00a0»\u00a0:`,
      of.account,
      `Une question\u00a0? Écrivez ou téléphonez\u00a0: ${of.contact}.`,
    ]),
  }),
  consequences: (day: Day, last: Day): string =>
    `La décision est notifiée le jour où vous l'ouvrez. Vous avez ${lengthsInWords.unread} pour l'ouvrir, jusqu'au ${dayInWords(last)} inclus. Sinon, elle est réputée notifiée le jour de son dépôt, le ${dayInWords(day)} (${CODE}, articles L112-15 et R112-20). Le délai de ${lengthsInWords.court} pour la contester court à partir du jour où elle est notifiée, même si vous ne l'avez pas lue.`,

  /** Where it stands: for its candidate, and for the office. */
  standing: (found: Notification): string => {
    switch (found.state) {
      case 'notified':
        return `Notifiée le ${dayInWords(found.on)}\u00a0: ${notifiedHow[found.how]}.`;
      case 'deposited':
        return `Déposée en ligne, pas encore ouverte\u00a0: elle est notifiée le jour où elle est ouverte. Si elle ne l'est pas jusqu'au ${dayInWords(found.until)} inclus, elle est réputée notifiée le jour de son dépôt.`;
      case 'posted':
        return `Partie par lettre recommandée le ${dayInWords(found.letter.postedOn)}, numéro de suivi ${found.letter.tracking}.`;
      case 'to-post':
        return toPost[found.why];
    }
  },
  delay: (until: LastDay, isPast: boolean): string =>
    `${isPast ? 'Le délai pour la contester allait' : 'Elle peut être contestée'} ${lawTexts.inclusive(until)}.`,
  noDelay: 'Le délai pour la contester ne court pas encore.',
  /** Of a letter that left: nobody has noted yet what became of it, and its days may run already. */
  delayOfLetter:
    "Le délai pour la contester court du jour où la lettre est remise ou, si elle n'est pas retirée, présentée.",
  outcomes: {
    received: 'Remise',
    unclaimed: 'Revenue\u00a0: pli avisé et non réclamé',
    unknown: "Revenue\u00a0: destinataire inconnu à l'adresse",
  } satisfies Readonly<Record<LetterOutcome, string>>,
  /** An appeal against it was accepted, and nobody has undone it yet. */
  held: 'Votre recours est accepté\u00a0: cette décision ne compte plus. Le rectorat doit encore revenir dessus par écrit.',
  opens: "L'ouvrir la notifie\u00a0: le délai pour la contester court alors.",
} as const;

/** « Notifiée le 5 janvier 2024 : … Elle peut être contestée jusqu'au mercredi 6 mars 2024 inclus. » */
export function notificationInWords(found: Notification, where: Where, now: Temporal.Instant): string {
  const delay =
    found.state === 'notified'
      ? delayInWords(found.on, where, now)
      : noticeTexts[found.state === 'posted' ? 'delayOfLetter' : 'noDelay'];
  return `${noticeTexts.standing(found)} ${delay}`;
}

function delayInWords(on: Day, where: Where, now: Temporal.Instant): string {
  const until = lastDayToAppeal(on, where);
  return noticeTexts.delay(until, Temporal.PlainDate.compare(parisDay(now), until.last) > 0);
}
