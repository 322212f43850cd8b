import './events.ts';

export type { Banner, BannerRefusal } from './incident.ts';
export { type LiveBanners, openBanners } from './liveBanners.ts';
export { incidentMigrations } from './migrations.ts';
export { addresses as incidentDesk } from './office/addresses.ts';
export type { IncidentDeps } from './office/deps.ts';
export { incidentTexts } from './office/incidentTexts.ts';
export { incidentRoutes } from './office/routes/incident.ts';
export { type Minutes, readService } from './readService.ts';
export { lengthProposed, nearTo, type Proposed } from './rules/lengthProposed.ts';
export { forgetOldBanners, type StandingBanner } from './store.ts';
export { troubleTexts } from './troubleTexts.ts';
