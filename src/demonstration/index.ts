export type { DemonstrationDeps } from './deps.ts';
export { createFaults } from './faults/faults.ts';
export type { ExamplePages } from './gallery/gallery.ts';
export { beginningPage } from './pages/beginningPage.tsx';
export { demonstrationRoutes } from './routes.tsx';
export { type Filled, filledAt, readFilled, type Stage } from './rules/beginning.ts';
export { TOUR_COOKIE, tourStopOf } from './tour/tour.ts';
