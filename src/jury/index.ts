import './events.ts';

export { handleJuryJobs } from './actions/printRecord.ts';
export { addresses as juryAddresses } from './addresses.ts';
export { JURY_ACTS } from './decisions.ts';
export type { JuryDeps } from './deps.ts';
export { recordLedger } from './ledger.ts';
export { juryMigrations } from './migrations.ts';
export { juryRoutes } from './routes.ts';
export { outcomeInWords } from './said.ts';
export { closedRecord } from './store/juries.ts';
export { readVerdicts } from './store/verdicts.ts';
export type { AdditionReason, Decision, JuryPoint, Verdict } from './verdict.ts';
