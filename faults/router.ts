import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** What a school or a household has: whoever is behind it comes from its one address. All of 127.0.0.0/8 is this machine. */
export type Router = {
  readonly url: string;
  /** From the next connection on, they come from there. */
  readonly from: (address: string) => void;
  readonly close: () => Promise<void>;
};

export async function openRouter(port: number, first: string): Promise<Router> {
  let localAddress = first;
  const sockets = new Set<Socket>();
  const keep = (socket: Socket): void => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.once('close', () => sockets.delete(socket));
  };
  const server = createServer((near) => {
    const far = connect({ port, host: '127.0.0.1', localAddress });
    for (const socket of [near, far]) keep(socket);
    far.once('close', () => near.destroy());
    near.once('close', () => far.destroy());
    near.pipe(far).pipe(near);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `https://localhost:${(server.address() as AddressInfo).port}`,
    from: (address) => {
      localAddress = address;
      for (const socket of sockets) socket.destroy();
    },
    close: async () => {
      server.close();
      for (const socket of sockets) socket.destroy();
      await once(server, 'close');
    },
  };
}
