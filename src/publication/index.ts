import './events.ts';

export { typeRequest } from './actions/askAfter.ts';
export { addresses as publicationAddresses } from './addresses.ts';
export { PUBLICATION_ACTS } from './decisions.ts';
export { remediesDue } from './due.ts';
export { publicationMigrations } from './migrations.ts';
export { type ResultNews, readResultNews } from './news.ts';
export { ResultNotice } from './pages/resultNotice.tsx';
export { refusals as publicationRefusals } from './refusals.ts';
export { remediesOf } from './remedies.ts';
export { publicationRoutes } from './routes.ts';
export { admittedAmong, findVisible } from './store/results.ts';
export { subscribePublication } from './subscribe.ts';
