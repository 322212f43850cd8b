import type { Readable } from 'node:stream';

/** Where files of people stand: under keys of our own making, outside what the web serves. */
export type FileStore = {
  /**
   * Streams a file in. Nothing is kept unless the whole of it arrived and `accept` says yes. Throws what cut the stream, or a
   * `StoreFault` once the stream was read to its end.
   */
  readonly put: (
    key: string,
    content: AsyncIterable<Buffer>,
    accept: (received: StoredBytes) => Promise<boolean>,
  ) => Promise<StoredBytes | null>;
  /** Throws a `MissingFile` where there is none. */
  readonly open: (key: string) => Promise<Readable>;
  readonly read: (key: string) => Promise<Buffer>;
  readonly write: (key: string, content: Buffer) => Promise<void>;
  readonly remove: (key: string) => Promise<void>;
  /** Every file that is kept, in no order. */
  readonly list: () => AsyncGenerator<{ readonly key: string; readonly modifiedAt: Temporal.Instant }>;
  /** Forgets uploads that nobody finished; says how many. */
  readonly sweepDrafts: () => Promise<number>;
};

export type StoredBytes = {
  readonly size: number;
  /** The bytes received, to look at before they are accepted. */
  readonly read: () => Promise<Buffer>;
};

/** Bytes that are there already, given as those that arrive are. */
export async function* asStream(content: Buffer): AsyncGenerator<Buffer> {
  yield content;
}
