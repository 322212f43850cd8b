import { expect, it } from 'vitest';
import { PLAIN_CHROME } from '../../testing/plainChrome.ts';
import { renderPage } from '../../ui/index.ts';
import { documentsIn } from '../examples.tsx';

const show = (status: 'registered' | 'cancelled' | 'withdrawn', held: readonly string[] = []): string =>
  renderPage(documentsIn(PLAIN_CHROME, status, held));

it('a notification of annulment says that it can be contested, while the others ask for nothing any more', () => {
  expect(show('cancelled')).toMatch(/Notification d(?:'|&#39;)annulation.*comment contester cette décision/s);
  expect(show('cancelled').match(/plus rien de vous/g)).toHaveLength(1);
  expect(show('withdrawn').match(/plus rien de vous/g)).toHaveLength(2);
  // Taken back, or an appeal against it accepted, it has no effect.
  expect(show('registered')).toMatch(/Notification d(?:'|&#39;)annulation.*elle est sans effet/s);
  expect(show('cancelled', ['cancellation'])).toMatch(/Votre recours est accepté.*cette décision ne compte plus/s);
  expect(show('cancelled', ['cancellation'])).not.toContain('comment contester');
});
