import type { Sitting } from '../../places/index.ts';
import type { SittingLine } from './sittingLine.ts';

/** What a table would do to the calendar of the units that it names. */
export type CalendarChanges = {
  readonly added: readonly SittingLine[];
  readonly changed: readonly { readonly sitting: Sitting; readonly line: SittingLine }[];
  readonly removed: readonly Sitting[];
};

/**
 * Each line is the sitting that it moves, so that what is moved and moved back is as it was: first those at that hour in that room, then those kept in
 * the same room, then in the order of their hours.
 */
export function changesOf(standing: readonly Sitting[], lines: readonly SittingLine[]): CalendarChanges {
  const changed: { sitting: Sitting; line: SittingLine }[] = [];
  const added: SittingLine[] = [];
  const removed: Sitting[] = [];
  const byUnit = Map.groupBy(standing, unitOf);
  for (const [unit, wanted] of Map.groupBy(lines, unitOf)) {
    const pairs: { sitting: Sitting; line: SittingLine }[] = [];
    let left = byUnit.get(unit) ?? [];
    let asked = wanted;
    for (const isThat of [isSame, inSameRoom, () => true]) {
      const found = pairUp(left, asked, isThat);
      pairs.push(...found);
      left = left.filter((sitting) => !found.some((pair) => pair.sitting === sitting));
      asked = asked.filter((line) => !found.some((pair) => pair.line === line));
    }
    changed.push(...pairs.filter(({ sitting, line }) => differs(sitting, line)));
    added.push(...asked);
    removed.push(...left);
  }
  return { added, changed, removed };
}

/** The units that it names, `speciality/unit`. */
export function unitOf({ speciality, unit }: Pick<SittingLine, 'speciality' | 'unit'>): string {
  return `${speciality}/${unit}`;
}

function pairUp(
  sittings: readonly Sitting[],
  lines: readonly SittingLine[],
  isThat: (sitting: Sitting, line: SittingLine) => boolean,
): readonly { readonly sitting: Sitting; readonly line: SittingLine }[] {
  const free = new Set(inOrder(sittings));
  return inOrder(lines).flatMap((line) => {
    const sitting = [...free].find((one) => isThat(one, line));
    if (sitting === undefined) return [];
    free.delete(sitting);
    return [{ sitting, line }];
  });
}

function inOrder<One extends Pick<Sitting, 'startsAt'>>(some: readonly One[]): readonly One[] {
  return some.toSorted((a, b) => Temporal.Instant.compare(a.startsAt, b.startsAt));
}

const WORDS = ['minutes', 'uncounted', 'material', 'kind', 'held', 'preparation', 'rest'] as const;

function isSame(sitting: Sitting, line: SittingLine): boolean {
  return sitting.startsAt.equals(line.startsAt) && inSameRoom(sitting, line);
}

function inSameRoom(sitting: Sitting, line: SittingLine): boolean {
  return sitting.roomId === line.roomId;
}

function differs(sitting: Sitting, line: SittingLine): boolean {
  const isUntil = String(sitting.until) === String(line.until);
  return !isSame(sitting, line) || !isUntil || WORDS.some((word) => sitting[word] !== line[word]);
}
