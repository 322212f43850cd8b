import { type RawBuilder, sql } from 'kysely';

/** Of a file `e` and its candidate's names `i`: that number, or these words in their names, without accents or capitals. */
export function isCalled(words: string): RawBuilder<unknown> {
  const folded = words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return sql`(e.number = upper(${words}) or position(${folded} in regexp_replace(lower(normalize(
    i.first_names || ' ' || i.birth_name || ' ' || coalesce(i.usage_name, '') || ' ' || i.first_names, NFD)), '[\u0300-\u036f]', '', 'g')) > 0)`;
}
