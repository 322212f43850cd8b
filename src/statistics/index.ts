export { addresses as statisticsAddresses } from './addresses.ts';
export type { StatisticsDeps } from './deps.ts';
export { statisticsRoutes } from './routes.ts';
export { texts as statisticsTexts } from './texts.ts';
