import './events.ts';

export { describeKeyed } from './api/describe.ts';
export { type ApiDeps, keyedRoutes } from './api/routes.ts';
export { SCOPES } from './apiKey.ts';
export { INTEGRATION_EVENTS } from './events.ts';
export type { IntegrationDeps } from './hookRoutes.ts';
export { hookTexts } from './hookTexts.ts';
export { hookMails } from './mails.ts';
export { integrationMigrations } from './migrations.ts';
export { integrationRoutes } from './routes.ts';
export { RECEIVERS } from './send.ts';
export { oldDeliveries } from './store/deliveries.ts';
export { type KeyReading, readingsByKeys } from './store/readings.ts';
export { subscribeHooks } from './subscribe.ts';
export { integrationTexts, scopeData } from './texts.ts';
