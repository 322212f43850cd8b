import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A line to a database, which a test can cut and restore. */
export type Line = { readonly port: number; readonly cut: () => Promise<void>; readonly restore: () => Promise<void> };

/** Stands before a server that listens on a TCP port or, when its host is a folder, on PostgreSQL's socket in it. */
export async function openLine({
  host = '',
  port = 0,
}: {
  readonly host?: string | undefined;
  readonly port?: number | undefined;
}): Promise<Line> {
  const sockets = new Set<Socket>();
  const line = createServer((near) => {
    const far = host.startsWith('/') ? connect(`${host}/.s.PGSQL.${port}`) : connect(port, host);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        sockets.delete(socket);
        near.destroy();
        far.destroy();
      });
    }
    near.pipe(far).pipe(near);
  });
  const listen = async (at: number): Promise<void> => {
    line.listen(at, '127.0.0.1');
    await once(line, 'listening');
  };
  await listen(0);
  const here = (line.address() as AddressInfo).port;
  return {
    port: here,
    cut: async () => {
      line.close();
      for (const socket of sockets) socket.destroy();
      await once(line, 'close');
    },
    restore: () => listen(here),
  };
}
