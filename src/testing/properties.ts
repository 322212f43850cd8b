import fc from 'fast-check';

/**
 * Properties try the same inputs at every run of `npm test`: what it says of a change never depends on luck. Luck has a
 * command of its own, `npm run properties`, whose finds become tests; it sets these two variables.
 */
const FIXED_SEED = 20_240_308;
const seed = Number(process.env.REGISTRE_PROPERTY_SEED ?? FIXED_SEED);
const times = Number(process.env.REGISTRE_PROPERTY_TIMES ?? 1);

fc.configureGlobal({ seed, ...runs(100) });

/** For a property that costs more than most, or finds more when it is asked more: how many inputs `npm test` tries. */
export function runs(usual: number): { readonly numRuns: number } {
  return { numRuns: usual * times };
}

/** Before the first test (vitest's `globalSetup`). */
export default function sayTheSeed(): void {
  process.stdout.write(
    `Properties run on the seed ${seed}${times === 1 ? '' : `, ${times} times their usual runs`}.\n`,
  );
}
