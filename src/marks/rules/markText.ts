import { ok, type Result, refuse } from '../../platform/result.ts';
import { halfPointsIn, markInWords } from '../../ui/index.ts';
import type { Mark, MarkStep } from '../marks.ts';
import { markTexts as say } from '../markTexts.ts';

/** What stands for a code, without accents: its first letter, its beginning or the whole word. */
const CODES: readonly (readonly [RegExp, Exclude<Mark['code'], 'mark'>])[] = [
  [/^(a|abs|absente?)$/, 'absent'],
  [/^(j|aj|just|justifiee?|absence justifiee|absente? justifiee?)$/, 'excused'],
  [/^(d|disp|dispensee?)$/, 'exempt'],
];

/** A cell as it was typed: null where it is empty, or the sentence that says what is wrong. */
export function readMark(typed: string, step: MarkStep): Result<Mark | null, string> {
  const text = typed.replace(/\s+/g, ' ').trim();
  if (text === '') return ok(null);
  const bare = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const code = CODES.find(([pattern]) => pattern.test(bare))?.[1];
  if (code !== undefined) return ok({ code });
  const read = halfPointsIn(text);
  if (!read.ok) return refuse(/^[-+]?\d/.test(text) ? read.error : say.unreadable);
  return step === 'point' && read.value % 2 === 1
    ? refuse(say.wholePoints)
    : ok({ code: 'mark', halfPoints: read.value });
}

/** As it is shown, and may be typed again: `12,5`, `absent`. */
export function writeMark(mark: Mark | null): string {
  if (mark === null) return '';
  return mark.code === 'mark' ? markInWords(mark.halfPoints) : say.codes[mark.code];
}

export function sameMark(one: Mark | null, other: Mark | null): boolean {
  return writeMark(one) === writeMark(other);
}

/** For the browser, which says at once what isn't a mark: takes what `readMark` takes, once the spaces around are gone. */
export function markPattern(step: MarkStep): string {
  const half = step === 'point' ? '([.,]00?)?' : '([.,][05]0?)?';
  const number = `(0?\\d|1\\d)${half}|20([.,]00?)?`;
  const codes = CODES.map(([pattern]) => pattern.source.slice(1, -1)).join('|');
  return `((${number})( ?/ ?20)?|${codes})`;
}
