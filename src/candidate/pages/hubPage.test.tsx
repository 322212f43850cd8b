import { expect, it } from 'vitest';
import type { Enrolment } from '../../enrolment/index.ts';
import { shippedCatalogue } from '../../testing/enrolments.ts';
import { PLAIN_CHROME } from '../../testing/plainChrome.ts';
import { renderPage } from '../../ui/index.ts';
import type { Hub } from '../hub.ts';
import { HubPage } from './hubPage.tsx';

it('« Vous n’avez rien à faire » is said of the check only when nothing is left to do', async () => {
  const catalogue = await shippedCatalogue();
  const session = catalogue.session('bp-2024-clermont');
  if (session === undefined) throw new Error('no session');
  const enrolment = {
    id: 'x',
    status: 'registered',
    number: 'BP24-00001-U',
    version: 1,
    validatedAt: null,
    working: null,
  };
  const show = (next: Hub['next'], late: readonly string[]): string =>
    renderPage(
      <HubPage
        chrome={PLAIN_CHROME}
        enrolment={enrolment as unknown as Enrolment}
        session={session}
        catalogue={catalogue}
        review={{ qualification: null } as never}
        hub={{
          acts: [{ name: 'checked', state: 'waiting' }],
          next,
          given: 0,
          asked: 1,
          excused: [],
          late,
          deadline: null,
        }}
        unread={0}
        accommodation={null}
        history={[]}
        now={Temporal.Instant.from('2023-11-15T10:00:00+01:00')}
        flash={null}
      />,
    );
  const said = /rectorat, vous n(?:'|&#39;)avez rien à faire/;
  expect(show({ kind: 'nothing' }, [])).toMatch(said);
  expect(show({ kind: 'give', missing: 1 }, [])).not.toMatch(said);
  expect(show({ kind: 'nothing' }, ['DOMICIL'])).not.toMatch(said);
});
