import { queryOf } from '../../platform/query.ts';
import { isUuid } from '../../platform/uuid.ts';
import type { Cursor, ThreadFilter } from '../store/threads.ts';

type Query = Readonly<Record<string, string | undefined>>;

export const NO_MESSAGE_FILTER: ThreadFilter = { waiting: true, session: null, piece: null, officerId: null };

/** What an address asks for of the list of messages. Words that mean nothing are no filter. `me`: whose « Moi » is. */
export function readMessageFilter(query: Query, me: string): ThreadFilter {
  return {
    waiting: query.etat !== 'toutes',
    session: shaped(query.session, /^[A-Za-z0-9-]{1,60}$/),
    piece: shaped(query.piece, /^[0-9A-Z]{3,9}$/),
    officerId: query.suivi === 'moi' ? me : null,
  };
}

function shaped(text: string | undefined, shape: RegExp): string | null {
  return text !== undefined && shape.test(text) ? text : null;
}

export function messageQuery(
  { waiting, session, piece, officerId }: ThreadFilter,
  after: Cursor | null = null,
): string {
  return queryOf({
    etat: waiting ? null : 'toutes',
    session,
    piece,
    suivi: officerId === null ? null : 'moi',
    apres: after === null ? null : `${after.at}_${after.id}`,
  });
}

/** Where the page before ended; null: at the beginning, or no place at all. */
export function readCursor(text: string | undefined): Cursor | null {
  const parts = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z)_(.{36})$/.exec(text ?? '');
  const [at, id] = [parts?.[1], parts?.[2]];
  if (at === undefined || id === undefined || !isUuid(id)) return null;
  try {
    return { at: Temporal.Instant.from(at), id };
  } catch {
    return null;
  }
}
