import type { FastifyInstance } from 'fastify';

/** How long a stop waits for requests under way; a supervisor's own patience is longer. */
const PATIENCE_MS = 10_000;

/** Stops listening and answers what is under way. Who is still sending after that is cut off: one slow line would hold a node up. */
export async function closeServer(server: FastifyInstance, patienceMs: number = PATIENCE_MS): Promise<void> {
  const timer = setTimeout(() => server.server.closeAllConnections(), patienceMs);
  try {
    await server.close();
  } finally {
    clearTimeout(timer);
  }
}
