export { juryMigrations } from './migrations.ts';
export { readVerdicts } from './store/verdicts.ts';
export type { Decision, JuryPoint, Verdict } from './verdict.ts';
