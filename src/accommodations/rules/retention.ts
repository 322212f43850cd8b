import { REMOVED_KEPT, SUPERSEDED_FILE_KEPT } from '../../pieces/index.ts';
import { inParis } from '../../platform/time.ts';

/**
 * From when on the bytes of a document of health are destroyed (RGPD, art. 5.1 e). Taken back: two months, as any file (code de
 * justice administrative, R. 421-1). What counted: a year after the session's last correction, which leaves the time of an
 * appeal; what was decided stays in its notification. No text fixes them (decision 021).
 */
export function documentErasedFrom(
  { state, endedAt }: { readonly state: 'stored' | 'removed'; readonly endedAt: Temporal.Instant },
  lastCorrectionAt: Temporal.Instant,
): Temporal.Instant {
  if (state === 'removed') return after(endedAt, REMOVED_KEPT);
  const last = Temporal.Instant.compare(endedAt, lastCorrectionAt) > 0 ? endedAt : lastCorrectionAt;
  return after(last, SUPERSEDED_FILE_KEPT);
}

function after(instant: Temporal.Instant, duration: Temporal.DurationLike): Temporal.Instant {
  return inParis(instant).add(duration).toInstant();
}
