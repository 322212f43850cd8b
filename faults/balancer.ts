import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** What stands in front of several nodes: each connection goes to the next of them that takes it. */
export type Balancer = {
  readonly url: string;
  readonly send: (nodes: readonly string[]) => void;
  readonly close: () => Promise<void>;
};

export async function openBalancer(): Promise<Balancer> {
  let nodes: readonly string[] = [];
  let turn = 0;
  const sockets = new Set<Socket>();
  const keep = (socket: Socket): void => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  };
  const server = createServer((near) => {
    keep(near);
    near.on('error', () => undefined);
    turn += 1;
    const rest = nodes.map((_, index) => nodes[(turn + index) % nodes.length] ?? '');
    const tryNext = (): void => {
      const next = rest.shift();
      if (next === undefined) return void near.destroy();
      const far = connect(Number(new URL(next).port), '127.0.0.1');
      keep(far);
      far.once('error', tryNext);
      far.once('connect', () => {
        far.off('error', tryNext);
        far.on('error', () => near.destroy());
        far.once('close', () => near.destroy());
        near.once('close', () => far.destroy());
        near.pipe(far);
        far.pipe(near);
      });
    };
    tryNext();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    send: (some) => {
      nodes = some;
    },
    close: async () => {
      server.close();
      for (const socket of sockets) socket.destroy();
      await once(server, 'close');
    },
  };
}
