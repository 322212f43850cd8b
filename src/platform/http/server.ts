import { randomUUID } from 'node:crypto';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import fastifyStatic from '@fastify/static';
import underPressure from '@fastify/under-pressure';
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify';
import { isOutage } from '../database/database.ts';
import { StoreFault } from '../files.ts';
import type { Log } from '../log.ts';
import { type Csrf, createCsrf, type FormCookie } from './csrf.ts';
import { readForm } from './formFields.ts';
import { permissions } from './permissions.ts';
import { LOOPBACK, plainAddress } from './proxies.ts';
import type { RefusedAnswer } from './refusals.ts';
import { answerUnparsed } from './unparsed.ts';
import { Forged, readUpload } from './upload.ts';
import { everyone, isDenial, problem, type Reply, type Route, type Visit } from './visit.ts';

/** Whole pages for what no route answers. They must render without the database. */
export type StandingPages = {
  readonly notFound: (visit: Visit) => Reply;
  readonly signIn: (visit: Visit) => Reply;
  readonly forged: (visit: Visit) => Reply;
  readonly tooLarge: (visit: Visit) => Reply;
  readonly unreadable: (visit: Visit) => Reply;
  readonly failure: (visit: Visit) => Reply;
  readonly unavailable: (visit: Visit) => Reply;
};

export type ServerOptions = {
  /** Answers 503 when it can't keep up. Tests leave it out: what a busy machine does to them says nothing of us. */
  readonly shedsLoad?: boolean;
  readonly secret: string;
  readonly publicUrl: URL;
  readonly staticFolder: string | null;
  readonly routes: readonly Route[];
  readonly pages: StandingPages;
  readonly log: Log;
  /** Bytes of one uploaded file; beyond it the rest is thrown away and `isTruncated` says so. */
  readonly uploadLimit: number;
  /** Machines whose word on where a visitor comes from is taken; the machine itself when nothing is said. */
  readonly trustedProxies?: readonly string[];
  /** Told of what was refused and matters; nobody waits for it. */
  readonly refused?: (visit: Visit, refusal: RefusedAnswer) => void;
};

/** Of the event loop. */
const LONGEST_DELAY_MS = 2_000;
const FORM_LIMIT = 256 * 1024;
/** A deposit has half an hour after the closing to arrive; nothing holds a socket for longer. */
const LONGEST_REQUEST_MS = 40 * 60_000;

declare module 'fastify' {
  interface FastifyRequest {
    arrivedAt: number;
    formCookie: FormCookie | null;
  }
  interface FastifyContextConfig {
    open?: boolean;
    uploadLimit?: number;
  }
}

/** What lets the pages of other sites ask the open interface: no cookie goes with it. */
const ANY_SITE = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'GET, POST',
  'access-control-allow-headers': 'content-type',
  'access-control-max-age': '86400',
  'cross-origin-resource-policy': 'cross-origin',
};

export async function createServer(options: ServerOptions): Promise<FastifyInstance> {
  const trusted = options.trustedProxies ?? LOOPBACK;
  const csrf = createCsrf(options.secret, options.publicUrl);
  const server = Fastify({
    loggerInstance: options.log as FastifyBaseLogger,
    genReqId: () => randomUUID().slice(0, 13),
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    trustProxy: trusted.length === 0 ? false : [...trusted],
    bodyLimit: FORM_LIMIT,
    rewriteUrl: ({ url = '/' }) => (isReadable(url) ? url : '/adresse-illisible'),
    // Longer than any address that Node reads: a long one gets our pages, not the framework's words.
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 20_000 },
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    requestTimeout: LONGEST_REQUEST_MS,
    clientErrorHandler: (error, socket) => answerUnparsed(error, socket, options.pages.unreadable, BARE_HEADERS),
  });
  server.decorateRequest('arrivedAt', 0);
  server.decorateRequest('formCookie', null);
  server.addHook('onRequest', async (request) => {
    request.arrivedAt = performance.now();
  });
  server.addHook('onResponse', async (request, reply) => {
    if (reply.statusCode >= 400)
      request.log.info(
        {
          method: request.method,
          route: request.routeOptions.url,
          status: reply.statusCode,
          ms: Math.round(reply.elapsedTime),
        },
        'answered',
      );
  });
  const answerWith = (reply: FastifyReply, request: FastifyRequest, make: (visit: Visit) => Reply): FastifyReply =>
    send(reply, make(visitOf(request, csrf)), request);

  await server.register(helmet, securityHeaders(options.publicUrl.protocol === 'https:'));
  await server.register(cookie);
  server.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, text, done) => {
    const read = readForm(String(text));
    if (read.ok) done(null, read.value);
    else done(read.error);
  });
  await server.register(multipart, {
    limits: { fileSize: options.uploadLimit, files: 1, fields: 20, fieldSize: 10_000, parts: 25 },
    throwFileSizeLimit: false,
  });
  await server.register(compress, { threshold: 1024, encodings: ['br', 'gzip'], brotliOptions: { params: { 1: 4 } } });
  await server.register(underPressure, {
    maxEventLoopDelay: options.shedsLoad ? LONGEST_DELAY_MS : 0,
    pressureHandler: (request, reply) => void answerWith(reply, request, options.pages.unavailable),
  });
  if (options.staticFolder !== null) {
    await server.register(fastifyStatic, {
      root: options.staticFolder,
      prefix: '/static/',
      immutable: true,
      maxAge: '365d',
      preCompressed: true,
      index: false,
    });
  }

  server.setNotFoundHandler((request, reply) => answerWith(reply, request, options.pages.notFound));
  server.setErrorHandler((error, request, reply) => {
    const answer = pageFor(error, request.log, options.pages);
    if (error instanceof Forged)
      options.refused?.(visitOf(request, csrf), { kind: 'forged', route: nameOf(request.routeOptions) });
    const { config, bodyLimit = FORM_LIMIT } = request.routeOptions;
    return answerWith(reply, request, config.open ? inJson(answer, options.pages, bodyLimit) : answer);
  });
  for (const one of options.routes) {
    if (typeof one.who?.admit !== 'function')
      throw new Error(`The route ${one.method} ${one.path} doesn't say who may use it`);
    server.route({
      method: one.method,
      url: one.path,
      config: { open: one.open, ...(one.uploadLimit !== undefined && { uploadLimit: one.uploadLimit }) },
      ...(one.bodyLimit !== undefined && { bodyLimit: one.bodyLimit }),
      handler: (request, reply) => serve(one, request, reply, csrf, options),
    });
    if (one.open) server.options(one.path, (_, reply) => reply.code(204).headers(ANY_SITE).send());
  }
  return server;
}

/** The same trouble, for programs. */
function inJson(pageOf: (visit: Visit) => Reply, pages: StandingPages, bodyLimit: number): (visit: Visit) => Reply {
  const titles = new Map([
    [pages.unreadable, 'La demande est illisible.'],
    [
      pages.tooLarge,
      `La demande est trop longue\u00a0: ${Math.floor(bodyLimit / 1024)}\u00a0ko au plus. Posez plusieurs questions.`,
    ],
  ]);
  return (visit) => {
    const refused = problem(titles.get(pageOf) ?? 'La demande a échoué.', pageOf(visit).status);
    return { ...refused, headers: { ...refused.headers, ...ANY_SITE } };
  };
}

/** « /%ff » is no address: it gets our page for what doesn't exist instead of the framework's words. */
function isReadable(url: string): boolean {
  try {
    return decodeURIComponent(url.split('?')[0] ?? '') !== '';
  } catch {
    return false;
  }
}

async function serve(
  one: Route,
  request: FastifyRequest,
  reply: FastifyReply,
  csrf: Csrf,
  options: ServerOptions,
): Promise<FastifyReply> {
  const visit = visitOf(request, csrf);
  const note = (kind: RefusedAnswer['kind']): void =>
    options.refused?.(visit, { kind, route: nameOf(request.routeOptions) });
  if (one.open) {
    const answer = await one.handle(visit, await one.who.admit(visit));
    if (answer.status === 429) note('too-many');
    return send(reply, { ...answer, headers: { ...ANY_SITE, ...answer.headers } }, request);
  }
  if (one.method === 'POST') {
    const { origin, host } = request.headers;
    const fetchSite = visit.header('sec-fetch-site');
    const forged =
      !csrf.sameOrigin(origin, fetchSite, host) ||
      (!one.upload && !csrf.matches(visit.cookies[csrf.cookieName], visit.body.jeton));
    if (forged) {
      note('forged');
      return send(reply, options.pages.forged(visit), request);
    }
  }
  const grant = await one.who.admit(visit);
  if (isDenial(grant)) {
    if (grant.denied === 'not-found') note('not-theirs');
    return send(reply, options.pages[grant.denied === 'sign-in' ? 'signIn' : 'notFound'](visit), request);
  }
  const answer = await one.handle(visit, grant);
  if (answer.status === 429) note('too-many');
  if (answer.status === 404 && one.who !== everyone && one.path.includes(':')) note('not-theirs');
  return send(reply, answer, request);
}

/** The route as it is declared: an address holds ids and tokens. */
function nameOf({
  method,
  url = '',
}: {
  readonly method: string | string[];
  readonly url?: string | undefined;
}): string {
  return `${[method].flat().join(' ')} ${url}`;
}

function send(reply: FastifyReply, answer: Reply, request: FastifyRequest): FastifyReply {
  // helmet has no word for the permissions.
  reply.code(answer.status).header('permissions-policy', permissions('without-camera')).headers(answer.headers);
  if (request.formCookie !== null) reply.header('set-cookie', request.formCookie.header);
  for (const line of answer.cookies) reply.header('set-cookie', line);
  return reply.send(answer.body);
}

function visitOf(request: FastifyRequest, csrf: Csrf): Visit {
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

function pageFor(error: unknown, log: FastifyBaseLogger, pages: StandingPages): (visit: Visit) => Reply {
  if (error instanceof Forged) return pages.forged;
  // A status of its own: the framework blames the request. « aborted » is then a line that was cut, and no outage of ours.
  const status = typeof error === 'object' && error !== null && 'statusCode' in error ? Number(error.statusCode) : 500;
  if (status === 413) return pages.tooLarge;
  if (status >= 400 && status < 500) return pages.unreadable;
  if (isOutage(error)) {
    log.warn({ err: error }, 'the database is out of reach');
    return pages.unavailable;
  }
  if (error instanceof StoreFault) {
    log.error({ err: error }, 'the store of files fails');
    return pages.unavailable;
  }
  log.error({ err: error }, 'a fault of ours');
  return pages.failure;
}

const POLICY = {
  'default-src': ["'none'"],
  'style-src': ["'self'"],
  'script-src': ["'self'"],
  'img-src': ["'self'"],
  'connect-src': ["'self'"],
  'frame-src': ["'self'"],
  'object-src': ["'none'"],
  'manifest-src': ["'self'"],
  'form-action': ["'self'"],
  'base-uri': ["'none'"],
  'frame-ancestors': ["'none'"],
};
/** For the pages that helmet doesn't see. */
const BARE_HEADERS = {
  'content-security-policy': Object.entries(POLICY)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join(';'),
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'permissions-policy': permissions('without-camera'),
};

function securityHeaders(https: boolean): Parameters<typeof helmet>[1] {
  return {
    contentSecurityPolicy: { useDefaults: false, directives: POLICY },
    strictTransportSecurity: https ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    referrerPolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: false,
    xFrameOptions: { action: 'deny' },
  } as Parameters<typeof helmet>[1];
}
