import type { FastifyRequest } from 'fastify';
import type { Csrf } from './csrf.ts';
import { plainAddress } from './proxies.ts';
import { readUpload } from './upload.ts';
import type { Visit } from './visit.ts';

/** A request as the rooms see it. */
export function visitOf(request: FastifyRequest, csrf: Csrf): Visit {
  return {
    method: request.method,
    path: request.url.split('?')[0] ?? '/',
    address: request.url,
    params: request.params as Record<string, string>,
    query: firstValues(request.query),
    body: typeof request.body === 'object' && request.body !== null ? (request.body as Record<string, unknown>) : {},
    cookies: request.cookies,
    header: (name) => {
      const value = request.headers[name];
      return Array.isArray(value) ? value[0] : value;
    },
    ip: plainAddress(request.ip) ?? request.socket.remoteAddress ?? '',
    requestId: request.id,
    elapsed: () => performance.now() - request.arrivedAt,
    csrf: () => {
      const known = request.cookies[csrf.cookieName];
      if (known !== undefined) return csrf.token(known);
      request.formCookie ??= csrf.newCookie();
      return csrf.token(request.formCookie.value);
    },
    upload: (most) => readUpload(request, csrf, { bytes: request.routeOptions.config.uploadLimit, ...most }),
  };
}

/** A repeated query parameter keeps its first value. Without the null character: nobody types it, PostgreSQL has no text with it. */
function firstValues(query: unknown): Record<string, string | undefined> {
  const entries = Object.entries((query ?? {}) as Record<string, unknown>);
  const first = (value: unknown): string => String(Array.isArray(value) ? value[0] : value).replaceAll('\0', '');
  return Object.fromEntries(entries.map(([name, value]) => [name, first(value)]));
}
