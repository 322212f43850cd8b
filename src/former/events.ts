import { defineEvents, event, type PayloadsOf } from '../platform/defineEvents.ts';
import type { JournalSubject } from '../platform/journal.ts';
import { plural } from '../ui/index.ts';

declare module '../platform/defineEvents.ts' {
  interface Events extends PayloadsOf<typeof FORMER_EVENTS> {}
}

/** A chain an academy for the files; of whose results they are, the chain of the enrolment tells. No entry holds a mark. */
export const FORMER_EVENTS = {
  ...defineEvents('marks', 'work', {
    'former.imported': event<
      OfImport & {
        readonly lines: number;
        readonly persons: number;
        readonly added: number;
        readonly changed: number;
        readonly expired: number;
        readonly sha256: string;
      }
    >(
      ({ number }) =>
        `Résultats antérieurs enregistrés\u00a0: ${plural(number('lines') ?? 0, 'ligne', 'lignes')}, ${plural(number('persons') ?? 0, 'candidat', 'candidats')}`,
    ),
    'former.takenBack': event<OfImport & { readonly words: string }>(
      ({ text }) => `Fichier de résultats antérieurs retiré (${text('words')})`,
    ),
    /** The years of these lines are over. */
    'former.erased': event<{ readonly lines: number }>(
      ({ number }) =>
        `Résultats antérieurs effacés, trop anciens\u00a0: ${plural(number('lines') ?? 0, 'ligne', 'lignes')}`,
    ),
  }),
  ...defineEvents('marks', 'candidate', {
    /** In the chain of an enrolment. */
    'former.asked': event<OfEnrolment & { readonly withNumber: boolean }>({
      office: ({ isTrue }) =>
        `Le candidat demande la reprise de ses notes d'avant${isTrue('withNumber') ? ', avec un numéro' : ''}`,
      candidate: 'Reprise de vos anciennes notes demandée.',
    }),
    'former.confirmed': event<OfEnrolment & { readonly proof: string; readonly marks: number }>({
      office: ({ number }) =>
        `Résultats antérieurs reconnus comme les siens\u00a0: ${plural(number('marks') ?? 0, 'note reprise', 'notes reprises')}`,
      candidate: "Le rectorat a reconnu vos anciennes notes\u00a0: elles remplissent l'étape Acquis.",
    }),
    'former.refused': event<OfEnrolment>({
      office: "Réponse\u00a0: aucune note d'avant ne peut être reprise",
      candidate: 'Le rectorat a répondu à votre demande sur vos anciennes notes.',
    }),
    'former.undone': event<OfEnrolment>({
      office: "Résultats antérieurs retirés\u00a0: ce n'étaient pas les siens",
      candidate: 'Le rectorat a retiré des notes reprises sur votre compte.',
    }),
    /** A later file says something else of what was given back. */
    'former.changed': event<OfEnrolment & { readonly importId: string }>({
      office: "Un fichier a changé des notes d'avant qui sont les siennes",
      candidate: 'Le rectorat a corrigé des notes reprises sur votre compte.',
    }),
  }),
  ...defineEvents('readings', 'reading', {
    'former.read': event<{ readonly enrolmentId: string }>('Résultats antérieurs consultés'),
  }),
};

type OfImport = { readonly importId: string; readonly rank: number };
type OfEnrolment = { readonly enrolmentId: string };

export function formerSubject(academy: string): JournalSubject {
  return { stream: `former:${academy}`, academy, session: null };
}
