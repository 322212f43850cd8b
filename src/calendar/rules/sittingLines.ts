import { isReplacement, phaseBefore, replacedUnit } from '../../exam/index.ts';
import { type HeldTime, meets, roomTimeOf } from '../../places/index.ts';
import type { TableLine } from '../../platform/tables/columns.ts';
import type { SittingColumn, SittingLineFault } from './lines.ts';
import { type Reserved, readSitting, type SittingLine, type SittingRules } from './sittingLine.ts';

/** Reads all lines and says all that is wrong with them, with each other, and with what stays. */
export function readSittingLines(
  lines: readonly TableLine<SittingColumn>[],
  rules: SittingRules,
): { readonly sittings: readonly SittingLine[]; readonly faults: readonly SittingLineFault[] } {
  const faults: SittingLineFault[] = [];
  const sittings: SittingLine[] = [];
  for (const line of lines) {
    const found = readSitting(line, rules);
    faults.push(...found.faults);
    if (found.sitting !== null) sittings.push(found.sitting);
  }
  return {
    sittings,
    faults: [...faults, ...clashes(sittings, rules.reserved), ...tooEarly(sittings, rules), ...atOnce(sittings, rules)],
  };
}

/**
 * Nobody sits again what nobody sat: a replacement test comes after all first tests of its unit. And a later phase comes once the one before is over, at
 * one hour at least of that one.
 */
function tooEarly(sittings: readonly SittingLine[], { staying }: SittingRules): readonly SittingLineFault[] {
  const first = Map.groupBy([...staying, ...sittings], ({ speciality, unit }) => `${speciality}/${unit}`);
  return sittings.flatMap(({ line, speciality, unit, startsAt }): readonly SittingLineFault[] => {
    const before = phaseBefore(unit);
    const earlier = first.get(`${speciality}/${before ?? replacedUnit(unit)}`) ?? [];
    const isOver = (one: HeldTime): boolean => Temporal.Instant.compare(roomTimeOf(one).to, startsAt) <= 0;
    if (before !== null && !earlier.some(isOver)) return [{ line, column: 'day', fault: { code: 'before-phase' } }];
    const early =
      before === null &&
      isReplacement(unit) &&
      earlier.some((one) => Temporal.Instant.compare(startsAt, one.startsAt) <= 0);
    return early ? [{ line, column: 'day', fault: { code: 'before-first' } }] : [];
  });
}

/**
 * Whoever sits two units needs an hour of the one outside an hour of the other: two units of a speciality of which every hour meets every hour of the other
 * can't both be sat. Said on the last line of the table that is in it.
 */
function atOnce(sittings: readonly SittingLine[], rules: SittingRules): readonly SittingLineFault[] {
  if (rules.atOnce) return [];
  return [...Map.groupBy(sittings, ({ speciality }) => speciality)].flatMap(([cfd, some]) => {
    const units = rules.specialities.find((one) => one.cfd === cfd)?.units ?? [];
    const groups = new Map(units.map(({ id, choiceGroup }) => [id, choiceGroup]));
    const codes = new Map(units.map(({ id, code }) => [id, code]));
    const hours = Map.groupBy(
      [...rules.staying.filter(({ speciality }) => speciality === cfd), ...some],
      ({ unit }) => unit,
    );
    return [...Map.groupBy(some, ({ unit }) => unit)].flatMap(
      ([unit, lines], index, named): readonly SittingLineFault[] => {
        const later = new Set(named.slice(index + 1).map(([other]) => other));
        const group = groups.get(unit) ?? null;
        const other = [...hours].find(
          ([known, theirs]) =>
            known !== unit &&
            !later.has(known) &&
            (group === null || groups.get(known) !== group) &&
            replacedUnit(known) !== replacedUnit(unit) &&
            (hours.get(unit) ?? []).every((one) =>
              theirs.every((two) => takesAll(one) && takesAll(two) && meets(one, two)),
            ),
        );
        const line = lines.at(-1)?.line;
        if (other === undefined || line === undefined) return [];
        return [{ line, column: 'hour', fault: { code: 'at-once', unit: codes.get(other[0]) ?? other[0] } }];
      },
    );
  });
}

/** The same sitting twice, and a hall that two have at once: their hours themselves are compared, whatever they are called. */
function clashes(sittings: readonly SittingLine[], reserved: readonly Reserved[]): readonly SittingLineFault[] {
  const kept = Map.groupBy(reserved, ({ roomId }) => roomId);
  const said = new Map<string, SittingLine>();
  const inRoom = new Map<string, SittingLine[]>();
  return sittings.flatMap((one): readonly SittingLineFault[] => {
    const { line, roomId } = one;
    const key = [one.speciality, one.unit, roomId, one.startsAt].join('/');
    const same = said.get(key);
    said.set(key, same ?? one);
    const before = roomId === null ? [] : (inRoom.get(roomId) ?? []);
    if (roomId !== null) inRoom.set(roomId, [...before, one]);
    const taken = before.find((other) => meets(one, other));
    const stays = roomId === null ? undefined : kept.get(roomId)?.find((other) => meets(one, other));
    if (same !== undefined) return [{ line, column: 'unit', fault: { code: 'sitting-twice', earlier: same.line } }];
    if (stays?.lent) return [{ line, column: 'room', fault: { code: 'hall-lent', lent: stays.lent } }];
    if (stays !== undefined && stays.session !== null)
      return [{ line, column: 'room', fault: { code: 'hall-taken-elsewhere', session: stays.session } }];
    if (taken === undefined && stays === undefined) return [];
    return [{ line, column: 'room', fault: { code: 'hall-taken', earlier: taken?.line ?? null } }];
  });
}

/** Everybody is there all that time; of an oral each has a turn, and may sit something else in the rest of it. */
function takesAll({ held }: HeldTime): boolean {
  return held !== 'oral';
}
