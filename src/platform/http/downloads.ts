import { Readable } from 'node:stream';
import { ok, type Result, refuse } from '../result.ts';
import type { Reply } from './visit.ts';

const AT_ONCE = 10;
const LONGEST_MS = 30 * 60_000;

/** Long downloads of a node: one a person, few in all, none without end. */
export type Downloads = {
  readonly start: (person: string, chunks: AsyncIterable<Uint8Array>) => Result<Readable, 'busy' | 'crowded'>;
  /** The same as an answer, saved under our own name for it as it is made. Nothing leaves before `note` has written down who takes it. */
  readonly give: (
    person: string,
    chunks: AsyncIterable<Uint8Array>,
    file: { readonly type: string; readonly name: string },
    note: () => Promise<void>,
  ) => Promise<Result<Reply, 'busy' | 'crowded'>>;
};

export function createDownloads(longestMs = LONGEST_MS): Downloads {
  const running = new Set<string>();
  const start: Downloads['start'] = (person, chunks) => {
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
  };
  return {
    start,
    give: async (person, chunks, { type, name }, note) => {
      const started = start(person, chunks);
      if (!started.ok) return started;
      const body = started.value;
      await note().catch((error: unknown) => {
        body.destroy();
        throw error;
      });
      const headers = {
        'content-type': type,
        'content-disposition': `attachment; filename="${name}"`,
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, no-store',
      };
      return ok({ status: 200, headers, cookies: [], body });
    },
  };
}
