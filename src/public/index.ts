export { type ChromeOptions, visitorChrome } from './chrome.ts';
export { deadlineStrip } from './deadlineStrip.ts';
export { publicRoutes } from './routes.ts';
export { createCarrier, learnedFrom, sealedIn, stepAnswers } from './simulator/carry.ts';
export type { PublicDeps, Site } from './site.ts';
export { notFound as notFoundPage } from './standing/plainPages.tsx';
export { standingPages } from './standing/standingPages.ts';
