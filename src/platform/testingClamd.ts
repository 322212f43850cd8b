import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';

/** For tests: speaks clamd's protocol, and finds the test string that every antivirus knows. */

/** In two halves, so that nobody's antivirus finds this file. */
export const EICAR = Buffer.from(`X5O!P%@AP[4\\PZX54(P^)7CC)7}$${'EICAR-STANDARD-ANTIVIRUS-TEST-FILE'}!$H+H*`);

export type Clamd = {
  readonly url: URL;
  /** Bytes of each file that it was given. */
  readonly scanned: number[];
  readonly close: () => Promise<void>;
};

/** `limit`: answers an error beyond so many bytes, before the rest has come. `socketFile`: a file instead of a port. */
export async function startClamd(limit = 26_214_400, socketFile: string | null = null): Promise<Clamd> {
  const scanned: number[] = [];
  const lines = new Set<Socket>();
  const server = createServer((socket) => {
    lines.add(socket.on('close', () => lines.delete(socket)).on('error', () => undefined));
    const heard: Buffer[] = [];
    let length = 0;
    socket.on('data', (chunk: Buffer) => {
      heard.push(chunk);
      length += chunk.length;
      // Whatever is over ends with a zero.
      const reply = length > limit || chunk.at(-1) === 0 ? replyTo(Buffer.concat(heard), limit) : null;
      if (reply === null) return;
      if (reply.size !== undefined) scanned.push(reply.size);
      socket.end(`${reply.text}\0`);
    });
  });
  await once(socketFile === null ? server.listen(0, '127.0.0.1') : server.listen(socketFile), 'listening');
  const address = server.address();
  const own = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: new URL(socketFile === null ? `tcp://127.0.0.1:${own}` : `unix://${socketFile}`),
    scanned,
    close: async () => {
      for (const line of lines) line.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

function replyTo(heard: Buffer, limit: number): { readonly text: string; readonly size?: number } | null {
  const command = heard.indexOf(0);
  if (command < 0) return null;
  const name = heard.subarray(0, command).toString();
  if (name === 'zPING') return { text: 'PONG' };
  if (name !== 'zINSTREAM') return { text: 'UNKNOWN COMMAND' };
  const parts: Buffer[] = [];
  let size = 0;
  for (let at = command + 1; at + 4 <= heard.length; ) {
    const length = heard.readUInt32BE(at);
    if (length === 0) {
      const found = Buffer.concat(parts).includes(EICAR);
      return { text: found ? 'stream: Eicar-Test-Signature FOUND' : 'stream: OK', size };
    }
    size += length;
    if (size > limit) return { text: 'INSTREAM size limit exceeded. ERROR' };
    parts.push(heard.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return null;
}
