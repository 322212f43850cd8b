import './events.ts';

export { addresses as markAddresses } from './addresses.ts';
export type { MarkDeps } from './deps.ts';
export { readEntrants } from './entrants.ts';
export { type LockedMark, readLockedMarks } from './lockedMarks.ts';
export type { Entrant, Mark } from './marks.ts';
export { markMigrations } from './migrations.ts';
export { markRoutes } from './routes.ts';
export { readMark } from './rules/markText.ts';
export { type BatchState, batchStates } from './store/batches.ts';
