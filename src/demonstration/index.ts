export type { DemonstrationDeps } from './deps.ts';
export { createFaults } from './faults/faults.ts';
export type { ExamplePages } from './gallery/gallery.ts';
export { demonstrationRoutes } from './routes.tsx';
export { TOUR_COOKIE, tourStopOf } from './tour/tour.ts';
