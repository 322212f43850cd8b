import { randomUUID } from 'node:crypto';
import { Socket } from 'node:net';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import fastifyStatic from '@fastify/static';
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify';
import { besidePages } from '../database/besidePages.ts';
import { readingOnce } from '../database/readOnce.ts';
import type { Log } from '../log.ts';
import { type Csrf, createCsrf, type FormCookie } from './csrf.ts';
import { type Door, type DoorOptions, openDoor } from './door.ts';
import { ANY_SITE, inJson, pageFor, type StandingPages } from './faultPages.ts';
import { readForm } from './formFields.ts';
import { networkOf } from './network.ts';
import { LOOPBACK } from './proxies.ts';
import type { RefusedAnswer } from './refusals.ts';
import { securityHeaders } from './securityHeaders.ts';
import { endSlowBody, type LeastRate } from './slowBodies.ts';
import { answerUnparsed } from './unparsed.ts';
import { Forged } from './upload.ts';
import { everyone, isDenial, type Reply, type Route, type Visit } from './visit.ts';
import { visitOf } from './visitOf.ts';

export type ServerOptions = {
  /** Who waits when the node can't keep up. Tests leave it out: what a busy machine does to them says nothing of us. */
  readonly door?: DoorOptions;
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
  /** What a body brings at least before it is given up. */
  readonly leastRate?: LeastRate;
  /** Told of what was refused and matters; nobody waits for it. */
  readonly refused?: (visit: Visit, refusal: RefusedAnswer) => void;
};

const FORM_LIMIT = 256 * 1024;

/** A deposit has half an hour after the closing to arrive; nothing holds a socket for longer. */
const LONGEST_REQUEST_MS = 40 * 60_000;

declare module 'fastify' {
  interface FastifyRequest {
    arrivedAt: number;
    formCookie: FormCookie | null;
    /** Whose files arrive in turn: of a session, else of a network. */
    sender: string;
    formToken: string | null;
  }
  interface FastifyContextConfig {
    open?: boolean;
    uploadLimit?: number;
    reads?: readonly string[];
  }
}

export async function createServer(options: ServerOptions): Promise<FastifyInstance> {
  const trusted = options.trustedProxies ?? LOOPBACK;
  const csrf = createCsrf(options.secret, options.publicUrl);
  const security = securityHeaders(options.publicUrl.protocol === 'https:');
  const giveUp = (error: { readonly code?: string }, socket: Socket): void =>
    answerUnparsed(error, socket, options.pages, security);
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
    clientErrorHandler: giveUp,
  });
  server.decorateRequest('arrivedAt', 0);
  server.decorateRequest('formCookie', null);
  server.decorateRequest('sender', '');
  server.decorateRequest('formToken', null);
  server.decorateRequest('waited', 0);
  server.decorateRequest('isSparing', false);
  server.decorateRequest('place', null);
  server.decorateRequest('placeCookie', null);
  server.decorateRequest('heldForm', null);
  server.decorateRequest('turn', null);
  server.addHook('onRequest', async (request, reply) => {
    request.arrivedAt = performance.now();
    const { raw } = request;
    if (namesTwoHosts(raw.rawHeaders)) {
      giveUp({}, raw.socket);
      return reply.hijack();
    }
    const end = (): void => {
      if (reply.raw.headersSent) raw.socket.destroy();
      else giveUp({ code: 'ERR_HTTP_REQUEST_TIMEOUT' }, raw.socket);
    };
    // A request without a line brings nothing over it: tests make such.
    if (raw.socket instanceof Socket) endSlowBody(raw, end, options.leastRate);
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
  const answerWith = (reply: FastifyReply, request: FastifyRequest, make: (visit: Visit) => Reply): FastifyReply => {
    const visit = visitOf(request, csrf);
    const answer = make(visit);
    if (answer.status >= 500) door.failed(request, visit);
    return send(reply, answer, request);
  };

  server.addHook('onRequest', (_request, reply, done) => {
    reply.headers(security);
    done();
  });
  await server.register(cookie);
  const door = openDoor(options.door, options.pages);
  server.addHook('onRequest', async (request, reply) => {
    const visit = visitOf(request, csrf);
    const held = door.enter(request, visit);
    if (held === null) {
      const begins = door.turn(request, visit);
      reply.raw.once('close', () => request.turn?.over());
      return begins ?? undefined;
    }
    // Packing it would take longer than all else of it.
    request.headers['x-no-compression'] = 'held';
    return send(reply, held, request);
  });
  // Made, though its reader may take as long as they like.
  server.addHook('onSend', async (request) => request.turn?.over());
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

  server.setNotFoundHandler((request, reply) => {
    const { notFound } = options.pages;
    // Who asks there is a program, whatever it asks for.
    const isApi = request.url.startsWith('/api/');
    return answerWith(reply, request, isApi ? inJson(notFound, options.pages, FORM_LIMIT) : notFound);
  });
  server.setErrorHandler((error, request, reply) => {
    const answer = pageFor(error, request.log, options.pages, request.socket.destroyed);
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
      config: {
        open: one.open,
        priority: one.priority,
        ...(one.kept !== undefined && { kept: one.kept }),
        ...(one.uploadLimit !== undefined && { uploadLimit: one.uploadLimit }),
        ...(one.reads !== undefined && { reads: one.reads }),
      },
      ...(one.bodyLimit !== undefined && { bodyLimit: one.bodyLimit }),
      handler: (request, reply) => {
        const answer = () => serve(one, request, reply, csrf, door, options);
        if (one.upload) return besidePages(answer);
        return one.method === 'GET' ? readingOnce(answer) : answer();
      },
    });
    if (one.open) server.options(one.path, (_, reply) => reply.code(204).headers(ANY_SITE).send());
  }
  return server;
}

/** Which of them a proxy looked at is not known (RFC 9112, 3.2: 400). Node keeps the first and says nothing. */
function namesTwoHosts(headers: readonly string[]): boolean {
  return headers.filter((name, index) => index % 2 === 0 && name.toLowerCase() === 'host').length > 1;
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
  door: Door,
  options: ServerOptions,
): Promise<FastifyReply> {
  const visit = visitOf(request, csrf);
  if (one.upload) request.sender = options.door?.tokenOf(visit) ?? networkOf(visit.ip);
  if (request.heldForm !== null) return send(reply, options.pages.waiting(visit, request.heldForm), request);
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
  if (one.method === 'POST' && answer.status < 400) door.done(request);
  if (answer.status >= 500) door.failed(request, visit);
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
  reply.code(answer.status).headers(answer.headers);
  if (request.formCookie !== null) reply.header('set-cookie', request.formCookie.header);
  if (request.placeCookie !== null) reply.header('set-cookie', request.placeCookie);
  for (const line of answer.cookies) reply.header('set-cookie', line);
  return reply.send(answer.body);
}
