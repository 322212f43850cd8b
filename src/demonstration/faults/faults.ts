import type { Database } from '../../platform/database/database.ts';
import { type FileStore, StoreFault } from '../../platform/files.ts';
import type { Jobs } from '../../platform/jobs.ts';
import type { Log } from '../../platform/log.ts';
import { createOutbox, type Outbox } from '../../platform/mail/outbox.ts';
import type { Transport } from '../../platform/mail/transport.ts';

export const FAULTS = ['relay', 'store'] as const;
export type FaultName = (typeof FAULTS)[number];

/** A demonstration is never left broken by who looked at an outage and went. */
export const FAULT_MINUTES = 10;

/** Outages that somebody asked a demonstration for: in the memory of its process, each over by itself. */
export type Faults = {
  /** Until when it lasts, on the machine's clock; null: all is well. */
  readonly until: (fault: FaultName) => Temporal.Instant | null;
  readonly begin: (fault: FaultName) => void;
  readonly end: (fault: FaultName) => void;
  /** The same store, which fails as a broken disk does while its outage lasts. */
  readonly store: (store: FileStore) => FileStore;
  /** The same relay, which can't be reached while its outage lasts, and knows a domain of no mail box. Without one, what is written meanwhile waits, and is kept after. */
  readonly outbox: (db: Database, jobs: Jobs, transport: Transport | null, log: Log) => Outbox;
};

/** Mails to it are refused for good, as those to a box that is gone: the office sees in a demonstration what it does then. */
const REFUSING = /@refuse\.example$/i;

export function createFaults(now: () => Temporal.Instant = Temporal.Now.instant): Faults {
  const ends = new Map<FaultName, Temporal.Instant>();
  const until = (fault: FaultName): Temporal.Instant | null => {
    const end = ends.get(fault) ?? null;
    return end !== null && Temporal.Instant.compare(now(), end) < 0 ? end : null;
  };
  return {
    until,
    begin: (fault) => void ends.set(fault, now().add({ minutes: FAULT_MINUTES })),
    end: (fault) => void ends.delete(fault),
    store: (store) => failing(store, () => until('store') !== null),
    outbox: (db, jobs, transport, log) => {
      const isAway = (): boolean => until('relay') !== null;
      const leaving = createOutbox(db, jobs, away(transport ?? KEEPING, isAway), log);
      if (transport !== null) return leaving;
      const keeping = createOutbox(db, jobs, null);
      const leaves = (recipient: string): boolean => isAway() || REFUSING.test(recipient);
      return { post: (tx, letter) => (leaves(letter.recipient) ? leaving : keeping).post(tx, letter) };
    },
  };
}

export function readFault(text: unknown): FaultName | null {
  return FAULTS.find((one) => one === text) ?? null;
}

function failing(store: FileStore, isAway: () => boolean): FileStore {
  const tried = async <Done>(work: () => Promise<Done>): Promise<Done> => {
    if (isAway()) throw broken();
    return work();
  };
  return {
    ...store,
    put: async (key, content, accept) => {
      if (!isAway()) return store.put(key, content, accept);
      // Whoever sends is told once all was sent, as by a disk that refuses.
      for await (const _ of content);
      throw broken();
    },
    open: (key) => tried(() => store.open(key)),
    read: (key) => tried(() => store.read(key)),
    write: (key, content) => tried(() => store.write(key, content)),
    remove: (key) => tried(() => store.remove(key)),
    sweepDrafts: () => tried(() => store.sweepDrafts()),
    list: () => {
      if (isAway()) throw broken();
      return store.list();
    },
  };
}

function broken(): StoreFault {
  const cause = Object.assign(new Error('EIO: i/o error'), { code: 'EIO' });
  return new StoreFault("the folder of files can't be used: the disk is broken (EIO), as /demo was asked", cause);
}

/** Where there is no relay: what waited for one is read at /demo/courrier. */
const KEEPING: Transport = {
  send: async () => 'kept by the demonstration',
  verify: async () => undefined,
  close: () => undefined,
};

function away(transport: Transport, isAway: () => boolean): Transport {
  const reached = async (): Promise<void> => {
    if (!isAway()) return;
    const cause = { code: 'ESOCKET', command: 'CONN' };
    throw Object.assign(new Error('connect ECONNREFUSED, as /demo was asked'), cause);
  };
  return {
    ...transport,
    send: async (mail) => {
      await reached();
      if (!REFUSING.test(mail.recipient)) return transport.send(mail);
      throw Object.assign(new Error('550 5.1.1 No such mail box, as /demo has it'), {
        responseCode: 550,
        command: 'RCPT TO',
      });
    },
    verify: () => reached().then(transport.verify),
  };
}
