import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { type Alarm, createAlarm, type Node } from '../platform/alarm.ts';
import { isOutage, type Tx } from '../platform/database/database.ts';
import type { DueAlone } from '../platform/database/due.ts';
import type { Inspection } from '../platform/documents/documents.ts';
import type { Inspector } from '../platform/documents/inspector.ts';
import type { FileStore } from '../platform/files.ts';
import { ok } from '../platform/result.ts';
import { forgetFiles, keptOnlyIf } from './keepFile.ts';
import { LIMITS, type Unread, type UnreadPart } from './keptFile.ts';
import { readAside } from './quarantine.ts';
import { keepRendering, type RenderedFile } from './receiveFile.ts';
import type { FileRefusal } from './refusals.ts';
import {
  countOver,
  countUnread,
  keepOriginal,
  keepTaken,
  putBack,
  stopWaiting,
  type Taken,
  takeNext,
  takeOver,
} from './unreadFiles.ts';

/** Files of one sort that may wait to be read, and what their room does once they are: the row of the file, by its id. */
export type ReadingSource<About = unknown> = {
  readonly room: string;
  /** What it hangs on, the enrolment first, as everywhere: its candidate may be giving or taking back what is read. Null: nobody waits for it. */
  lock(tx: Tx, id: string): Promise<About | null>;
  /** Gives until when what was sent is kept beside its rendering, where that leaves a doubt; null: it goes. */
  read(tx: Tx, about: About, id: string, file: RenderedFile): Promise<Temporal.Instant | null>;
  /**
   * It can't be read; `whole`: what there was to read, and which of several it is (null: what they make together). Gives until when what was
   * sent is kept; null: it goes.
   */
  refused(tx: Tx, about: About, id: string, refusal: FileRefusal, whole: Unreadable): Promise<Temporal.Instant | null>;
};

export type Unreadable = Unread & { readonly at: number | null };

/** Who reads what waits, the most urgent first: who stands in front of its page, then what ends first. */
export type FileReader = {
  readonly follow: (source: ReadingSource) => void;
  readonly start: () => void;
  /** Is it at files that wait? What comes now waits behind them. */
  readonly isReading: () => boolean;
  /** Reads what waits now, and says how many there were. */
  readonly readAll: () => Promise<number>;
  /** Says, once a minute, where something waits for too long. */
  readonly look: () => Promise<void>;
  /** What was sent and is kept no longer. */
  readonly originals: DueAlone;
  readonly stop: () => Promise<void>;
};

type Given = {
  readonly node: Node;
  readonly files: FileStore;
  readonly inspector: Pick<Inspector, 'inspect' | 'join' | 'isFree'>;
  /** Files read at once; 0: others read. */
  readonly atOnce: number;
};

const [POLL_MS, RENEW_MS, RETRY_SECONDS] = [500, 5_000, 15];
/** What waits longer is the office's to know, and the operator's to mend. */
const TOO_LONG_SECONDS = 3_600;
const BATCH = 100;

export function openFileReader(given: Given): FileReader {
  const { db, log } = given.node;
  const sources = new Map<string, ReadingSource>();
  const stopping = new AbortController();
  const { signal } = stopping;
  let running: Promise<unknown> = Promise.resolve();
  let underWay = 0;

  const readOne = async (): Promise<boolean> => {
    const one = signal.aborted ? null : await takeNext(db);
    if (one === null) return false;
    const source = sources.get(one.room);
    underWay += 1;
    const renewed = setInterval(() => void keepTaken(db, one.id).catch(() => undefined), RENEW_MS);
    try {
      if (source === undefined) throw new Error(`nobody reads files of ${one.room}`);
      await settle(given, source, one, await inspectParts(given, one));
    } catch (err) {
      if (!isOutage(err) && !(err instanceof GoneMeanwhile))
        log.error({ err }, 'a file that waits could not be read now');
      await putBack(db, one.id, RETRY_SECONDS).catch(() => undefined);
    } finally {
      clearInterval(renewed);
      underWay -= 1;
    }
    return true;
  };
  const drain = async (): Promise<number> => {
    let read = 0;
    while (await readOne()) read += 1;
    return read;
  };
  /** One looks whether something waits; when it does, all read. */
  const run = async (): Promise<void> => {
    while (!signal.aborted) {
      const found = await readOne().catch(() => false);
      if (found) await Promise.allSettled(Array.from({ length: given.atOnce }, drain));
      else await pause(POLL_MS, undefined, { signal, ref: false }).catch(() => undefined);
    }
  };
  const waitsTooLong = async (): Promise<Error | null> => {
    const { count, seconds } = await countUnread(db);
    return seconds > TOO_LONG_SECONDS ? new Error(`${count} wait, the longest for ${seconds} seconds`) : null;
  };
  const alarm: Alarm = createAlarm(given.node, {
    sort: 'files-unread',
    begins: (fault) => `files that were received wait for more than an hour to be read: ${fault.message}`,
    ends: 'no file waits for an hour to be read any more',
    tryAgain: waitsTooLong,
  });
  return {
    follow: (source) => void sources.set(source.room, source),
    start: () => {
      if (given.atOnce > 0) running = run();
    },
    isReading: () => underWay > 0,
    readAll: drain,
    look: async () => {
      const fault = await waitsTooLong();
      if (fault !== null) await alarm.raise(fault);
    },
    originals: {
      count: () => countOver(db),
      erase: async () => {
        for (let erased = 0; ; ) {
          const over = await takeOver(db, BATCH);
          await forgetFiles(
            given.files,
            over.flatMap(({ parts }) => keysOf(parts)),
          );
          erased += over.length;
          if (over.length < BATCH) return erased;
        }
      },
    },
    stop: async () => {
      stopping.abort();
      alarm.stop();
      await running;
    },
  };
}

function keysOf(parts: readonly UnreadPart[]): readonly string[] {
  return parts.map(({ key }) => key);
}

type Inspected = { readonly found: Inspection; readonly at: number | null };

/** One file is read; of several each is, then they are joined. The first that can't be is why the whole can't. */
async function inspectParts({ files, inspector }: Given, { owner, parts }: Taken): Promise<Inspected> {
  const bytesOf = ({ key, secret }: UnreadPart): Promise<Buffer> =>
    secret === null ? files.read(key) : readAside(files, { key, secret });
  const [only, ...others] = parts;
  const alone = only !== undefined && others.length === 0 && only.turns === 0;
  if (alone) return { found: await inspector.inspect({ owner, limits: LIMITS, read: () => bytesOf(only) }), at: 0 };
  const sheets: { readonly bytes: Uint8Array; readonly turns: number }[] = [];
  for (const [at, part] of parts.entries()) {
    const { secret, turns } = part;
    const seen = secret === null ? null : await inspector.inspect({ owner, limits: LIMITS, read: () => bytesOf(part) });
    if (seen !== null && 'fault' in seen) return { found: seen, at };
    sheets.push({ bytes: seen === null ? await bytesOf(part) : seen.content, turns });
  }
  return { found: await inspector.join({ owner, limits: LIMITS, read: async () => sheets }), at: null };
}

async function settle(given: Given, source: ReadingSource, one: Taken, { found, at }: Inspected): Promise<void> {
  if ('fault' in found && found.fault === 'busy') return putBack(given.node.db, one.id, RETRY_SECONDS);
  const parts =
    'fault' in found
      ? await settleRefused(given, source, { ...one, at }, found)
      : await settleRead(given, source, one, found);
  await forgetFiles(given.files, keysOf(parts));
}

/** Gives what may go: nothing, where somebody else was before. */
async function settleRead(
  given: Given,
  source: ReadingSource,
  { id, folder, parts }: Taken,
  found: Exclude<Inspection, { readonly fault: unknown }>,
): Promise<readonly UnreadPart[]> {
  const [first] = parts;
  const name = parts.length === 1 ? (first?.name ?? '') : joinedName(first?.name ?? '');
  const file = await keepRendering(given, `${folder}/${randomUUID()}`, name, found);
  const settled = await keptOnlyIf(given, [file.fileKey], () =>
    given.node.db.transaction().execute(async (tx) => {
      const about = await source.lock(tx, id);
      const until = about === null ? null : await source.read(tx, about, id, file);
      // Where somebody else read it, what was written here is undone.
      if (until !== null) await keepUntil(tx, id, until);
      const gone = until === null ? await stopWaiting(tx, id) : [];
      if (gone === null) throw new GoneMeanwhile();
      return ok(gone);
    }),
  );
  return settled.ok ? settled.value : [];
}

/** Somebody else read it meanwhile, or its person took it back. */
class GoneMeanwhile extends Error {}

async function keepUntil(tx: Tx, id: string, until: Temporal.Instant): Promise<void> {
  if (!(await keepOriginal(tx, id, until))) throw new GoneMeanwhile();
}

async function settleRefused(
  { node }: Given,
  source: ReadingSource,
  { id, folder, owner, parts, at }: Taken & Unreadable,
  { fault }: Extract<Inspection, { readonly fault: unknown }>,
): Promise<readonly UnreadPart[]> {
  return node.db.transaction().execute(async (tx) => {
    const about = await source.lock(tx, id);
    const whole = { folder, owner, parts, at };
    const until = about === null ? null : await source.refused(tx, about, id, { code: `file-${fault}` }, whole);
    if (until === null) return (await stopWaiting(tx, id)) ?? [];
    await keepUntil(tx, id, until);
    return [];
  });
}

/** Of several files that become one document: the name of the first. */
export function joinedName(first: string): string {
  return `${first.replace(/\.[a-z]+$/i, '') || 'document'}.pdf`;
}
