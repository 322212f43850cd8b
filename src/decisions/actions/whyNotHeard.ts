import { hasMailbox } from '../../accounts/index.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Act } from '../../platform/journal.ts';
import { onLineWordsIn } from '../../platform/mail/words.ts';
import type { OnLineWords } from '../../ui/index.ts';
import { listReaders } from '../store.ts';

/** That somebody's own words name what their reader doesn't have. */
export type OnLineRefusal = { readonly code: 'on-line-words' } & OnLineWords;

/**
 * What an officer wrote to the candidates of these enrolments is read before it leaves: null where each of them has what it names, or where
 * whoever wrote it was told and sends it so.
 */
export async function whyNotHeard(
  db: Database,
  { asWritten = false }: Pick<Act, 'asWritten'>,
  enrolments: readonly string[],
  words: string,
): Promise<OnLineRefusal | null> {
  const found = asWritten ? [] : onLineWordsIn(words);
  if (found.length === 0) return null;
  const people = (await listReaders(db, enrolments)).filter((one) => !hasMailbox(one)).length;
  return people === 0 ? null : { code: 'on-line-words', found, people, of: enrolments.length };
}
