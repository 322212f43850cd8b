import type { EnrolmentEvent } from '../enrolment/index.ts';
import { defineEvents, event, type PayloadsOf } from '../platform/defineEvents.ts';
import { listing } from '../ui/index.ts';

declare module '../platform/defineEvents.ts' {
  interface Events extends PayloadsOf<typeof CLOSING_EVENTS> {}
}

export const CLOSING_EVENTS = {
  ...defineEvents('closing', 'candidate', {
    /** An invitation to give these pieces until that instant. */
    'regularisation.invited': event<EnrolmentEvent & { readonly pieces: readonly string[]; readonly until: string }>({
      office: 'Candidat invité à régulariser',
      candidate: 'Le rectorat vous a invité à régulariser votre dossier.',
    }),
    /** Time of one's own was granted for these pieces until that instant; the reason isn't in the journal. */
    'time.granted': event<EnrolmentEvent & { readonly pieces: readonly string[]; readonly until: string }>({
      office: ({ list }) => `Délai de plus donné pour\u00a0: ${listing(list('pieces'))}`,
      candidate: 'Le rectorat vous a donné un délai de plus.',
    }),
    /** Of before an invitation was a hearing (`hearing.answered`). */
    'observation.written': event<EnrolmentEvent>({
      office: 'Observations du candidat',
      candidate: 'Vous avez présenté des observations.',
    }),
  }),
  ...defineEvents('closing', 'preparing', {
    /** What officers decide of a cancellation; their words aren't in the journal. */
    'cancellation.proposed': event<EnrolmentEvent>('Annulation proposée'),
    'cancellation.dropped': event<EnrolmentEvent>("Proposition d'annulation abandonnée"),
    'cancellation.approved': event<EnrolmentEvent & { readonly takesEffectAt: string }>(
      'Annulation approuvée, pas encore faite',
    ),
    'cancellation.undone': event<EnrolmentEvent>('Annulation retirée avant de prendre effet'),
    'cancellation.void': event<EnrolmentEvent>(
      "Annulation sans effet\u00a0: plus rien ne manquait, un délai courait de nouveau, ou l'inscription avait déjà pris fin",
    ),
  }),
};
