/** Centres and published plans, for the tests of the rooms above. */
export { aCentre, publishedPlan, type SeatGiven } from '../exam/testing.ts';
