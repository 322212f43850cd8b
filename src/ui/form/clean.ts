import { ok, type Result, refuse } from '../../platform/result.ts';
import { texts } from '../texts.ts';
import type { Field } from './field.ts';

/** Beyond this nobody typed it. */
const LONGEST_TEXT = 10_000;

// Invisible: soft hyphen, zero-width characters, direction marks and overrides, byte order mark. They come with copied text.
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: as above, but lines and tabs belong to a textarea
const CONTROL_IN_LINES = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/;

/**
 * The text of a field as its check reads it: NFC, without invisible characters, trimmed, single spaces on a single line. A
 * password is only composed (NFC). What no keyboard gives is refused with the sentence to show.
 */
export function cleanText(raw: unknown, field: Pick<Field, 'control'>): Result<string, string> {
  if (raw === undefined || raw === null) return ok('');
  if (typeof raw !== 'string') return refuse(texts.form.unreadable);
  if (raw.length > LONGEST_TEXT) return refuse(texts.form.tooLong);
  if (!raw.isWellFormed()) return refuse(texts.form.controlCharacter);
  const text = raw.normalize('NFC');
  if (field.control === 'password') return CONTROL.test(text) ? refuse(texts.form.controlCharacter) : ok(text);
  const visible = text.replace(INVISIBLE, '').trim();
  if (field.control === 'textarea') {
    const lines = visible.replace(/\r\n?/g, '\n');
    return CONTROL_IN_LINES.test(lines) ? refuse(texts.form.controlCharacter) : ok(lines);
  }
  const line = visible.replaceAll('\t', ' ');
  return CONTROL.test(line) ? refuse(texts.form.controlCharacter) : ok(line.replace(/\s+/g, ' '));
}

/** The boxes ticked under one name: one string or several. */
export function cleanList(raw: unknown): Result<readonly string[], string> {
  if (raw === undefined || raw === null) return ok([]);
  const list: readonly unknown[] = Array.isArray(raw) ? raw : [raw];
  if (list.length > 200) return refuse(texts.form.unreadable);
  const cleaned = list.map((item) => cleanText(item, { control: 'text' }));
  const refused = cleaned.find((item) => !item.ok);
  if (refused !== undefined && !refused.ok) return refused;
  return ok([...new Set(cleaned.flatMap((item) => (item.ok && item.value !== '' ? [item.value] : [])))]);
}

/** What can be printed back in the field after a refusal. */
export function redisplayable(raw: unknown, field: Pick<Field, 'control'>): string {
  if (typeof raw !== 'string' || raw.length > LONGEST_TEXT) return '';
  const text = raw.toWellFormed().replace(INVISIBLE, '');
  return field.control === 'textarea' ? text.replace(/[^\P{Cc}\n\r\t]/gu, '') : text.replace(/\p{Cc}/gu, '');
}
