import './events.ts';

export { type PublicVerification, publicVerification, type Verification } from './actions/verifyPaper.ts';
export { listDamagedPapers, paperLedger } from './ledger.ts';
export { letter } from './letter.ts';
export { papersMigrations } from './migrations.ts';
export { paperRoutes } from './routes.tsx';
export { countUnread, listPapers } from './store.ts';
export { subscribePapers } from './subscribe.ts';
export { PAPERS } from './texts.ts';
