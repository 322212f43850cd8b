import { ok, type Result, refuse } from '../platform/result.ts';
import { instantOfWallClock } from '../platform/time.ts';
import { defineField, type FormState, frenchDate, parseForm, textCheck, withFault } from '../ui/index.ts';
import { texts } from './texts.ts';

const say = texts.clock;
const HOUR = /^(\d{1,2})\s*(?:(?:[h:]|heures?)\s*(\d{2})?)?$/i;

/** Any instant, as a wall clock of Paris. */
export const clockFields = [
  defineField({
    name: 'jour',
    label: say.day,
    example: say.dayExample,
    missing: say.dayMissing,
    control: 'date',
    width: 12,
    autocomplete: 'off',
    check: frenchDate(),
  }),
  defineField({
    name: 'heure',
    label: say.hour,
    example: say.hourExample,
    missing: say.hourMissing,
    control: 'text',
    width: 8,
    autocomplete: 'off',
    check: textCheck(readHour, (time) => time.toString({ smallestUnit: 'minute' })),
  }),
] as const;

function readHour(text: string): Result<Temporal.PlainTime, string> {
  const found = HOUR.exec(text);
  const [hour, minute] = [Number(found?.[1]), Number(found?.[2] ?? 0)];
  return found === null || hour > 23 || minute > 59
    ? refuse(say.hourUnreadable)
    : ok(Temporal.PlainTime.from({ hour, minute }));
}

/** The instant that was typed. An hour that the change of clocks skips or repeats is refused, with the reason. */
export function readInstant(body: Readonly<Record<string, unknown>>): Result<Temporal.Instant, FormState> {
  const read = parseForm(clockFields, body);
  if (!read.ok) return read;
  const { jour, heure } = read.value;
  const instant = instantOfWallClock(jour.toPlainDateTime(heure).toString({ smallestUnit: 'minute' }));
  if (instant.ok) return instant;
  const { code } = instant.error;
  const typed = { jour: String(body.jour), heure: String(body.heure) };
  return refuse(withFault({ typed, faults: [] }, code === 'unreadable' ? 'jour' : 'heure', say.faults[code]));
}

export const recipientField = defineField({
  name: 'destinataire',
  label: texts.mails.filter,
  hint: texts.mails.filterHint,
  missing: texts.mails.filterMissing,
  control: 'text',
  inputMode: 'email',
  autocomplete: 'off',
  check: textCheck<string>(
    (text) => ok(text),
    (text) => text,
  ),
});
