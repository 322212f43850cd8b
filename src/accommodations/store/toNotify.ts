import type { Database } from '../../platform/database/database.ts';
import type { ListedRequest } from '../request.ts';
import { lastPapers } from './decisions.ts';
import { decidedInParts } from './list.ts';

/** Somebody whose request is decided, with the paper of the decision that holds. */
export type Notified = { readonly file: ListedRequest; readonly paperId: string };

/** All of an academy's, in the order of their numbers: for the tray of what the service sends. */
export async function listToNotify(db: Database, academy: string): Promise<readonly Notified[]> {
  const found: Notified[] = [];
  for await (const part of decidedInParts(db, academy)) {
    const last = await lastPapers(
      db,
      part.map(({ enrolmentId }) => enrolmentId),
    );
    const papers = new Map(last.map(({ enrolmentId, paperId }) => [enrolmentId, paperId]));
    found.push(
      ...part.flatMap((file) => {
        const paperId = papers.get(file.enrolmentId);
        return paperId === undefined ? [] : [{ file, paperId }];
      }),
    );
  }
  return found;
}
