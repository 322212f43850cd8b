import './events.ts';

export { decideCancellation } from './actions/decideCancellation.ts';
export { inviteToRegularise } from './actions/inviteToRegularise.ts';
export { proposeCancellation } from './actions/proposeCancellation.ts';
export { addresses as closingAddresses } from './addresses.ts';
export type { Cancellation, CancellationState } from './cancellation.ts';
export { findCancellations } from './cancellations.ts';
export type { CaseState, Observation, Regularisation } from './closing.ts';
export { type FileCase, readCases } from './fileCase.ts';
export { closingMigrations } from './migrations.ts';
export { type Refusal as ClosingRefusal, refusals as closingRefusals } from './refusals.ts';
export { closingRoutes } from './routes.ts';
export type { Step } from './rules/cancellation.ts';
export { whyNotInvited } from './rules/invitation.ts';
export { countObservations, listObservations, listRegularisations } from './store.ts';
export { subscribeClosing } from './subscribe.ts';
