import type { Socket } from 'node:net';
import type { StandingPages } from './faultPages.ts';
import type { Visit } from './visit.ts';

type ClientError = { readonly code?: string };

/** What Node can't read as HTTP has no route, no headers and no reply: its page is drawn for nobody in particular. */
const NOBODY: Visit = {
  method: 'GET',
  path: '/',
  address: '/',
  params: {},
  query: {},
  body: {},
  cookies: {},
  header: () => undefined,
  ip: '',
  requestId: '',
  elapsed: () => 0,
  isSparing: false,
  csrf: () => '',
  upload: () => Promise.reject(new Error('nothing was sent')),
};

/**
 * The page of a request that isn't one: an address or cookies beyond 16 kB (431), headers that never end, or a body (408), nonsense, or two hosts (400). Written on
 * the socket itself, with the same headers as any page, instead of the framework's own words.
 */
export function answerUnparsed(
  error: ClientError,
  socket: Socket,
  pages: Pick<StandingPages, 'tooLong' | 'unreadable'>,
  headers: Readonly<Record<string, string>>,
): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  if (socket.writable) {
    const answer = (error.code === TOO_LONG ? pages.tooLong : pages.unreadable)(NOBODY);
    const body = String(answer.body);
    const all = {
      ...headers,
      ...answer.headers,
      'content-length': String(Buffer.byteLength(body)),
      connection: 'close',
    };
    const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
    socket.write(`HTTP/1.1 ${statusLine(error.code)}\r\n${lines.join('\r\n')}\r\n\r\n${body}`);
  }
  socket.destroySoon();
}

const TOO_LONG = 'HPE_HEADER_OVERFLOW';

function statusLine(code: string | undefined): string {
  if (code === TOO_LONG) return '431 Request Header Fields Too Large';
  return code === 'ERR_HTTP_REQUEST_TIMEOUT' ? '408 Request Timeout' : '400 Bad Request';
}
