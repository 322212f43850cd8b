import './events.ts';

export { addresses as replacementAddresses } from './addresses.ts';
export { REPLACEMENT } from './decisions.ts';
export type { ExcuseDeps, ReplacementDeps } from './deps.ts';
export { eraseExcuses } from './excuses/actions/eraseExcuses.ts';
export { unreadProofs } from './excuses/actions/readProof.ts';
export { absenceDue } from './excuses/due.ts';
export { scanAbsenceProofs } from './excuses/scans.ts';
export { countToRead } from './excuses/store/excuses.ts';
export { proofLedger as absenceLedger } from './excuses/store/proofs.ts';
export { readingTexts } from './excuses/texts.ts';
export { replacementMigrations } from './migrations.ts';
export { excuseRoutes, replacementRoutes } from './routes.ts';
export { REPLACED } from './signable.ts';
export { texts as replacementTexts } from './texts.ts';
