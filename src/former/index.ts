import './events.ts';

export { forgetFormerResults } from './actions/forgetOld.ts';
export { addresses as formerAddresses } from './addresses.ts';
export type { FormerDeps } from './deps.ts';
export { KEPT_DAYS as FORMER_KEPT_DAYS } from './former.ts';
export { formerMigrations } from './migrations.ts';
export { personTexts as formerPersonTexts } from './personTexts.ts';
export { formerRoutes } from './routes.ts';
export { texts as formerTexts } from './texts.ts';
export { createFormerReader } from './work/reader.ts';
