import type { Tx } from './database/database.ts';
import type { Carried, EventName, Events } from './defineEvents.ts';
import { type Act, type JournalSubject, record } from './journal.ts';

type CarriedBy<Name> = Name extends keyof Carried ? Carried[Name] : null;

/** Who follows an event comes in this order, whoever subscribed first: what the change settles, then what is told of it. */
const PHASES = ['settle', 'tell'] as const;
export type Phase = (typeof PHASES)[number];

export type Published<Name extends EventName> = {
  readonly id: string;
  readonly name: Name;
  readonly subject: JournalSubject;
  readonly act: Act;
  readonly payload: Events[Name];
  readonly carried: CarriedBy<Name>;
};

export type Handler<Name extends EventName> = (tx: Tx, event: Published<Name>) => Promise<void>;

/**
 * Carries a change from a lower context to the higher ones, inside the transaction of the change: handlers only write rows
 * (work that takes time is a job enqueued by a handler). Every event is also an entry of the journal.
 */
export type EventBus = {
  /** Follows one event, or several alike. */
  readonly subscribe: <Name extends EventName>(
    names: Name | readonly Name[],
    phase: Phase,
    handler: Handler<Name>,
  ) => void;
  readonly publish: <Name extends EventName>(
    tx: Tx,
    act: Act,
    name: Name,
    subject: JournalSubject,
    payload: Events[Name],
    ...carried: Name extends keyof Carried ? [carried: Carried[Name]] : []
  ) => Promise<string>;
};

export function createEventBus(): EventBus {
  const handlers: {
    readonly names: readonly EventName[];
    readonly phase: Phase;
    readonly handle: (tx: Tx, event: never) => Promise<void>;
  }[] = [];
  return {
    subscribe: (names, phase, handler) => {
      handlers.push({ names: [names].flat(), phase, handle: handler });
    },
    publish: async (tx, act, name, subject, payload, ...[carried = null]) => {
      const id = await record(tx, act, name, subject, payload);
      const event = { id, name, subject, act, payload, carried } as never;
      for (const phase of PHASES)
        for (const one of handlers) if (one.phase === phase && one.names.includes(name)) await one.handle(tx, event);
      return id;
    },
  };
}
