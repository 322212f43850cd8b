import { connect } from 'node:net';
import { afterAll, expect, it, vi } from 'vitest';
import { createLog } from '../log.ts';
import { createServer } from './server.ts';
import { everyone, page, type Reply, route } from './visit.ts';

/** Whoever goes away in the middle of what they send is no fault of ours, and nobody is woken for it. */

const said: { readonly level: string; readonly msg: string }[] = [];
const begun = Promise.withResolvers<void>();
const log = createLog('info', { write: (line) => void said.push(JSON.parse(line)) });
const standing = (): Reply => page('standing');
const server = await createServer({
  secret: 'a secret of thirty-two characters',
  publicUrl: new URL('http://localhost:3000'),
  staticFolder: null,
  log,
  uploadLimit: 1_000_000,
  pages: {
    notFound: standing,
    signIn: standing,
    forged: standing,
    tooLarge: standing,
    tooLong: standing,
    unreadable: standing,
    failure: standing,
    unavailable: standing,
    waiting: standing,
  },
  routes: [
    route({ method: 'GET', path: '/token', who: everyone, handle: async (visit) => page(visit.csrf()) }),
    route({
      method: 'POST',
      path: '/upload',
      who: everyone,
      upload: true,
      handle: async (visit) => {
        const { file } = await visit.upload();
        for await (const _ of file?.content ?? []) begun.resolve();
        return page('read');
      },
    }),
  ],
});
const url = new URL(await server.listen({ port: 0, host: '127.0.0.1' }));
afterAll(() => server.close());

it('is told as what it is, below what is looked at', async () => {
  const answer = await fetch(new URL('/token', url));
  const [cookie = ''] = (answer.headers.get('set-cookie') ?? '').split(';');
  const socket = connect(Number(url.port), url.hostname);
  const part = (name: string, more = '') => `--b\r\ncontent-disposition: form-data; name="${name}"${more}\r\n\r\n`;
  const head = {
    host: 'localhost:3000',
    origin: 'http://localhost:3000',
    cookie,
    'content-type': 'multipart/form-data; boundary=b',
    'content-length': '900000',
  };
  const lines = Object.entries(head).map(([name, value]) => `${name}: ${value}`);
  const form = `${part('jeton')}${await answer.text()}\r\n${part('piece', '; filename="bail.pdf"')}%PDF`;
  socket.write(`POST /upload HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${form}${'x'.repeat(100_000)}`);
  await begun.promise;
  socket.resetAndDestroy();
  await vi.waitFor(() => expect(said.map(({ msg }) => msg)).toContain('whoever asked went away'));
  expect(said.filter(({ level }) => level !== 'info')).toEqual([]);
});
