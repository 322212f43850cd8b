export { type DecideOrder, decide, lacksReason, readSignings } from './actions/decide.ts';
export { type OnLineRefusal, whyNotHeard } from './actions/heard.ts';
export { prepareDecision, prepareIn, sendBackIn, sendBackPrepared } from './actions/prepareDecision.ts';
export { addresses as delegationAddresses } from './addresses.ts';
export { type Author, BY_APPEAL, type Decided, type DecisionId, type DeclaredAct, REASON } from './decision.ts';
export type { DecideDeps, DelegationDeps } from './deps.ts';
export { decisionMigrations } from './migrations.ts';
export { backField, type DecisionRead, ReadDecision, SignActions, type Signer, TakenBy } from './pages/signed.tsx';
export { type Asked, isPrepared, type Prepared, type PreparedId, signing } from './prepared.ts';
export { type DecisionRefusal, decisionRefusals } from './refusals.ts';
export { delegationRoutes } from './routes.ts';

export { signerNote, signerNotes } from './signerNote.tsx';
export { findPrepared, listPrepared } from './store/prepared.ts';
export { canAnybodySign, insertDelegation, lastDecided, listDelegations, listReasons, readDecided } from './store.ts';
export { texts as decisionTexts } from './texts.ts';
