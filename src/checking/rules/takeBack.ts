import { offeredUntil, type PastReview } from '../../pieces/index.ts';
import type { TakeBack } from '../pages/takeBack.tsx';

/** The last decision on a piece, if this officer took it and may still take it back. */
export function takeBackOf(
  { id: pieceId, rowVersion }: { readonly id: string; readonly rowVersion: number },
  last: PastReview | undefined,
  officerId: string,
  now: Temporal.Instant,
): TakeBack | null {
  if (last === undefined || last.officerId !== officerId || last.takenBackAt !== null) return null;
  if (last.before?.rowVersion !== rowVersion) return null;
  const seconds = Math.ceil(now.until(offeredUntil(last)).total('seconds'));
  return seconds > 0 ? { pieceId, reviewId: last.id, seconds } : null;
}
