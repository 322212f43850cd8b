import { EXCUSED, FORBIDDEN } from './frenchWords.ts';

/** What stands within a line of a page; whatever else ends it. */
const WITHIN =
  /<\/?(?:a|abbr|b|bdi|em|i|mark|q|small|span(?! class="(?!identifier))|strong|sub|sup|time|wbr)(?=[\s/>])[^>]*>/g;
/** What nobody reads as ours: scripts, drawings, fields, and the words of others that are quoted. */
const OTHERS = /<(script|style|template|svg|textarea|select|pre|code|kbd|blockquote|title)\b.*?<\/\1>/gs;
const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: '\u00a0',
  '#39': "'",
  quot: '"',
  amp: '&',
  lt: '<',
  gt: '>',
};
/** Where a sentence ends: not after an initial, nor after what is shortened. */
const END = /(?<=[.!?…](?:\u00a0»)?)(?<!(?<!\p{L})(?:\p{L}|art|al|etc|ex|tél|Mme|n°)\.)\s+/u;

/** The sentences of a page or of a text, each on the line where it stands. */
function sentencesOf(text: string): readonly string[] {
  return text
    .replaceAll(OTHERS, '\n')
    .replaceAll(WITHIN, '')
    .replaceAll(/<[^>]*>/g, '\n')
    .replaceAll(/&(\w+|#39);/g, (whole, name: string) => ENTITIES[name] ?? whole)
    .split(/\s*\n\s*/)
    .flatMap((line) => line.trim().split(END))
    .filter((sentence) => wordsOf(sentence) > 0);
}

/** How many words: what has a letter or a figure between two spaces. */
function wordsOf(sentence: string): number {
  return sentence.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/** A sentence that a tired person reads twice. */
const LONGEST = 25;

function isLong(sentence: string): boolean {
  return wordsOf(sentence) > LONGEST;
}

/** What candidates should not have to read: each with the sentence where it stands. */
export function frenchFaults(text: string): readonly string[] {
  const long = excusing(text).filter(isLong);
  return [...long.map((sentence) => `${wordsOf(sentence)} words: ${sentence}`), ...forbiddenIn(text)];
}

/** The words and signs alone: papers quote the law, in sentences as long as it takes. */
export function forbiddenIn(text: string): readonly string[] {
  return excusing(text).flatMap((sentence) =>
    FORBIDDEN.flatMap(({ word, instead }) => (word.test(sentence) ? [`${word}, ${instead}: ${sentence}`] : [])),
  );
}

function excusing(text: string): readonly string[] {
  return sentencesOf(text).filter((sentence) => !EXCUSED.some(({ where }) => where.test(sentence)));
}
