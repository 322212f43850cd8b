import { academyWords } from '../words/academy.ts';
import { type AnyWords, looksOf } from '../words/words.ts';

/** What an academy hasn't said yet stands in its file in these words, and is printed as it stands. */
export const TO_COMPLETE = 'À compléter';

const WORDS: Readonly<Record<string, AnyWords>> = academyWords.fields.legal.fields;

/** What the law has an academy print (`legal` in its file, sound or not) and that isn't said yet, as the form calls it. */
export function toComplete(legal: unknown): readonly string[] {
  if (typeof legal !== 'object' || legal === null) return [];
  return Object.entries(legal).flatMap(([key, said]: [string, unknown]) =>
    isToComplete(said) ? [looksOf(WORDS[key]).label] : [],
  );
}

function isToComplete(said: unknown): boolean {
  if (Array.isArray(said)) return said.some(isToComplete);
  return typeof said === 'string' && said.toLowerCase().includes(TO_COMPLETE.toLowerCase());
}
