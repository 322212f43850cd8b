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
} as const;
