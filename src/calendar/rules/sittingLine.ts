import { isReplacement } from '../../exam/index.ts';
import { dayOff } from '../../law/index.ts';
import { type Held, type HeldTime, heldIn, PLACES } from '../../places/index.ts';
import { foldedName, type TableLine } from '../../platform/tables/columns.ts';
import { hourIn, minutesIn } from './hours.ts';
import type { SittingColumn, SittingFault, SittingLineFault } from './lines.ts';

/** When and where a unit is sat. */
export type SittingLine = {
  readonly line: number;
  readonly speciality: string;
  readonly unit: string;
  readonly startsAt: Temporal.Instant;
  readonly minutes: number;
  /** Of them, those that aren't counted, as the regulation says. */
  readonly uncounted: number;
  readonly held: Held;
  readonly until: Temporal.Instant | null;
  readonly preparation: number;
  readonly rest: number;
  readonly material: string;
  /** What the room must be fitted for; '': any room. */
  readonly kind: string;
  /** The room kept for it; null: the placing finds one. */
  readonly roomId: string | null;
};

export type KnownUnit = {
  /** The key of the rules, and the code that people read. */
  readonly id: string;
  readonly code: string;
  /** What the regulation says, where it is one figure. */
  readonly minutes: number | null;
  readonly uncounted: number;
  /** How it is held, where the regulation says one thing. */
  readonly held: Held | 'continuous' | null;
  /** Minutes that each prepares before an oral, where the regulation says it. */
  readonly preparation: number | null;
  /** Units of one group are alternatives: nobody sits two of them. */
  readonly choiceGroup: string | null;
};
export type KnownRoom = {
  readonly id: string;
  readonly centre: string;
  readonly room: string;
  readonly kinds: readonly string[];
};
/** A room that is kept for a sitting which stays whatever the table says. `session`: as people call the other one that has it; null: this one. `lent`: or by whom another academy has it. */
export type Reserved = HeldTime & {
  readonly roomId: string;
  readonly session: string | null;
  readonly lent?: 'to' | 'from' | null;
};

export type SittingRules = {
  readonly zone: string;
  /** The days of the session, both included. */
  readonly first: Temporal.PlainDate;
  readonly last: Temporal.PlainDate;
  /** Replacement tests come after the others, results or not. */
  readonly lastReplacement: Temporal.PlainDate;
  /** What stays in the calendar. */
  readonly staying: readonly (HeldTime & Pick<SittingLine, 'speciality' | 'unit'>)[];
  /** May two tests of a speciality be at the same hour? Only where the exam's rules say so. */
  readonly atOnce: boolean;
  readonly specialities: readonly {
    readonly cfd: string;
    readonly name: string;
    readonly units: readonly KnownUnit[];
  }[];
  readonly rooms: readonly KnownRoom[];
  readonly reserved: readonly Reserved[];
};

/** Reads one line, and says all that is wrong with it. */
export function readSitting(
  { line, cells }: TableLine<SittingColumn>,
  rules: SittingRules,
): { readonly sitting: SittingLine | null; readonly faults: readonly SittingLineFault[] } {
  const faults: SittingLineFault[] = [];
  const say = (column: SittingColumn, fault: SittingFault): null => {
    faults.push({ line, column, fault });
    return null;
  };
  const speciality = specialityIn(cells.speciality, rules);
  if (speciality === null)
    say('speciality', cells.speciality === '' ? { code: 'empty' } : { code: 'speciality-unknown' });
  const unit = speciality === null ? null : (speciality.units.find((one) => isCalled(one, cells.unit)) ?? null);
  if (cells.unit === '') say('unit', { code: 'empty' });
  else if (speciality !== null && unit === null)
    say('unit', { code: 'unit-unknown', known: codesOf(speciality.units) });
  const day = dayIn(cells.day) ?? say('day', cells.day === '' ? { code: 'empty' } : { code: 'day-unreadable' });
  if (day !== null) {
    const off = dayOff(day);
    if (off !== null) say('day', { code: 'day-off', why: off });
    const { first } = rules;
    const last = unit !== null && isReplacement(unit.id) ? rules.lastReplacement : rules.last;
    if (isOut(day, { first, last })) say('day', { code: 'out-of-session', first, last });
  }
  const hour = hourIn(cells.hour) ?? say('hour', cells.hour === '' ? { code: 'empty' } : { code: 'hour-unreadable' });
  const minutes =
    minutesIn(cells.duration) ??
    say('duration', cells.duration === '' ? { code: 'empty' } : { code: 'duration-unreadable' });
  if (minutes !== null && unit !== null && unit.minutes !== null && unit.minutes !== minutes)
    say('duration', { code: 'duration-differs', minutes: unit.minutes });
  const held = heldOf(cells.held, unit, say);
  for (const column of ['material', 'kind'] as const)
    if ([...cells[column]].length > PLACES.address) say(column, { code: 'too-long', most: PLACES.address });
  const kind = cells.kind.toLowerCase();
  const roomId = roomIn(cells, kind, rules, say);
  if (speciality === null || unit === null || day === null || hour === null || minutes === null)
    return { sitting: null, faults };
  const starts = day.toZonedDateTime({ timeZone: rules.zone, plainTime: Temporal.PlainTime.from(hour) });
  if (!starts.add({ minutes }).toPlainDate().equals(day)) say('duration', { code: 'past-midnight' });
  const preparation =
    cells.preparation === '' && held === 'oral' ? (unit.preparation ?? 0) : besideIn('preparation', cells, say);
  const rest = besideIn('rest', cells, say);
  const until = untilIn(cells.until, { starts, held, least: preparation + minutes + rest }, say);
  const { material } = cells;
  const sitting = {
    line,
    speciality: speciality.cfd,
    unit: unit.id,
    startsAt: starts.toInstant(),
    minutes,
    uncounted: Math.min(unit.uncounted, minutes - 1),
    held,
    until,
    preparation,
    rest,
    material,
    kind,
    roomId,
  };
  return { sitting, faults };
}

type Say = (column: SittingColumn, fault: SittingFault) => null;

/** Nothing written: as the regulation says, else written. */
function heldOf(text: string, unit: KnownUnit | null, say: Say): Held {
  const [said, known] = [text === '' ? null : heldIn(text), unit?.held ?? null];
  if (text !== '' && said === null) say('held', { code: 'held-unreadable' });
  if (known === 'continuous' || (said !== null && known !== null && said !== known))
    say('held', { code: 'held-differs', held: known ?? 'written' });
  return said ?? (known === null || known === 'continuous' ? 'written' : known);
}

/** Minutes before or after. */
const BESIDE = 240;
function besideIn(column: 'preparation' | 'rest', cells: Readonly<Record<SittingColumn, string>>, say: Say): number {
  if (cells[column] === '' || cells[column] === '0') return 0;
  const minutes = minutesIn(cells[column]);
  if (minutes !== null && minutes <= BESIDE) return minutes;
  say(column, { code: 'minutes', most: BESIDE });
  return 0;
}

/** Until when a board calls, on the same day: one turn at least fits. */
function untilIn(
  text: string,
  { starts, held, least }: { readonly starts: Temporal.ZonedDateTime; readonly held: Held; readonly least: number },
  say: Say,
): Temporal.Instant | null {
  if (held !== 'oral') return text === '' ? null : say('until', { code: 'not-oral' });
  if (text === '') return say('until', { code: 'until-missing' });
  const hour = hourIn(text);
  if (hour === null) return say('until', { code: 'hour-unreadable' });
  const until = starts.withPlainTime(Temporal.PlainTime.from(hour));
  const isEarly = Temporal.ZonedDateTime.compare(starts.add({ minutes: least }), until) > 0;
  return isEarly ? say('until', { code: 'until-early', minutes: least }) : until.toInstant();
}

/** By its code, or by its name where no other bears it. */
function specialityIn(text: string, { specialities }: SittingRules): SittingRules['specialities'][number] | null {
  const byCode = specialities.find(({ cfd }) => cfd === text.replaceAll(' ', ''));
  if (byCode !== undefined) return byCode;
  const [only, ...others] = specialities.filter(({ name }) => foldedName(name) === foldedName(text));
  return only === undefined || others.length > 0 ? null : only;
}

function isCalled({ id, code }: KnownUnit, text: string): boolean {
  const [called, ...names] = [text, code, id].map((one) => one.toUpperCase().replaceAll(' ', ''));
  return called !== undefined && names.includes(called);
}

function codesOf(units: readonly KnownUnit[]): readonly string[] {
  return units.filter(({ id }) => !isReplacement(id)).map(({ code }) => code);
}

/** `03/06/2024`, or as programs write it. */
function dayIn(text: string): Temporal.PlainDate | null {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  const french = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  const [year, month, day] = iso === null ? [french?.[3], french?.[2], french?.[1]] : [iso[1], iso[2], iso[3]];
  if (year === undefined) return null;
  try {
    return Temporal.PlainDate.from(
      { year: Number(year), month: Number(month), day: Number(day) },
      { overflow: 'reject' },
    );
  } catch {
    return null;
  }
}

function isOut(day: Temporal.PlainDate, { first, last }: Pick<SittingRules, 'first' | 'last'>): boolean {
  return Temporal.PlainDate.compare(day, first) < 0 || Temporal.PlainDate.compare(day, last) > 0;
}

function roomIn(
  { centre, room }: TableLine<SittingColumn>['cells'],
  kind: string,
  { rooms }: SittingRules,
  say: (column: SittingColumn, fault: SittingFault) => null,
): string | null {
  if (centre === '' && room === '') return null;
  if (centre === '') return say('room', { code: 'room-without-centre' });
  const there = rooms.filter((one) => one.centre === centre.toUpperCase());
  if (there.length === 0) return say('centre', { code: 'centre-unknown' });
  if (room === '') return say('room', { code: 'empty' });
  const found = there.find((one) => foldedName(one.room) === foldedName(room));
  if (found === undefined) return say('room', { code: 'room-unknown' });
  if (kind !== '' && !found.kinds.includes(kind)) say('kind', { code: 'kind-not-there' });
  return found.id;
}
