import { type Query as More, queryOf } from '../../platform/query.ts';
import { isUuid } from '../../platform/uuid.ts';
import { AGES, CLAIM_FILTERS, type ClaimFilter, QUEUE_STATES, type QueueFilter, type QueueState } from '../checking.ts';

/** Names in addresses; `all` has none. */
export const STATE_NAMES: Readonly<Record<QueueState, string>> = {
  all: '',
  'handed-over': 'remises',
  corrected: 'corrigees',
  'not-handed-over': 'non-remises',
  received: 'recues',
  'being-read': 'en-lecture',
  'by-post': 'attendues',
};

export const CLAIM_NAMES: Readonly<Record<ClaimFilter, string>> = { mine: 'a-moi', free: 'libres' };

export const NO_FILTER: QueueFilter = { state: 'all', speciality: null, code: null, session: null, claim: null };

type Query = Readonly<Record<string, string | undefined>>;

/** What an address asks for. Words that mean nothing are no filter. */
export function readQueueFilter(query: Query): QueueFilter {
  const group = code(query.groupe, /^[A-Za-z0-9-]{1,20}$/);
  const over = AGES.find((days) => String(days) === query.attente);
  return {
    state: QUEUE_STATES.find((state) => STATE_NAMES[state] === (query.etat ?? '')) ?? 'all',
    speciality: code(query.specialite, /^\d{8}$/),
    code: code(query.piece, /^[0-9A-Z]{3,9}$/),
    session: code(query.session, /^[A-Za-z0-9-]{1,60}$/),
    claim: CLAIM_FILTERS.find((claim) => CLAIM_NAMES[claim] === query.qui) ?? null,
    ...(group === null ? {} : { group }),
    ...(over === undefined ? {} : { over }),
    ...(isUuid(query.puis) ? { after: query.puis } : {}),
  };
}

function code(text: string | undefined, shape: RegExp): string | null {
  return text !== undefined && shape.test(text) ? text : null;
}

/** The same filter as the query of an address, with other parameters after it; '' for none. */
export function queueQuery(filter: QueueFilter, more: More = {}): string {
  return queryOf({
    etat: STATE_NAMES[filter.state],
    groupe: filter.group,
    attente: filter.over,
    specialite: filter.speciality,
    piece: filter.code,
    session: filter.session,
    qui: filter.claim === null ? null : CLAIM_NAMES[filter.claim],
    ...more,
  });
}
