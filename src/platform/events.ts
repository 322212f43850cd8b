import type { Tx } from './database/database.ts';
import { type Act, type Json, record, type Subject } from './journal.ts';

/**
 * The closed list of events, each with what it carries. A context adds its own by declaration merging in its `events.ts`.
 */
// biome-ignore lint/suspicious/noEmptyInterface: filled by the contexts
export interface Events {}

export type EventName = keyof Events;

export type Published<Name extends EventName> = {
  readonly id: string;
  readonly name: Name;
  readonly subject: Subject;
  readonly act: Act;
  readonly payload: Events[Name];
};

export type Handler<Name extends EventName> = (tx: Tx, event: Published<Name>) => Promise<void>;

/**
 * Carries a change from a lower context to the higher ones, inside the transaction of the change: handlers only write rows
 * (work that takes time is a job enqueued by a handler). Every event is also an entry of the journal.
 */
export type EventBus = {
  readonly subscribe: <Name extends EventName>(name: Name, handler: Handler<Name>) => void;
  readonly publish: <Name extends EventName>(
    tx: Tx,
    act: Act,
    name: Name,
    subject: Subject,
    payload: Events[Name],
  ) => Promise<string>;
};

export function createEventBus(): EventBus {
  const handlers = new Map<EventName, Handler<EventName>[]>();
  return {
    subscribe: (name, handler) => {
      const list = handlers.get(name) ?? [];
      list.push(handler as unknown as Handler<EventName>);
      handlers.set(name, list);
    },
    publish: async (tx, act, name, subject, payload) => {
      const id = await record(tx, act, name, subject, payload as Json);
      for (const handler of handlers.get(name) ?? [])
        await handler(tx, { id, name, subject, act, payload } as Published<EventName>);
      return id;
    },
  };
}
