import { dayInWords, shortInstant } from '../ui/index.ts';

/** What a candidate reads of the documents of the office. */
export const documentTexts = {
  kind: 'Document du bureau',
  given: (at: Temporal.Instant): string => `Document du bureau, mis à disposition le ${shortInstant(at)}`,
  todo: (todo: string, dueOn: Temporal.PlainDate | null): string =>
    dueOn === null ? todo : `${todo} Au plus tard le ${dayInWords(dueOn)}.`,
  todoTitle: 'Ce que vous devez faire',
  withdrawn: 'Retiré',
  withdrawnOn: (at: Temporal.Instant, reason: string): string =>
    `Retiré le ${shortInstant(at)}\u00a0: n'en tenez pas compte. Motif\u00a0: ${reason}`,
  gone: 'Ce document est retiré',
  infected: "L'antivirus a trouvé ce fichier infecté\u00a0: il ne s'ouvre plus. Écrivez à votre gestionnaire.",
  about: (title: string, at: Temporal.Instant): string => `${title}, ${shortInstant(at)}`,
  /** To who reads no page of ours. */
  enclosed: (title: string): string => `Ce document est joint à cette lettre\u00a0: ${title}.`,
  mail: (of: {
    readonly civility: string;
    readonly name: string;
    readonly number: string;
    readonly title: string;
    readonly reason: string;
    readonly link: string;
    readonly contact: string;
  }): { readonly subject: string; readonly body: string } => ({
    subject: `Inscription ${of.number}\u00a0: un document est retiré`,
    body: [
      `Bonjour ${of.civility} ${of.name},`,
      `Un document que le rectorat avait mis à votre disposition est retiré\u00a0: ${of.title}. N'en tenez pas compte, même si vous l'avez déjà ouvert ou enregistré.`,
      `Motif\u00a0: ${of.reason}`,
      of.link,
      `Une question\u00a0? Écrivez ou téléphonez\u00a0: ${of.contact}.`,
    ].join('\n\n'),
  }),
} as const;
