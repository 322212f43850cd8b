import { defineEvents, event, type PayloadsOf } from '../platform/defineEvents.ts';

import type { JournalSubject } from '../platform/journal.ts';

declare module '../platform/defineEvents.ts' {
  interface Events extends PayloadsOf<typeof DOCUMENT_EVENTS> {}
}

export const DOCUMENT_EVENTS = {
  ...defineEvents('papers', 'work', {
    /** A document of the office, kept to be looked at. Its words aren't in the journal, which can't be erased. */
    'publication.drafted': event<{
      readonly publicationId: string;
      readonly recipients: number;
      readonly sha256: string;
      readonly sentSha256: string;
    }>(({ number }) => `Document du bureau préparé, dossiers visés\u00a0: ${number('recipients') ?? ''}`),
    'publication.ordered': event<{ readonly publicationId: string; readonly recipients: number }>(
      ({ number }) => `Document du bureau publié, dossiers visés\u00a0: ${number('recipients') ?? ''}`,
    ),
    'publication.withdrawn': event<{ readonly publicationId: string; readonly given: number }>(
      ({ number }) => `Document du bureau retiré, candidats qui l'avaient\u00a0: ${number('given') ?? ''}`,
    ),
  }),
  ...defineEvents('papers', 'own', {
    'publication.given': event<GivenEvent>('Document du bureau mis à disposition du candidat'),
    'publication.opened': event<GivenEvent>('Document du bureau ouvert par le candidat'),
    /** The candidate was told that it is withdrawn. */
    'publication.recalled': event<GivenEvent>("Retrait d'un document du bureau dit au candidat"),
  }),
};

declare module '../platform/jobs.ts' {
  interface JobKinds {
    'publication.scan': { readonly publicationId: string };
    /** Gives a document of the office to those who don't have it yet. */
    'publication.give': { readonly publicationId: string };
    /** Tells those who have it that it is withdrawn. */
    'publication.tellWithdrawal': { readonly publicationId: string };
  }
}

type GivenEvent = { readonly enrolmentId: string; readonly publicationId: string };

/** What an office publishes stands in a chain of its own. */
export function documentsOf(academy: string): JournalSubject {
  return { stream: `publications:${academy}`, academy, session: null };
}
