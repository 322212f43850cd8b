import './events.ts';

export { subscribeExports } from './actions/prepareExport.ts';
export { recordLetters } from './actions/recordExport.ts';
export { addresses as exportAddresses } from './addresses.ts';
export { EXPORT_EVENTS } from './events.ts';
export { exportMigrations } from './migrations.ts';
export { exportWorks } from './orderRoutes.ts';
export { exportRoutes } from './routes.ts';
export { oldOrders } from './store/orders.ts';
export { exportTexts } from './texts.ts';
