import { Readable } from 'node:stream';
import { ok, type Result, refuse } from '../result.ts';

const AT_ONCE = 10;
const LONGEST_MS = 30 * 60_000;

/** Long downloads of a node: one a person, few in all, none without end. */
export type Downloads = {
  readonly start: (person: string, chunks: AsyncIterable<Uint8Array>) => Result<Readable, 'busy' | 'crowded'>;
};

export function createDownloads(longestMs = LONGEST_MS): Downloads {
  const running = new Set<string>();
  return {
    start: (person, chunks) => {
      if (running.has(person)) return refuse('busy');
      if (running.size >= AT_ONCE) return refuse('crowded');
      running.add(person);
      const stream = Readable.from(chunks, { objectMode: false });
      const end = setTimeout(() => stream.destroy(new Error('A download took too long')), longestMs).unref();
      // Also of one that is cut before its first byte.
      stream.once('close', () => {
        clearTimeout(end);
        running.delete(person);
      });
      return ok(stream);
    },
  };
}
