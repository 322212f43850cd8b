export { convocationTexts } from './convocationTexts.ts';
export type { SummonsDeps } from './deps.ts';
export { SUMMONS_EVENTS } from './events.ts';
export type { ExpectedCall, NewCall } from './expectedCalls.ts';
export { summonsMails } from './mails.ts';
export { summonsMigrations } from './migrations.ts';
export { convocationRoutes } from './routes/convocation.ts';
export { summonsDeskRoutes } from './routes.ts';
export { asExpected, keyOf as callKey, standingCalls } from './rules/expected.ts';
export { begunTests, nextTestOf, type SoonTest, soonOf } from './rules/nextTest.ts';
export { readCheckinCodes } from './store/checkinCodes.ts';
export {
  expectCalls,
  lastChangedDay,
  lastRankOf,
  listExpectedCalls,
  listMovedCalls,
  type MovedCall,
} from './store/expectedCalls.ts';
export { lastSummons } from './store/summonses.ts';
export { countSummonses, type SummonsFilter } from './store/summonsList.ts';
export { subscribeSummonses } from './subscribe.ts';
export { comesAt, type Summons } from './summons.ts';
export { summonsListTexts } from './summonsListTexts.ts';
export { withoutSummons } from './withoutSummons.ts';
