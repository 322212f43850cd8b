import './events.ts';

export { inviteToRegularise } from './actions/inviteToRegularise.ts';
export { addresses as closingAddresses } from './addresses.ts';
export type { CaseState, Observation, Regularisation } from './closing.ts';
export { type FileCase, readCases } from './fileCase.ts';
export { closingMigrations } from './migrations.ts';
export { type Refusal as ClosingRefusal, refusals as closingRefusals } from './refusals.ts';
export { closingRoutes } from './routes.ts';
export { whyNotInvited } from './rules/invitation.ts';
export { countObservations, listObservations, listRegularisations } from './store.ts';
