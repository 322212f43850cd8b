/** Centres and published plans, for the tests of the rooms above. */
export { aCentre, aSeat, placedSeats, publishedPlan } from './examSite.ts';
