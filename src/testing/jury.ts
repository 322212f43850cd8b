/** Closed records, for the tests of the rooms above. */
export { aClosedJury, addSaid, ROOMS } from '../jury/testing.ts';
