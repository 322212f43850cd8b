import { defineEvents, event, type PayloadsOf } from '../platform/defineEvents.ts';
import { plural } from '../ui/index.ts';

declare module '../platform/jobs.ts' {
  interface JobKinds {
    /** Tells some of those whom a published plan concerns, and orders the next to be told. */
    'summons.tell': { readonly planId: string };
  }
}

declare module '../platform/defineEvents.ts' {
  interface Events extends PayloadsOf<typeof SUMMONS_EVENTS> {}
}

export const SUMMONS_EVENTS = {
  ...defineEvents('exam', 'candidate', {
    /** A candidate has a summons; what it says isn't in the journal, which can't be erased. */
    'summons.issued': event<SummonsEvent>({ office: 'Convocation envoyée', candidate: 'Convocation envoyée.' }),
    'summons.changed': event<SummonsEvent>({
      office: 'Convocation modifiée, envoyée de nouveau',
      candidate: 'Convocation modifiée, envoyée de nouveau.',
    }),
    'summons.void': event<SummonsEvent>({ office: 'Convocation annulée', candidate: 'Convocation annulée.' }),
    'summons.callMoved': event<Omit<SummonsEvent, 'rank'> & { readonly tests: number }>({
      office: 'Heure de passage changée le jour même, dite par mail',
      candidate: 'Heure de passage changée, dite par mail.',
    }),
  }),
  ...defineEvents('exam', 'own', {
    /** Its mail left once more, by hand. */
    'summons.sentAgain': event<SummonsEvent>('Mail de la convocation renvoyé'),
  }),
  ...defineEvents('exam', 'work', {
    /** What summonses say was written otherwise since they left: a head has these candidates told. */
    'summons.anew': event<{ readonly planId: string; readonly candidates: number }>(
      ({ number }) =>
        `Convocations à refaire, envoyées de nouveau\u00a0: ${plural(number('candidates') ?? 0, 'candidat', 'candidats')}`,
    ),
  }),
};

type SummonsEvent = { readonly enrolmentId: string; readonly number: string; readonly rank: number };
