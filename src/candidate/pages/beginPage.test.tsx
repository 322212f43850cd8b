import { expect, it } from 'vitest';
import { shippedCatalogue } from '../../testing/enrolments.ts';
import { PLAIN_CHROME } from '../../testing/plainChrome.ts';
import { renderPage } from '../../ui/index.ts';
import { BeginPage } from './beginPage.tsx';

it('Two sessions that bear one name are told apart', async () => {
  const offered = (await shippedCatalogue())
    .sessions()
    .map((session) => ({ session, diploma: 'Brevet professionnel', mine: null, state: 'open' as const }));
  const now = Temporal.Instant.from('2023-11-15T10:00:00+01:00');
  const html = renderPage(<BeginPage chrome={PLAIN_CHROME} offered={offered} now={now} csrf="" />);
  const titles = [...html.matchAll(/<h2[^>]*>([^<]*session[^<]*)<\/h2>/g)].map(([, title]) => title);
  expect(titles).toHaveLength(offered.length);
  expect(new Set(titles).size).toBe(offered.length);
});
