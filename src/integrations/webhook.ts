import {
  columns,
  instant,
  integer,
  nullable,
  oneOf,
  type RowOf,
  text,
  texts,
  uuid,
} from '../platform/database/columns.ts';
import { transitions } from '../platform/transitions.ts';

/**
 * A notice that Registre sends to another program when something of a file happens (*webhook*): which file and what, never who nor why. Its
 * reader asks with a key. Each may come twice, and in any order: its id says which it is.
 */

/**
 * What may be told of a file: a closed list, with the events that it comes of. None has anything of health in it: a piece is told only if it is
 * one that `piece_standing` shows.
 */
export const FACTS = {
  'file.registered': ['enrolment.registered', 'enrolment.modified'],
  'file.signed': ['enrolment.signed'],
  'file.validated': ['enrolment.validated', 'enrolment.validationRestored'],
  'file.unvalidated': ['enrolment.unvalidated'],
  'file.ended': ['enrolment.withdrawn', 'enrolment.setAside', 'enrolment.cancelled', 'person.ended'],
  'file.restored': ['enrolment.reinstated', 'enrolment.restored'],
  'piece.decided': ['piece.reviewed', 'piece.reviewTakenBack'],
  'result.published': ['results.published'],
} as const;
export type Fact = keyof typeof FACTS;
export const FACT_NAMES: readonly Fact[] = [
  'file.registered',
  'file.signed',
  'file.validated',
  'file.unvalidated',
  'file.ended',
  'file.restored',
  'piece.decided',
  'result.published',
];

/** Hooks that an academy may have. */
export const HOOK = { most: 10, nameLength: 60 } as const;

export const HOOK_LIFE = transitions({
  title: 'Webhook',
  column: 'webhook.state',
  words: 'integrations/hookTexts.ts',
  means: {
    active: 'what happens is sent',
    suspended: 'nothing is sent; what happens is kept among what was not taken',
    removed: 'nothing is sent nor kept any more',
  },
  refusals: { active: 'hook-active', suspended: 'hook-suspended', removed: 'hook-removed' },
  acts: {
    declare: { from: [], to: 'active', who: 'a head' },
    suspend: {
      from: ['active'],
      to: 'suspended',
      who: 'the night of three days of failures, or a head',
      undone: 'resume',
    },
    resume: { from: ['suspended'], to: 'active', who: 'a head', undone: 'suspend' },
    renew: { from: ['active', 'suspended'], who: 'a head: another secret' },
    'send-again': { from: ['active'], who: 'a head' },
    remove: { from: ['active', 'suspended'], to: 'removed', who: 'a head' },
  },
});
export type HookState = (typeof HOOK_LIFE.states)[number];

export const DELIVERY_LIFE = transitions({
  title: 'Delivery of a webhook',
  column: 'webhook_delivery.state',
  words: 'integrations/hookTexts.ts',
  means: {
    waiting: 'to be sent, or sent again',
    delivered: 'its receiver answered 2xx',
    dead: 'nobody took it within a day, or its hook was suspended',
  },
  acts: {
    write: { from: [], to: 'waiting', who: 'what happens, in its transaction' },
    'write-aside': { from: [], to: 'dead', who: 'what happens, of a hook that is suspended' },
    take: { from: ['waiting'], to: 'delivered', who: 'its receiver' },
    'give-up': { from: ['waiting'], to: 'dead', who: 'time', undone: 'send-again' },
    'send-again': { from: ['dead'], to: 'waiting', who: 'a head' },
  },
});
export type DeliveryState = (typeof DELIVERY_LIFE.states)[number];

export const WEBHOOK = columns({
  id: uuid,
  academy: text,
  name: text,
  address: text,
  facts: texts,
  state: oneOf(HOOK_LIFE.states),
  secretRank: integer,
  /** Times in a row that its receiver could not be reached. */
  failures: integer,
  /** Since when nothing was taken; null: the last one was. */
  failingSince: nullable(instant),
  restUntil: nullable(instant),
  madeBy: uuid,
  madeAt: instant,
});
export type Webhook = RowOf<typeof WEBHOOK>;

/** Why a try wasn't taken. `answered`: by another status than 2xx. */
const FAULTS = ['answered', 'timeout', 'unreachable', 'unknown-host', 'inside', 'suspended'] as const;
export type Fault = (typeof FAULTS)[number];

export const DELIVERY = columns({
  id: uuid,
  session: text,
  webhookId: uuid,
  fact: text,
  /** Exactly what is signed and sent. */
  body: text,
  state: oneOf(DELIVERY_LIFE.states),
  tries: integer,
  nextAt: instant,
  expiresAt: instant,
  status: nullable(integer),
  fault: nullable(oneOf(FAULTS)),
  createdAt: instant,
  deliveredAt: nullable(instant),
});
export type Delivery = RowOf<typeof DELIVERY>;

export type HookRefusal =
  | { readonly code: 'hook-active' }
  | { readonly code: 'hook-suspended' }
  | { readonly code: 'hook-removed' }
  | { readonly code: 'too-many-hooks' }
  | { readonly code: 'unreadable' }
  | { readonly code: 'not-https' }
  | { readonly code: 'no-name' }
  | { readonly code: 'holds-password' }
  | { readonly code: 'inside' }
  | { readonly code: 'unknown-host' };
