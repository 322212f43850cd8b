import './events.ts';

export { eraseDocuments } from './actions/eraseDocuments.ts';
export { recordReading as recordHealthReading } from './actions/recordReading.ts';
export { addresses as accommodationAddresses } from './addresses.ts';
export { ACCOMMODATION } from './decisions.ts';
export type { AccommodationDeps } from './deps.ts';
export { accommodationDue } from './due.ts';
export { accommodationMigrations } from './migrations.ts';
export type { Request as AccommodationRequest } from './request.ts';
export { accommodationRoutes } from './routes.ts';
export { eraseFrom as eraseHealthFrom } from './rules/retention.ts';
export { scanDocuments } from './scans.ts';
export { documentLedger } from './store/ledger.ts';
export { countWaiting, countWaitingIn } from './store/list.ts';
export { findRequest } from './store/requests.ts';
export { listToNotify } from './store/toNotify.ts';
export { unsentRequests } from './subscribe.ts';
export { texts as accommodationTexts } from './texts.ts';
