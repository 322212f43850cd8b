export { representativeDue } from './due.ts';
export { SIGNATURE_EVENTS } from './events.ts';
export { signatureMails } from './mails.ts';
export { signatureMigrations } from './migrations.ts';
export { signatureRoutes } from './routes.ts';
export type { OnlineSignature } from './signature.ts';
export { listSignatures } from './store.ts';
export { subscribeSignatures } from './subscribe.ts';
export { signedForOffice } from './texts.ts';
