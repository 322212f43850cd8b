/** Locked marks and the tables that an account is read from, for the tests of the rooms above. */
export { lockedBatch } from '../marks/testing.ts';
export { ROOMS } from '../results/testing.ts';
