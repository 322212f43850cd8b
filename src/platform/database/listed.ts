import { type RawBuilder, sql } from 'kysely';

/** The words of a list, as what follows `in`: written out and not bound, so that an index of those words alone serves. */
export function amongWords(words: readonly string[]): RawBuilder<unknown> {
  return sql`(${sql.join(words.map((word) => sql.lit(word)))})`;
}
