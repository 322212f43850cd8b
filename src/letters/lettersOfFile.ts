import { findNotices, standingInWords, standingOf } from '../papers/index.ts';
import type { FileAtDesk } from '../scope/index.ts';
import type { LetterTrayDeps } from './deps.ts';
import { lettersOfFile } from './store.ts';

export type FileLetter = { readonly id: string; readonly title: string; readonly standing: string };

/** What was told by post in the place of mails, the last first, each with where it stands in words. */
export async function readLetters(
  { db, clock }: LetterTrayDeps,
  { scope, enrolment }: FileAtDesk,
): Promise<readonly FileLetter[]> {
  const over = new Map((await lettersOfFile(db, scope, enrolment.id)).map((letter) => [letter.id, letter.over]));
  const now = clock.now();
  return (await findNotices(db, scope.academy, [...over.keys()])).map((notice) => ({
    id: notice.id,
    title: notice.title,
    standing: standingInWords(notice, standingOf(notice, now, over.get(notice.id))),
  }));
}
