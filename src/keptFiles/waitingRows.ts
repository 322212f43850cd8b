import { type RawBuilder, sql } from 'kysely';
import { columns, flag, uuid } from '../platform/database/columns.ts';
import type { Tx } from '../platform/database/database.ts';
import { type FilesOf, writeRead } from './filesOf.ts';
import type { ReadingSource } from './readings.ts';
import type { FileRefusal } from './refusals.ts';

/** Files of a room whose rows hold one each and hang on nothing: its table has the columns `unread`, `refusal` and `enrolment_id`. */
export type WaitingRows<About> = {
  readonly room: string;
  readonly files: FilesOf;
  /** The rows that still count for who gave them. */
  readonly counts: RawBuilder<unknown>;
  readonly lock: (tx: Tx, enrolmentId: string) => Promise<About>;
  readonly read: (tx: Tx, about: About, id: string, sha256: string) => Promise<void>;
  /** Of one that counts: tells it, and says until when what was sent is kept; null: nobody is to be told any more. */
  readonly refused: (tx: Tx, about: About, id: string, refusal: FileRefusal) => Promise<Temporal.Instant | null>;
};

const OWNER = columns({ enrolmentId: uuid });
const ENDED = columns({ counts: flag });

/** What the reading of such files changes: their row, and what their room makes of it. */
export function readingOf<About>({ room, files, counts, ...rows }: WaitingRows<About>): ReadingSource<About> {
  return {
    room,
    lock: async (tx, id) => {
      const owner = await OWNER.first(tx, sql`select ${OWNER} from ${files.table} where id = ${id}`);
      return owner === null ? null : rows.lock(tx, owner.enrolmentId);
    },
    read: async (tx, about, id, file) => {
      await writeRead(files, tx, id, file);
      await rows.read(tx, about, id, file.sha256);
      return null;
    },
    refused: async (tx, about, id, refusal) => {
      const ended = await ENDED.first(
        tx,
        sql`update ${files.table} set unread = false, refusal = ${refusal.code}, erased_at = business_now() where id = ${id} and unread
          returning ${counts} as counts`,
      );
      return ended?.counts === true ? rows.refused(tx, about, id, refusal) : null;
    },
  };
}

type Given = { readonly finishedAt: Temporal.Instant; readonly refusal: FileRefusal['code'] | null };

/** Those that count, apart from those that could not be read and after which no other came for the same thing. */
export function partedByReading<File extends Given>(
  files: readonly File[],
  isForTheSame: (one: File, other: File) => boolean,
): { readonly given: readonly File[]; readonly unreadable: readonly File[] } {
  const given = files.filter(({ refusal }) => refusal === null);
  const isAnswered = (one: File): boolean =>
    files.some(
      (other) =>
        other !== one && isForTheSame(one, other) && Temporal.Instant.compare(other.finishedAt, one.finishedAt) > 0,
    );
  return { given, unreadable: files.filter((one) => one.refusal !== null && !isAnswered(one)) };
}
