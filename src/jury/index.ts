export { juryMigrations } from './migrations.ts';
export { readVerdicts } from './store/verdicts.ts';
export { DECISIONS, type Decision, type JuryPoint, recordName, type Verdict } from './verdict.ts';
