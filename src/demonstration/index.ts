export type { DemonstrationDeps } from './deps.ts';
export { demonstrationRoutes } from './routes.tsx';
