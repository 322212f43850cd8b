import type { EnrolmentEvent } from '../enrolment/index.ts';
import { defineEvents, event, type PayloadsOf } from '../platform/defineEvents.ts';
import type { JournalSubject } from '../platform/journal.ts';
import type { MessageAuthor } from './message.ts';

declare module '../platform/defineEvents.ts' {
  interface Events extends PayloadsOf<typeof MESSAGE_EVENTS> {}
}

export const MESSAGE_EVENTS = {
  ...defineEvents('papers', 'candidate', {
    /** The words aren't in the journal, which can't be erased. `code`: of the piece that it is about; '' for none. */
    'message.sent': event<
      EnrolmentEvent & {
        readonly messageId: string;
        readonly author: MessageAuthor;
        readonly code: string;
        readonly lot: string;
      }
    >({
      office: ({ text, label }) =>
        `${text('author') === 'office' ? `Message écrit au candidat${text('lot') === '' ? '' : ', parmi une liste'}` : 'Message du candidat'}${text('code') === '' ? '' : ` (${label('code')})`}`,
      candidate: ({ text }) =>
        text('author') === 'office' ? 'Le service vous a écrit.' : 'Vous avez écrit au service.',
    }),
  }),
  ...defineEvents('papers', 'own', {
    /** `author`: of what was read. */
    'message.read': event<EnrolmentEvent & { readonly author: MessageAuthor; readonly messages: readonly string[] }>(
      ({ text }) => (text('author') === 'office' ? 'Message du bureau lu par le candidat' : 'Messages du candidat lus'),
    ),
  }),
  ...defineEvents('papers', 'work', {
    /** What the candidate wrote up to that place needs no answer. */
    'message.settled': event<EnrolmentEvent & { readonly upTo: number }>(
      'Messages du candidat classés sans réponse à faire',
    ),
    'messageTemplate.saved': event<{ readonly templateId: string; readonly version: number }>(
      'Modèle de réponse enregistré',
    ),
    'messageTemplate.retired': event<{ readonly templateId: string; readonly version: number }>(
      'Modèle de réponse retiré',
    ),
    'messageLot.ordered': event<{ readonly lotId: string; readonly recipients: number }>(
      ({ number }) => `Message écrit à une liste de candidats\u00a0: ${number('recipients') ?? ''}`,
    ),
  }),
};

declare module '../platform/jobs.ts' {
  interface JobKinds {
    /** Writes to those of a list to whom it isn't written yet. */
    'message.lot': { readonly lotId: string };
  }
}

/** What an office does with its ready answers and lists stands in a chain of its own. */
export function streamOf(academy: string): JournalSubject {
  return { stream: `messages:${academy}`, academy, session: null };
}
