import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { Priority } from '../admission/priority.ts';
import type { Act, ActorKind } from '../journal.ts';
import type { Upload, UploadLimits } from './upload.ts';

/** One request, as the rooms see it: plain values, no framework. */
export type Visit = {
  readonly method: string;
  readonly path: string;
  /** Path and query, as asked: where to come back to. */
  readonly address: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string | undefined>>;
  /** Fields of a form; empty for GET and for uploads. */
  readonly body: Readonly<Record<string, unknown>>;
  readonly cookies: Readonly<Record<string, string | undefined>>;
  readonly header: (name: string) => string | undefined;
  readonly ip: string;
  readonly requestId: string;
  /** Milliseconds since the request's headers arrived, and those that whoever is signed in waited before it in the waiting room. */
  readonly elapsed: () => number;
  /** The node has too much to do: what is alike for all is given alike, whoever asks. */
  readonly isSparing: boolean;
  /** The token that the forms of this answer must carry; sets its cookie if there is none. */
  readonly csrf: () => string;
  /** The fields and then the file, or the first of so many, of a multipart form (routes with `upload`). */
  readonly upload: (most?: UploadLimits) => Promise<Upload>;
};

export type Reply = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly cookies: readonly string[];
  readonly body: string | Buffer | Readable;
};

/** Personal pages never enter a cache; public ones say otherwise. */
const HTML = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' };

export function page(html: string, status = 200, headers: Readonly<Record<string, string>> = {}): Reply {
  return { status, headers: { ...HTML, ...headers }, cookies: [], body: html };
}

/** What was asked in JSON and can't be answered (RFC 9457), with its faults; `detail` says what the title doesn't. */
export function problem(title: string, status: number, faults: readonly object[] = [], detail?: string): Reply {
  const answer = json({ type: 'about:blank', title, status, ...(detail !== undefined && { detail }), faults }, status);
  return { ...answer, headers: { ...answer.headers, 'content-type': 'application/problem+json; charset=utf-8' } };
}

/** After a POST: 303, so that a reload doesn't post again. */
export function redirect(to: string): Reply {
  return { status: 303, headers: { location: to, 'cache-control': 'no-store' }, cookies: [], body: '' };
}

export function json(value: unknown, status = 200): Reply {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
    cookies: [],
    body: JSON.stringify(value),
  };
}

export function withCookies(answer: Reply, cookies: readonly string[]): Reply {
  return { ...answer, cookies: [...answer.cookies, ...cookies] };
}

/**
 * Somebody's file, shown or saved under our own name for it, by our own type for it, as data that can run nothing. Only our
 * own pages may frame it.
 */
export function file(
  content: Readable | Buffer,
  type: string,
  name: string,
  disposition: 'inline' | 'attachment',
  length: number,
): Reply {
  const ascii = name.normalize('NFD').replace(/[^\w. -]/g, '') || 'fichier';
  return {
    status: 200,
    headers: {
      'content-type': type,
      'content-length': String(length),
      'content-disposition': `${disposition}; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(name)}`,
      'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'self'",
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'SAMEORIGIN',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'private, no-store',
    },
    cookies: [],
    body: content,
  };
}

/** The version of a row that a form carries; 0 fits no row. */
export function versionIn(visit: Visit): number {
  const version = Number(visit.body.version);
  return Number.isSafeInteger(version) ? version : 0;
}

/** Why a visitor doesn't get through the door. What is not theirs doesn't exist for them: 404, never 403 that confirms. */
export type Denial = { readonly denied: 'sign-in' | 'not-found' };

/** Who may: looks at the visit and gives what the page needs to know of the person, or why not. */
export type Guard<Grant> = {
  /** For the table of routes and its tests. */
  readonly name: string;
  readonly admit: (visit: Visit) => Promise<Grant | Denial>;
  /** It lets in who isn't signed in, too. */
  readonly strangers?: boolean;
};

export type Route = {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly who: Guard<unknown>;
  readonly upload: boolean;
  /** Bytes of its file at most; undefined: what any file may have. */
  readonly uploadLimit?: number;
  /** The keys of the query that it reads; undefined: all that is asked. */
  readonly reads?: readonly string[];
  /** When it waits, if the node can't keep up. */
  readonly priority: Priority | 'never-waits';
  /** Is what it answers to this visit kept in memory? Then it never waits. */
  readonly kept?: (visit: Visit) => boolean;
  /** Answers any site and any program: looks at no cookie, changes nothing, refuses in JSON. */
  readonly open: boolean;
  /** Bytes of the body at most; undefined: what any form may have. */
  readonly bodyLimit?: number;
  /** Who may and what it does, in French, one sentence for each of its acts: docs/access.md. */
  readonly notes: readonly string[];
  readonly handle: (visit: Visit, grant: unknown) => Promise<Reply>;
};

/** A route without `who` doesn't compile; `listen` refuses one that got through. */
export function route<Grant>(declared: {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly who: Guard<Grant>;
  /** The body is a multipart form with a file: read by `visit.upload()`. */
  readonly upload?: boolean;
  readonly uploadLimit?: number;
  /**
   * The keys of the query that it reads, in the order of its address. Whatever else is asked is dropped before anything, and its path is
   * as declared: a page that many ask for has one address, however it is written.
   */
  readonly reads?: readonly string[];
  /** For other sites and programs: no form of ours is asked for, because nothing is changed. */
  readonly open?: boolean;
  readonly bodyLimit?: number;
  /** Who may, and what it does: a French sentence, one for each of its acts, drawn into docs/access.md. A POST has one. */
  readonly note?: string | readonly string[];
  /**
   * When it waits, if the node can't keep up. Where nothing is said: what strangers may ask is looked at (`browse`), who is known goes on
   * with a file (`continue`), and what they send is delivered (`deliver`).
   */
  readonly priority?: Priority | 'never-waits';
  readonly kept?: (visit: Visit) => boolean;
  readonly handle: (visit: Visit, grant: Grant) => Promise<Reply>;
}): Route {
  const { who, method } = declared;
  return {
    ...declared,
    priority: declared.priority ?? (who.strangers === true ? 'browse' : method === 'GET' ? 'continue' : 'deliver'),
    upload: declared.upload ?? false,
    open: declared.open ?? false,
    notes: [declared.note ?? []].flat(),
    handle: (visit, grant) => declared.handle(visit, grant as Grant),
  };
}

/** When routes of these wait that strangers may ask; what known people ask stays as it is. */
export function strangersAt(priority: Priority, routes: readonly Route[]): readonly Route[] {
  return routes.map((one) => (one.who.strangers === true ? { ...one, priority } : one));
}

export const everyone: Guard<null> = { name: 'everyone', admit: async () => null, strangers: true };

export function isDenial(grant: unknown): grant is Denial {
  return typeof grant === 'object' && grant !== null && 'denied' in grant;
}

/** Who gets through `who` and finds there what the address names: null is what isn't there, or isn't theirs. `what`: for the table of routes. */
export function reaching<At, Grant>(
  who: Guard<At>,
  what: string,
  find: (at: At, visit: Visit) => Promise<Grant | null>,
): Guard<Grant> {
  return {
    ...who,
    name: `${who.name}, ${what}`,
    admit: async (visit) => {
      const at = await who.admit(visit);
      return isDenial(at) ? at : ((await find(at, visit)) ?? { denied: 'not-found' });
    },
  };
}

/** The box by which somebody sends words that say nothing on paper to who has no mail box. */
export const AS_WRITTEN = 'tel-quel';

export function actOf(visit: Visit, kind: ActorKind, id: string | null, onBehalfOf: string | null = null): Act {
  const { requestId, elapsed } = visit;
  const asWritten = visit.body[AS_WRITTEN] !== undefined;
  return { actor: { kind, id }, onBehalfOf, requestId, elapsed, asWritten, ...formOf(visit) };
}

/** An upload has no fields yet: one says nothing of another. */
function formOf({ address, body }: Visit): Pick<Act, 'form'> {
  const { jeton: _, ...fields } = body;
  if (Object.keys(fields).length === 0) return {};
  return {
    form: createHash('sha256')
      .update(JSON.stringify([address, fields]))
      .digest('hex'),
  };
}
