import { Server as NetServer } from 'node:net';
import { setImmediate, setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';

/** A proxy that was let in sends its request within this time. */
const LAST_REQUESTS_MS = 250;

/**
 * Stops listening and answers what is under way, requests that are on their way included. Who is still sending after
 * `patienceMs` is cut off: one slow line would hold a node up. A supervisor's own patience is longer.
 */
export async function closeServer(server: FastifyInstance, patienceMs: number): Promise<void> {
  const timer = setTimeout(() => server.server.closeAllConnections(), patienceMs);
  try {
    await stopListening(server);
    await server.close();
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Node's own `close` cuts connections from which nothing was read yet: the form that a proxy has just sent would be lost (2 of
 * 700 in a rolling restart). Who waits in the system's queue is let in first, nobody after, and all are heard.
 */
async function stopListening({ server }: FastifyInstance): Promise<void> {
  await setImmediate();
  NetServer.prototype.close.call(server);
  await sleep(LAST_REQUESTS_MS);
  await setImmediate();
}
