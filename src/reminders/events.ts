import type { EnrolmentEvent } from '../enrolment/index.ts';
import { defineEvents, event, type PayloadsOf } from '../platform/defineEvents.ts';

declare module '../platform/defineEvents.ts' {
  interface Events extends PayloadsOf<typeof REMINDER_EVENTS> {}
}

export const REMINDER_EVENTS = {
  ...defineEvents('closing', 'candidate', {
    /** `until`, `steps`: which deadlines it reminds of, and how long before. */
    'reminder.sent': event<EnrolmentEvent & { readonly until: readonly string[]; readonly steps: readonly string[] }>({
      office: 'Relance envoyée',
      candidate: 'Relance envoyée\u00a0: il manquait quelque chose.',
    }),
  }),
  ...defineEvents('closing', 'work', {
    /** The reason isn't in the journal, which can't be erased. */
    'reminder.excluded': event<EnrolmentEvent>('Dossier retiré des relances'),
    'reminder.resumed': event<EnrolmentEvent>('Dossier remis dans les relances'),
    /** What a head wrote to whoever has something due at a closing. The words aren't in the journal; `people`: at most. */
    'reminderCall.ordered': event<{ readonly callId: string; readonly until: string; readonly people: number }>(
      ({ number }) => `Message aux inscriptions inachevées après un incident\u00a0: ${number('people') ?? ''} au plus`,
    ),
  }),
  ...defineEvents('enrolments', 'candidate', {
    'draft.reminded': event<{ readonly enrolmentId: string; readonly until: string; readonly step: string }>({
      office: "Relance\u00a0: l'inscription n'est pas enregistrée",
      candidate: "Relance envoyée\u00a0: votre inscription n'est pas encore enregistrée.",
    }),
  }),
};

declare module '../platform/jobs.ts' {
  interface JobKinds {
    /** An enrolment that was begun and never registered. */
    'reminder.tellDraft': { readonly reminderId: string };
    /** Tells some people what they lack, if they still do. */
    'reminder.tell': { readonly reminderIds: readonly string[] };
    /** Has those told now whom a head wrote to. */
    'reminder.call': { readonly callId: string };
  }
}
