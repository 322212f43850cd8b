import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { openStandIn } from './standIn.ts';

let looks = 0;
const folder = mkdtempSync(path.join(tmpdir(), 'stand-in-'));
writeFileSync(path.join(folder, 'theme.css'), 'body {}');
const standIn = await openStandIn({
  host: '127.0.0.1',
  port: 0,
  staticFolder: folder,
  page: () => `<p>${++looks}</p>`,
});
afterAll(() => standIn.close());

it('whatever is asked is answered by the one page, drawn anew, as unavailable, and looked at again without a script', async () => {
  for (const [address, method, drawn] of [
    ['/', 'GET', '<p>1</p>'],
    ['/gestion/corbeille?page=2', 'GET', '<p>2</p>'],
    ['/connexion', 'POST', '<p>3</p>'],
  ] as const) {
    const answer = await fetch(new URL(address, standIn.address), { method });
    expect([
      answer.status,
      answer.headers.get('refresh'),
      answer.headers.get('cache-control'),
      await answer.text(),
    ]).toEqual([503, '2', 'no-store', drawn]);
  }
});

it('what the page is drawn with is there', async () => {
  const answer = await fetch(new URL('/static/theme.css', standIn.address));
  expect([answer.status, await answer.text()]).toEqual([200, 'body {}']);
});

it('a port that is taken is said as the site says it', async () => {
  const port = Number(new URL(standIn.address).port);
  const again = openStandIn({ host: '127.0.0.1', port, staticFolder: null, page: () => '' });
  await expect(again).rejects.toMatchObject({ code: 'EADDRINUSE' });
});
