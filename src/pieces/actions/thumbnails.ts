import { renderFile } from '../../keptFiles/index.ts';
import { createFairQueue } from '../../platform/fairQueue.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import type { PiecesDeps } from '../deps.ts';
import type { Deposit } from '../piece.ts';
import type { Refusal } from '../refusals.ts';

/** A JPEG of the first page of a deposit, its longest side `THUMBNAIL` pixels: to know it again, too small to read it. */
export type Thumbnails = (reader: string, deposit: Pick<Deposit, 'fileKey'>) => Promise<Result<Buffer, Refusal>>;

/** Twice the points that the page gives it. */
const THUMBNAIL = 160;

/**
 * Drawn when they are looked at, one at a time and in one lane of the readers of files: however many are asked for, they never
 * stand before a deposit. Errors: `file-busy` when too many wait; the page then shows the name alone.
 */
export function createThumbnails(deps: Pick<PiecesDeps, 'files' | 'inspector'>): Thumbnails {
  const queue = createFairQueue({ atOnce: 1, perLane: 24, inAll: 200 });
  return async (reader, { fileKey }) => {
    const turn = await queue.run(reader, () =>
      renderFile(deps, 'thumbnails', () => deps.files.read(fileKey), { page: 1, longest: THUMBNAIL }),
    );
    if (!turn.ok) return refuse({ code: 'file-busy' });
    return turn.value.ok ? ok(Buffer.from(turn.value.value.content)) : turn.value;
  };
}
