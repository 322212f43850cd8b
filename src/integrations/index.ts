import './events.ts';

export { describeKeyed } from './api/describe.ts';
export { type ApiDeps, keyedRoutes } from './api/routes.ts';
export { SCOPES } from './apiKey.ts';
export { INTEGRATION_EVENTS } from './events.ts';
export { integrationMigrations } from './migrations.ts';
export { integrationRoutes } from './routes.ts';
export { type KeyReading, readingsByKeys } from './store/readings.ts';
export { integrationTexts, scopeData } from './texts.ts';
