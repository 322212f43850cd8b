import './events.ts';

export { removeBanner, showBanner } from './actions/setBanner.ts';
export { BANNER, BANNER_HOURS, type Banner, type BannerRefusal } from './incident.ts';
export { type LiveBanners, openBanners } from './liveBanners.ts';
export { incidentMigrations } from './migrations.ts';
export { type Minutes, readService } from './readService.ts';
export { bannerRefusals } from './refusals.ts';
export { LEAST_HOURS, lengthProposed, nearTo, type Proposed } from './rules/lengthProposed.ts';
export { findBanner, forgetOldBanners, type StandingBanner } from './store.ts';
