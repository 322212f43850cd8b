import './events.ts';

export { addresses as publicationAddresses } from './addresses.ts';
export { publicationMigrations } from './migrations.ts';
export { ResultNotice } from './pages/ownPage.tsx';
export { publicationRoutes } from './routes.ts';
export { subscribePublication } from './subscribe.ts';
