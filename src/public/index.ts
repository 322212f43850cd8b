export { type ChromeOptions, visitorChrome } from './chrome.ts';
export { keptSubjects } from './keptSubjects.ts';
export { publicRoutes } from './routes.ts';
export { SCHEME_COOKIE } from './scheme.ts';
export { createCarrier, learnedFrom, SIMULATION_COOKIE, sealedIn, stepAnswers } from './simulator/carry.ts';
export type { PublicDeps, Site } from './site.ts';
export { standingPages } from './standing/standingPages.ts';
