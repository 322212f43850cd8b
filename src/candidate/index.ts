export { candidateNavigation, officerOf } from './chrome.ts';
export type { CandidateDeps } from './deps.ts';
export { ownDataRoutes } from './ownData/routes.ts';
export { candidateRoutes } from './routes.tsx';
