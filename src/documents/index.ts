import './events.ts';

export { type PaperFile, readPaperFile } from './actions/readPaperFile.ts';
export { type IssuedPaper, issuedPapers } from './issuedPapers.ts';
export { addresses as documentDesk } from './office/addresses.ts';
export { publicationOfficeTexts } from './office/documentsTexts.ts';
export { publicationRoutes as documentDeskRoutes } from './office/routes/documents.ts';
export { documentRoutes } from './routes.tsx';
export { scanPublications } from './scans.ts';
export { publicationLedger } from './store/files.ts';
export { enclosedWith } from './store/given.ts';
export { countUnread } from './store/unread.ts';
export { subscribeDocuments } from './subscribe.ts';
