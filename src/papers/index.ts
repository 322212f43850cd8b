import './events.ts';

export { type About, aboutOf, readAbout } from './about.ts';
export { issuePaper } from './actions/issuePaper.ts';
export { type PaperFile, readPaperFile } from './actions/readPaperFile.ts';
export { type PublicVerification, publicVerification, type Verification } from './actions/verifyPaper.ts';
export { accommodationContent } from './contents/accommodation.ts';
export { cancellationContent } from './contents/cancellation.ts';
export { invitationContent } from './contents/invitation.ts';
export { reminderContent } from './contents/reminder.ts';
export type { PaperActDeps } from './deps.ts';
export { listDamagedPapers, paperLedger } from './ledger.ts';
export { letter } from './letter.ts';
export { post, valuesOf } from './mails.ts';
export { papersMigrations } from './migrations.ts';
export { paperRoutes } from './routes.tsx';
export { countUnread, listPapers } from './store.ts';
export { subscribePapers } from './subscribe.ts';
export { editionInWords, PAPERS } from './texts.ts';
