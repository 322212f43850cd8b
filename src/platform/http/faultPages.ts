import type { FastifyBaseLogger } from 'fastify';
import type { HeldBack } from '../admission/admission.ts';
import { holdsNullCharacter, isOutage } from '../database/database.ts';
import { StoreFault } from '../files.ts';
import { Forged } from './upload.ts';
import { problem, type Reply, type Visit } from './visit.ts';

/** Whole pages for what no route answers. They must render without the database. */
export type StandingPages = {
  readonly notFound: (visit: Visit) => Reply;
  readonly signIn: (visit: Visit) => Reply;
  readonly forged: (visit: Visit) => Reply;
  readonly tooLarge: (visit: Visit) => Reply;
  /** An address, or cookies, that are longer than what is read. */
  readonly tooLong: (visit: Visit) => Reply;
  readonly unreadable: (visit: Visit) => Reply;
  readonly failure: (visit: Visit) => Reply;
  readonly unavailable: (visit: Visit) => Reply;
  /** Who has to wait, or to come back, because too much is asked of this node. */
  readonly waiting: (visit: Visit, held: HeldBack) => Reply;
};

/** What lets the pages of other sites ask the open interface: no cookie goes with it. */
export const ANY_SITE = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'GET, POST',
  'access-control-allow-headers': 'content-type',
  'access-control-max-age': '86400',
  'cross-origin-resource-policy': 'cross-origin',
};

/** The same trouble, for programs. */
export function inJson(
  pageOf: (visit: Visit) => Reply,
  pages: StandingPages,
  bodyLimit: number,
): (visit: Visit) => Reply {
  const titles = new Map([
    [pages.unreadable, 'La demande est illisible.'],
    [pages.notFound, 'Rien à cette adresse, ou pas par ce verbe. /api/v1/openapi.json décrit les autres.'],
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

/** What reading from a line, or writing to it, says once the other end let go of it. */
const LET_GO = new Set([
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ERR_STREAM_PREMATURE_CLOSE',
  'ERR_STREAM_DESTROYED',
  'ABORT_ERR',
]);

/** `isGone`: whoever asked went away, and reads no page. */
export function pageFor(
  error: unknown,
  log: FastifyBaseLogger,
  pages: StandingPages,
  isGone = false,
): (visit: Visit) => Reply {
  if (error instanceof Forged) return pages.forged;
  if (isGone && typeof error === 'object' && error !== null && 'code' in error && LET_GO.has(String(error.code))) {
    log.info({ err: error }, 'whoever asked went away');
    return pages.unreadable;
  }
  // A status of its own: the framework blames the request. « aborted » is then a line that was cut, and no outage of ours.
  const status = typeof error === 'object' && error !== null && 'statusCode' in error ? Number(error.statusCode) : 500;
  if (status === 413) return pages.tooLarge;
  if ((status >= 400 && status < 500) || holdsNullCharacter(error)) return pages.unreadable;
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
