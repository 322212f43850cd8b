export type { SigningDeps } from './deps.ts';
export { nobodySigns, toSign } from './duties.ts';
export { signingRoutes } from './routes/signing.ts';
export { signingTexts } from './texts.ts';
