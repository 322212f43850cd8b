export { type DecideOrder, decide, lacksReason, readSignings } from './actions/decide.ts';
export { prepareDecision, sendBackPrepared } from './actions/prepareDecision.ts';
export { addresses as delegationAddresses } from './addresses.ts';
export type { Author, Decided, DecisionId, DeclaredAct } from './decision.ts';
export type { DecideDeps, DelegationDeps } from './deps.ts';
export { decisionMigrations } from './migrations.ts';
export { TakenBy } from './pages/signed.tsx';
export { PREPARED, type Prepared, type Seen } from './prepared.ts';
export { type DecisionRefusal, decisionRefusals } from './refusals.ts';
export { delegationRoutes } from './routes.ts';

export { type Signer, signerNote, signerNotes } from './signerNote.tsx';
export { findPrepared, listPrepared } from './store/prepared.ts';
export { insertDelegation, lastDecided, listDelegations, readDecided } from './store.ts';
export { texts as decisionTexts } from './texts.ts';
