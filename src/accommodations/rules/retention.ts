import type { FilesKept } from '../../pieces/index.ts';
import { after } from '../../platform/time.ts';

/**
 * From when on the bytes of a document of health are destroyed (RGPD, art. 5.1 e): taken back, as any file; what counted, after the
 * session's last correction, which leaves the time of an appeal; what was decided stays in its notification.
 */
export function documentErasedFrom(
  { state, endedAt }: { readonly state: 'stored' | 'removed'; readonly endedAt: Temporal.Instant },
  lastCorrectionAt: Temporal.Instant,
  kept: FilesKept,
): Temporal.Instant {
  if (state === 'removed') return after(endedAt, kept.removed);
  const last = Temporal.Instant.compare(endedAt, lastCorrectionAt) > 0 ? endedAt : lastCorrectionAt;
  return after(last, kept.replaced);
}
