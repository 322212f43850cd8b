import type { IncomingMessage } from 'node:http';

/** What a body brings at least: so many bytes in so many milliseconds. */
export type LeastRate = { readonly bytes: number; readonly ms: number };

/**
 * A quarter of what the slowest telephone sends (GPRS, 1 kB a second), and a tunnel of three quarters of a minute is gone through; who sends byte by
 * byte, or nothing, to hold a socket is gone after a minute. 25 MB that flow may take as long as any request.
 */
const LEAST_RATE: LeastRate = { bytes: 15_000, ms: 60_000 };

const LOOKS = 4;

type Body = Pick<IncomingMessage, 'complete' | 'headers' | 'readableLength'> & {
  readonly once: (event: 'close', over: () => void) => unknown;
  readonly socket: { readonly bytesRead: number };
};

/** Calls `end` once a body has brought too little for that long. Bytes that wait for us to read them are not its sender's fault. */
export function endSlowBody(request: Body, end: () => void, least: LeastRate = LEAST_RATE): void {
  const { headers, socket } = request;
  if (headers['transfer-encoding'] === undefined && Number(headers['content-length'] ?? 0) === 0) return;
  let seen = [socket.bytesRead];
  const timer = setInterval(() => {
    if (request.complete) return clearInterval(timer);
    if (request.readableLength > 0) seen = [];
    seen = [...seen, socket.bytesRead].slice(-LOOKS - 1);
    const [first = 0] = seen;
    if (seen.length <= LOOKS || socket.bytesRead - first >= least.bytes) return;
    clearInterval(timer);
    end();
  }, least.ms / LOOKS).unref();
  request.once('close', () => clearInterval(timer));
}
