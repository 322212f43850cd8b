import { inWords, type SaidTogether, wordsOf } from '../platform/defineEvents.ts';
import type { JournalEntry } from '../platform/journal.ts';
import { parisDay } from '../platform/time.ts';
import type { TimelineEntry } from '../ui/index.ts';
import type { CandidateDeps } from './deps.ts';

type Told = { readonly at: Temporal.Instant; readonly text: string; readonly together: SaidTogether | null };

/**
 * « Ce qui s'est passé », for the candidate: what they did and what the office did, without who looked at what; what was done
 * in a row on one day in one line. `session`: of the enrolment that they are about; `entries`: the newest first.
 */
export function historyOf(
  { definedEvents, catalogue }: Pick<CandidateDeps, 'definedEvents' | 'catalogue'>,
  session: string,
  entries: readonly JournalEntry[],
): readonly TimelineEntry[] {
  const label = (code: string): string => catalogue().pieceType({ session, code })?.label ?? code;
  const rows: Told[][] = [];
  for (const entry of entries) {
    const said = definedEvents[entry.name];
    const text = said?.candidate == null ? null : inWords(said.candidate, entry.data, label);
    if (said === undefined || text === null) continue;
    const together = said.together?.(wordsOf(entry.data, label)) ?? null;
    const told: Told = { at: entry.businessAt, text, together };
    const row = rows.at(-1);
    if (row?.[0] !== undefined && areAlike(row[0], told)) row.push(told);
    else rows.push([told]);
  }
  return rows.flatMap((row, index) => {
    const [newest] = row;
    return newest === undefined ? [] : [{ key: `${index}`, at: newest.at, text: inOneLine(newest, row) }];
  });
}

function areAlike(one: Told, other: Told): boolean {
  const sameDay = parisDay(one.at).equals(parisDay(other.at));
  const words = one.together?.words;
  return sameDay && (words === undefined ? one.text === other.text : words === other.together?.words);
}

function inOneLine({ text, together }: Told, row: readonly Told[]): string {
  if (row.length === 1 || together === null) return text;
  const acts = Map.groupBy(row.toReversed(), (told) => told.together?.thing ?? '');
  const things = [...acts].map(([thing, { length }]) => (length > 1 ? together.again?.(thing, length) : null) ?? thing);
  return together.words(things.length, things.join(', '));
}
