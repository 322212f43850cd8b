import { connect, createServer, type Server, type Socket } from 'node:net';

/** A line to the server that can be cut. */
export type Line = { readonly url: string; readonly cut: (isCut: boolean) => void; readonly close: () => void };

export async function lineTo(target: string): Promise<Line> {
  const sockets = new Set<Socket>();
  let isCut = false;
  const server: Server = createServer((from) => {
    if (isCut) return from.destroy();
    const to = connect(Number(new URL(target).port), '127.0.0.1');
    for (const [one, other] of [
      [from, to],
      [to, from],
    ] as const) {
      sockets.add(one);
      one.on('error', () => other.destroy()).on('close', () => sockets.delete(one));
      one.pipe(other);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const shut = (): void => sockets.forEach((one) => void one.destroy());
  return {
    url: `http://127.0.0.1:${address.port}`,
    cut: (now) => {
      isCut = now;
      if (now) shut();
    },
    close: () => {
      shut();
      server.close();
    },
  };
}
