import './events.ts';

export { addresses as replacementAddresses } from './addresses.ts';
export type { ReplacementDeps } from './deps.ts';
export { replacementMigrations } from './migrations.ts';
export { replacementRoutes } from './routes.ts';
export { texts as replacementTexts } from './texts.ts';
