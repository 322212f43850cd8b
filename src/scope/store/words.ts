import { type RawBuilder, sql } from 'kysely';
import { columns, decimal, flag, integer, text, texts } from '../../platform/database/columns.ts';
import type { Database } from '../../platform/database/database.ts';
import { transact } from '../../platform/database/transact.ts';
import { ok } from '../../platform/result.ts';
import { withLettersSwapped } from '../rules/searchWords.ts';

/**
 * Names are searched by their words: every word of any name stands once in `office_word`, which grows with the language and not
 * with the number of files. What was typed becomes a few of them, and these are looked up by the index of the files.
 */
export type MeantWords = {
  /** How well it fits what was typed, up to 1; of 100 at most. */
  readonly words: readonly { readonly word: string; readonly likeness: number }[];
  /** In how many files they stand together, as of last night. */
  readonly seen: number;
};

/** How like a word a typed one must be: « Martn » finds Martin, « Marie » does not. */
const LIKENESS = '0.5';
/** The best ones: who meant none of these types better. */
const NEAREST = 100;
/** More words than this contain something that says too little to be looked up word by word. */
const MOST_WORDS = 2000;

const WITH = columns({ words: texts, seen: integer });
const NEAR = columns({ word: text, likeness: decimal, seen: integer });
const KNOWN = columns({ known: flag });

/** The words that contain what was typed; null where it says too little: they are too many. */
export async function wordsWith(db: Database, typed: string): Promise<MeantWords | null> {
  const { words, seen } = await WITH.one(
    db,
    sql`select coalesce(array_agg(word), '{}') as words, coalesce(sum(seen), 0)::bigint as seen
      from (select word, seen from office_word where word like ${`%${typed}%`} limit ${MOST_WORDS + 1}::int) found`,
  );
  return words.length > MOST_WORDS ? null : { words: words.map((word) => ({ word, likeness: 1 })), seen };
}

/** Known words that are the typed one but for two letters swapped, or missing and wrong ones. */
export async function wordsNear(db: Database, typed: string): Promise<MeantWords> {
  const exchanged = await find(
    db,
    sql`select word, 1::float8 as likeness, seen from office_word where word = any(${withLettersSwapped(typed)}::text[])`,
  );
  if (exchanged.words.length > 0 || !(await hasTrigrams(db))) return exchanged;
  const near = await transact(db, async (tx) => {
    // What `<%` asks for, in this transaction alone: the index knows only the operator.
    await sql`select set_config('pg_trgm.word_similarity_threshold', ${LIKENESS}, true)`.execute(tx);
    return ok(
      await find(
        tx,
        sql`select word, word_similarity(${typed}, word)::float8 as likeness, seen from office_word where ${typed} <% word
          order by likeness desc, similarity(${typed}, word) desc, word limit ${NEAREST}::int`,
      ),
    );
  });
  return near.ok ? near.value : exchanged;
}

async function find(db: Database, statement: RawBuilder<unknown>): Promise<MeantWords> {
  const rows = await NEAR.all(db, statement);
  return { words: rows, seen: rows.reduce((sum, { seen }) => sum + seen, 0) };
}

/** Does this database know trigrams? An office whose PostgreSQL forbids extensions searches without them. */
async function hasTrigrams(db: Database): Promise<boolean> {
  const asked = sql`select to_regprocedure('word_similarity(text, text)') is not null as known`;
  return (await KNOWN.one(db, asked)).known;
}
