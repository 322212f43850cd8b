import './events.ts';

export { convocationTexts } from './convocationTexts.ts';
export type { SummonsDeps } from './deps.ts';
export { summonsMigrations } from './migrations.ts';
export { convocationRoutes } from './routes/convocation.ts';
export { summonsDeskRoutes } from './routes.ts';
export { begunTests, nextTestOf } from './rules/nextTest.ts';
export { readCheckinCodes } from './store/checkinCodes.ts';
export { lastSummons } from './store/summonses.ts';
export { countSummonses, type SummonsFilter } from './store/summonsList.ts';
export { subscribeSummonses } from './subscribe.ts';
export type { Summons } from './summons.ts';
export { summonsListTexts } from './summonsListTexts.ts';
export { withoutSummons } from './withoutSummons.ts';
