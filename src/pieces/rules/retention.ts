import { type Catalogue, keptFor } from '../../catalogue/index.ts';
import { after } from '../../platform/time.ts';
import type { Deposit } from '../piece.ts';
import { laterOf } from './correctionTime.ts';

/**
 * A file that the candidate took back is kept for the time in which a decision can be contested: one who says that a file was never
 * theirs to lose can still be shown it. A file that was replaced was decided on, or could have been: it is kept for longer, after the
 * session's last correction.
 */
export type FilesKept = { readonly removed: Temporal.Duration; readonly replaced: Temporal.Duration };

export function filesKept(catalogue: Catalogue): FilesKept {
  return { removed: keptFor(catalogue, 'removedFile'), replaced: keptFor(catalogue, 'replacedFile') };
}

/**
 * From when on the bytes of a file that no longer counts are destroyed (RGPD, art. 5.1 e: no longer than needed); its name,
 * its receipt, its hash and its instants stay. Null: kept, as it counts.
 */
export function depositErasedFrom(
  { state, endedAt }: { readonly state: Deposit['state']; readonly endedAt: Temporal.Instant },
  lastCorrectionAt: Temporal.Instant,
  kept: FilesKept,
): Temporal.Instant | null {
  // Of what could not be read nothing was kept but what was sent, for a while (`keptFiles`).
  if (state === 'stored' || state === 'refused') return null;
  if (state === 'removed') return after(endedAt, kept.removed);
  return after(laterOf(endedAt, lastCorrectionAt), kept.replaced);
}
