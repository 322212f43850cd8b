/**
 * What the counter of a signature says of its key (WebAuthn, 6.1.1 and 7.2, step 22). Authenticators that don't count always say 0; of the
 * others each signature says more than the one before: a number that was passed already comes from a copy of the key.
 */
export function judgeCounter(last: number, given: number): 'good' | 'back' {
  return given > last || (given === 0 && last === 0) ? 'good' : 'back';
}
