/** RFC 6238: a code of an application lives one step. */
const STEP_SECONDS = 30;

/** A code is taken one step before and one after its own (RFC 6238, 5.2). */
const TOLERANCE = 1;

/** How far away a code is looked for, ten minutes, only to say why it isn't taken. */
const SIGHT = 20;

export type CodeVerdict = 'good' | 'used' | 'expired' | 'ahead' | 'wrong';

export function stepAt(instant: Temporal.Instant): number {
  return Math.floor(instant.epochMilliseconds / 1000 / STEP_SECONDS);
}

/** The steps to look at, the nearest first. */
export function stepsAround(now: number): readonly number[] {
  return [now, ...Array.from({ length: SIGHT }, (_, index) => [now - index - 1, now + index + 1]).flat()];
}

/** What to say of the code of `step`; null: of none that was looked at. `last`: that of the last code taken. */
export function judgeCode(step: number | null, now: number, last: number): CodeVerdict {
  if (step === null) return 'wrong';
  if (step > now + TOLERANCE) return 'ahead';
  if (step < now - TOLERANCE) return 'expired';
  return step <= last ? 'used' : 'good';
}
