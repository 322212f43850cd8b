import { type AnyWords, ENTRIES, looksOf } from '../../catalogue/index.ts';
import { isoMinute, momentOf } from './moments.ts';
import { listAt, type Path, textAt, valueAt } from './yamlTree.ts';

/** The instants of a session, each with its place in the file. */

export type SessionInstant = {
  /** As the form of sessions calls it, with the name of its group: « Clôture du registre », « Échéance du dépôt : Pièces ». */
  readonly label: string;
  readonly path: Path;
  /** The wall clock or the day as the file has it; empty when it isn't known. */
  readonly at: string;
};

/** All of them in the order of time, those not known at the end. */
export function instantsOf(session: unknown): readonly SessionInstant[] {
  const one = (path: Path, group = ''): SessionInstant => ({
    label: group === '' ? labelAt(path) : `${labelAt(path)}\u00a0: ${group}`,
    path,
    at: textAt(session, path),
  });
  const groups = listAt(session, ['pieceGroups']).flatMap((group, index) => {
    const label = textAt(group, ['label']);
    return [one(['pieceGroups', index, 'opensAt'], label), one(['pieceGroups', index, 'dueAt'], label)];
  });
  return [
    one(['window', 'opensAt']),
    ...groups,
    one(['window', 'closesAt']),
    one(['correctionsEndAt', 'at']),
    ...(valueAt(session, ['lastCorrectionAt']) === undefined ? [] : [one(['lastCorrectionAt', 'at'])]),
    one(['examStartsOn', 'on']),
    ...(valueAt(session, ['continuousMarks']) === undefined ? [] : [one(['continuousMarks', 'by'])]),
    one(['resultsAt', 'at']),
  ].sort((a, b) => (a.at === '' ? '9' : a.at).localeCompare(b.at === '' ? '9' : b.at));
}

function labelAt(path: Path): string {
  const steps = path.filter((step) => typeof step === 'string');
  const within = { label: '', fields: ENTRIES.sessions.words.fields };
  const found = steps.reduce<AnyWords | undefined>((words, step) => looksOf(words).fields?.[step], within);
  return looksOf(found).label;
}

/** `weeks`: whole weeks, so that weekdays and hours stay. `dates`: the same day of the month. */
export type Shift = 'weeks' | 'dates';

/** Whole weeks from a session to the same one of another year, those that move its opening least from the same day. */
export function weeksBetween(session: unknown, years: number): number | null {
  const opening = momentOf(textAt(session, ['window', 'opensAt']));
  if (opening === null) return null;
  const days = opening
    .until(opening.add({ years }), { largestUnit: 'days' })
    .total({ unit: 'days', relativeTo: opening });
  return Math.round(days / 7);
}

/** A wall clock or a day, moved; null where it can't be read. */
export function movedInstant(at: string, shift: Shift, weeks: number, years: number): string | null {
  const isDay = at.length === 10;
  const clock = momentOf(isDay ? `${at}T00:00` : at);
  if (clock === null) return null;
  const after = isoMinute(clock.add(shift === 'weeks' ? { weeks } : { years }));
  return isDay ? after.slice(0, 10) : after;
}

/** Is it a session of its own, and not one made from another by moving it? */
export function isRelative(session: unknown): boolean {
  return valueAt(session, ['basedOn']) !== undefined;
}
