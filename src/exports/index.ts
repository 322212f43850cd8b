import './events.ts';

export { recordLetters } from './actions/recordExport.ts';
export { addresses as exportAddresses } from './addresses.ts';
export { EXPORT_EVENTS } from './events.ts';
export { exportMigrations } from './migrations.ts';
export { exportRoutes } from './routes.ts';
export { exportTexts } from './texts.ts';
