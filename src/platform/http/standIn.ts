import fastifyStatic from '@fastify/static';
import fastify from 'fastify';

/** What answers while the site isn't there yet. */
export type StandIn = { readonly address: string; readonly close: () => Promise<void> };

/** How long a browser waits before it looks again, without a script. */
const AGAIN_SECONDS = 2;

/**
 * One page for whatever is asked, with what it needs to be drawn, on the port that the site will have. It is a 503: no machine takes it
 * for the site. Errors: the port's (`EADDRINUSE`).
 */
export async function openStandIn({
  host,
  port,
  staticFolder,
  page,
}: {
  readonly host: string;
  readonly port: number;
  readonly staticFolder: string | null;
  /** A whole document, drawn at each look. */
  readonly page: () => string;
}): Promise<StandIn> {
  const server = fastify({ forceCloseConnections: true });
  if (staticFolder !== null) await server.register(fastifyStatic, { root: staticFolder, prefix: '/static/' });
  server.setNotFoundHandler((_, reply) =>
    reply
      .code(503)
      .header('cache-control', 'no-store')
      .header('retry-after', String(AGAIN_SECONDS))
      .header('refresh', String(AGAIN_SECONDS))
      .type('text/html; charset=utf-8')
      .send(page()),
  );
  return { address: await server.listen({ host, port }), close: () => server.close() };
}
