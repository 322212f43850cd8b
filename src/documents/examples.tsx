import type { JSX } from 'preact';
import type { PaperKind, PaperLine } from '../papers/index.ts';
import type { PageExample } from '../ui/examples/index.ts';
import { type Chrome, renderPage } from '../ui/index.ts';
import { DocumentsPage } from './pages/documentsPage.tsx';

const AT = Temporal.Instant.from('2023-12-24T10:00:00+01:00');

/** A reminder, then the notification of an annulment. `held`: kinds of papers whose effect an accepted appeal took away. */
export function documentsIn(
  chrome: Chrome,
  status: 'registered' | 'cancelled' | 'withdrawn',
  held: readonly string[] = [],
): JSX.Element {
  return (
    <DocumentsPage
      chrome={chrome}
      enrolment={{ id: 'e', number: 'BP24-00127-K', status, endedAt: AT } as never}
      papers={[paper('cancellation', "Notification d'annulation"), paper('reminder', 'Relance')]}
      suspended={false}
      given={[]}
      notified={new Map()}
      held={new Set(held)}
      confirmation={{
        state: status === 'registered' ? 'signed' : 'ended',
        closesAt: AT,
        progress: '',
        setting: 'paper',
      }}
    />
  );
}

function paper(kind: PaperKind, title: string): PaperLine {
  const bare = { id: kind, enrolmentId: 'e', kind, title, edition: 1, version: 1, issuedAt: AT, openedAt: null };
  return bare as unknown as PaperLine;
}

/** *Mes documents* after a decision that ended, or nearly ended, an enrolment. */
export const documentExamples: readonly PageExample[] = [
  {
    code: 'documents-annulation',
    name: 'DocumentsPage',
    state: 'inscription annulée',
    use: "La notification dit comment contester\u00a0; le reste n'attend plus rien.",
    html: ({ chrome }) => renderPage(documentsIn(chrome, 'cancelled')),
  },
  {
    code: 'documents-recours-accepte',
    name: 'DocumentsPage',
    state: 'un recours est accepté',
    use: "L'annulation ne compte plus\u00a0: sa notification le dit.",
    html: ({ chrome }) => renderPage(documentsIn(chrome, 'cancelled', ['cancellation'])),
  },
];
