import type { EnrolmentEvent } from '../enrolment/index.ts';
import { defineEvents, event, type PayloadsOf } from '../platform/defineEvents.ts';

declare module '../platform/defineEvents.ts' {
  interface Events extends PayloadsOf<typeof HEARING_EVENTS> {}
}

export const HEARING_EVENTS = defineEvents('enrolments', 'candidate', {
  /** The office thinks of a decision, and the candidate may answer until then. No word of either is in the journal. */
  'hearing.opened': event<EnrolmentEvent & { readonly kind: 'units' | 'validation'; readonly until: string }>({
    office: ({ text }) =>
      `Candidat invité à répondre avant une décision\u00a0: ${text('kind') === 'units' ? "hors d'une unité" : 'validation annulée'}`,
    candidate: 'Le rectorat vous a invité à répondre avant une décision.',
  }),
  'hearing.answered': event<EnrolmentEvent>({
    office: 'Réponse du candidat avant une décision',
    candidate: 'Vous avez répondu au rectorat.',
  }),
  'hearing.dropped': event<EnrolmentEvent & { readonly kind: 'units' | 'validation' }>({
    office: 'Aucune décision après la réponse du candidat',
    candidate: "Le rectorat n'a pas pris de décision contre vous.",
  }),
  /** A decision leaves the candidate out of these units. */
  'unit.leftOut': event<EnrolmentEvent & { readonly units: readonly string[] }>({
    office: ({ list }) => `Laissé hors d'unités par décision\u00a0: ${list('units').join(', ')}`,
    candidate: "Une décision vous laisse hors d'unités. Elle est dans vos documents.",
  }),
  /** The paper or a waiver came: they sit them again. */
  'unit.readmitted': event<EnrolmentEvent & { readonly units: readonly string[] }>({
    office: ({ list }) => `Passe de nouveau des unités\u00a0: ${list('units').join(', ')}`,
    candidate: 'Vous passez de nouveau ces unités.',
  }),
  'validation.undone': event<EnrolmentEvent>({
    office: 'Validation annulée par décision',
    candidate: 'La validation de votre inscription est annulée par une décision.',
  }),
});
