import type { PapersDeps } from '../papers/index.ts';
import { giveDocument } from './actions/giveDocument.ts';
import { tellWithdrawal } from './actions/withdrawDocument.ts';

/** Documents are given, and what is withdrawn is told, by jobs: a list may be long. */
export function subscribeDocuments(deps: PapersDeps): void {
  const { jobs } = deps;
  jobs.handle('publication.give', ({ publicationId }) => giveDocument(deps, publicationId));
  jobs.handle('publication.tellWithdrawal', ({ publicationId }) => tellWithdrawal(deps, publicationId));
}
