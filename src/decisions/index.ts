export { type DecideOrder, decide, lacksReason } from './actions/decide.ts';
export { addresses as delegationAddresses } from './addresses.ts';
export type { Author, Decided, DecisionId, DeclaredAct } from './decision.ts';
export type { DecideDeps, DelegationDeps } from './deps.ts';
export { decisionMigrations } from './migrations.ts';
export { TakenBy } from './pages/signed.tsx';
export { type DecisionRefusal, decisionRefusals } from './refusals.ts';
export { delegationRoutes } from './routes.ts';

export { signerNote, signerNotes } from './signerNote.tsx';
export { insertDelegation, lastDecided, listDelegations, readDecided } from './store.ts';
export { texts as decisionTexts } from './texts.ts';
