import type { AcademySession } from '../catalogue/index.ts';
import { defineEvents, event, type PayloadsOf } from '../platform/defineEvents.ts';
import type { JournalSubject } from '../platform/journal.ts';
import { instantInWords, plural } from '../ui/index.ts';

declare module '../platform/defineEvents.ts' {
  interface Events extends PayloadsOf<typeof PUBLICATION_EVENTS> {}
}

/** A chain a session; no entry of it holds what somebody obtained. */
export const PUBLICATION_EVENTS = {
  ...defineEvents('marks', 'preparing', {
    'results.prepared': event<
      OfPublication & {
        readonly specialities: readonly string[];
        readonly results: number;
        readonly unchanged: number;
        readonly withoutVerdict: number;
        readonly changed: number;
        readonly sha256: string;
      }
    >(
      ({ number }) =>
        `Publication n°\u00a0${number('number')} préparée\u00a0: ${plural(number('results') ?? 0, 'résultat', 'résultats')}`,
    ),
    'results.proposed': event<OfPublication & { readonly announcedAt: string }>(
      ({ number, text }) =>
        `Publication n°\u00a0${number('number')} proposée pour le ${instantInWords(Temporal.Instant.from(text('announcedAt')))}`,
    ),
    'results.approved': event<OfPublication & { readonly announcedAt: string; readonly sha256: string }>(
      ({ number, text }) =>
        `Publication n°\u00a0${number('number')} approuvée pour le ${instantInWords(Temporal.Instant.from(text('announcedAt')))}`,
    ),
    'results.cancelled': event<OfPublication>(({ number }) => `Publication n°\u00a0${number('number')} abandonnée`),
    'results.suspended': event<OfPublication & { readonly words: string }>(
      ({ number, text }) => `Publication n°\u00a0${number('number')} suspendue\u00a0: ${text('words')}`,
    ),
    'results.resumed': event<OfPublication>(({ number }) => `Publication n°\u00a0${number('number')} reprise`),
  }),
  ...defineEvents('marks', 'candidate', {
    /** What a candidate asks once it is published, and the office's answer: neither's words. */
    'resultCase.opened': event<OfCase>({
      office: 'Demande du candidat sur son résultat',
      candidate: 'Demande envoyée sur votre résultat.',
    }),
    'resultCase.answered': event<OfCase>({
      office: 'Réponse donnée à une demande sur le résultat',
      candidate: 'Le rectorat a répondu à votre demande sur votre résultat.',
    }),
    /** In the chain of an enrolment, after the second: its candidate has the papers and a mail. Not what it is. */
    'results.published': event<{
      readonly enrolmentId: string;
      readonly publicationId: string;
      readonly number: number;
    }>({
      office: ({ number }) => `Résultat donné au candidat (publication n°\u00a0${number('number')})`,
      candidate: 'Votre résultat est disponible, avec votre relevé de notes.',
    }),
  }),
  ...defineEvents('marks', 'candidate', {
    /** Scans of scripts, to who asked to see theirs: sent, taken back, opened by their candidate, destroyed at the end of their time. */
    'script.sent': event<OfScript>({
      office: ({ text }) => `Copie envoyée au candidat, ${text('unit')}`,
      candidate: ({ text }) => `Votre copie ${text('unit')} est à lire.`,
    }),
    'script.withdrawn': event<OfScript>({
      office: ({ text }) => `Copie retirée, ${text('unit')}`,
      candidate: ({ text }) => `Une copie ${text('unit')} envoyée par erreur a été retirée.`,
    }),
    'script.read': event<OfScript>({
      office: ({ text }) => `Copie ouverte par le candidat, ${text('unit')}`,
      candidate: ({ text }) => `Vous avez ouvert votre copie ${text('unit')}.`,
    }),
    'script.erased': event<OfScript>({
      office: ({ text }) => `Copie détruite à la fin de son délai, ${text('unit')}`,
      candidate: ({ text }) => `Le droit de voir votre copie ${text('unit')} a pris fin.`,
    }),
  }),
  ...defineEvents('closing', 'candidate', {
    /** An appeal against a decision, and its answer: neither's words. In the chain of health where the decision is. */
    'appeal.opened': event<OfAppeal>({
      office: 'Recours du candidat contre une décision',
      candidate: 'Votre recours est reçu.',
    }),
    'appeal.answered': event<OfAppeal>({
      office: 'Réponse donnée à un recours',
      candidate: 'Le rectorat a répondu à votre recours.',
    }),
  }),
};

declare module '../platform/jobs.ts' {
  interface JobKinds {
    /** Gives papers and mails of a publication to some candidates, and orders the next. */
    'results.tell': { readonly publicationId: string };
    'caseLetter.scan': { readonly caseId: string };
    'script.scan': { readonly scriptId: string };
  }
}

type OfAppeal = { readonly enrolmentId: string; readonly caseId: string; readonly decisionId: string };
type OfScript = { readonly enrolmentId: string; readonly scriptId: string; readonly unit: string };
type OfCase = { readonly enrolmentId: string; readonly caseId: string; readonly kind: string };

type OfPublication = { readonly publicationId: string; readonly number: number };

export function resultsSubject({ academy, session }: AcademySession): JournalSubject {
  return { stream: `results:${academy}:${session}`, academy, session };
}
