import { expect, it } from 'vitest';
import type { PaperKind, PaperLine } from '../../papers/index.ts';
import { PLAIN_CHROME } from '../../testing/plainChrome.ts';
import { renderPage } from '../../ui/index.ts';
import { DocumentsPage } from './documentsPage.tsx';

const AT = Temporal.Instant.from('2023-12-24T10:00:00+01:00');
const paper = (kind: PaperKind, title: string) =>
  ({
    id: kind,
    enrolmentId: 'e',
    kind,
    title,
    edition: 1,
    version: 1,
    issuedAt: AT,
    openedAt: null,
  }) as unknown as PaperLine;
const show = (status: string, held: readonly string[] = []): string =>
  renderPage(
    <DocumentsPage
      chrome={PLAIN_CHROME}
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
    />,
  );

it('a notification of annulment says that it can be contested, while the others ask for nothing any more', () => {
  expect(show('cancelled')).toMatch(/Notification d(?:'|&#39;)annulation.*comment contester cette décision/s);
  expect(show('cancelled').match(/plus rien de vous/g)).toHaveLength(1);
  expect(show('withdrawn').match(/plus rien de vous/g)).toHaveLength(2);
  // Taken back, or an appeal against it accepted, it has no effect.
  expect(show('registered')).toMatch(/Notification d(?:'|&#39;)annulation.*elle est sans effet/s);
  expect(show('cancelled', ['cancellation'])).toMatch(/Votre recours est accepté.*cette décision ne compte plus/s);
  expect(show('cancelled', ['cancellation'])).not.toContain('comment contester');
});
