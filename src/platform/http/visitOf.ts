import type { FastifyRequest } from 'fastify';
import type { Csrf } from './csrf.ts';
import { plainAddress } from './proxies.ts';
import { readUpload } from './upload.ts';
import type { Visit } from './visit.ts';

/** A request as the rooms see it. */
export function visitOf(request: FastifyRequest, csrf: Csrf): Visit {
  const params = request.params as Record<string, string>;
  return {
    method: request.method,
    ...whereTo(request, params),
    params,
    body: typeof request.body === 'object' && request.body !== null ? (request.body as Record<string, unknown>) : {},
    cookies: request.cookies,
    header: (name) => {
      const value = request.headers[name];
      return Array.isArray(value) ? value[0] : value;
    },
    ip: plainAddress(request.ip) ?? request.socket.remoteAddress ?? '',
    requestId: request.id,
    elapsed: () => performance.now() - request.arrivedAt + request.waited,
    isSparing: request.isSparing,
    csrf: () => {
      // One page, one mask: its forms are of the same answer.
      request.formToken ??= csrf.token(request.cookies[csrf.cookieName] ?? newCookie(request, csrf));
      return request.formToken;
    },
    upload: (most) => readUpload(request, csrf, { bytes: request.routeOptions.config.uploadLimit, ...most }),
  };
}

function newCookie(request: FastifyRequest, csrf: Csrf): string {
  request.formCookie ??= csrf.newCookie();
  return request.formCookie.value;
}

/** As it was asked, or as the route reads it: an address written in a hundred ways is one. */
function whereTo(request: FastifyRequest, params: Visit['params']): Pick<Visit, 'path' | 'address' | 'query'> {
  const asked = firstValues(request.query);
  const { url = '/', config } = request.routeOptions;
  if (config.reads === undefined) return { path: request.url.split('?')[0] ?? '/', address: request.url, query: asked };
  const path = url.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const entries = config.reads.flatMap((name) => (asked[name] === undefined ? [] : [[name, asked[name]]]));
  const address = entries.length === 0 ? path : `${path}?${new URLSearchParams(entries)}`;
  return { path, address, query: Object.fromEntries(entries) };
}

/** A repeated query parameter keeps its first value. Without the null character: nobody types it, PostgreSQL has no text with it. */
function firstValues(query: unknown): Record<string, string | undefined> {
  const entries = Object.entries(query ?? {});
  const first = (value: unknown): string => String(Array.isArray(value) ? value[0] : value).replaceAll('\0', '');
  return Object.fromEntries(entries.map(([name, value]) => [name, first(value)]));
}
