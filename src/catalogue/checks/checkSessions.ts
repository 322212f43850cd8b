import { instantOfWallClock } from '../../platform/time.ts';
import { type Finding, findingIf, type Located, type LocatedPack, type Path, placeBelow } from '../located.ts';
import type { Session } from '../schema/session.ts';
import { PATTERNS } from '../schema/shape.ts';
import { texts } from '../texts.ts';

type Dated = { readonly path: Path; readonly wallClock: string };
type Order = { readonly path: Path; readonly holds: boolean; readonly message: string };

/** Every hour exists, once; every instant comes after those it must follow. */
export function checkSessions(pack: LocatedPack): readonly Finding[] {
  return [...pack.sessions.flatMap(checkSession), ...checkRelativeSessions(pack)];
}

function checkSession({ value, place }: Located<Session>): readonly Finding[] {
  const unreadable = hoursOf(value).flatMap(({ path, wallClock }): readonly Finding[] => {
    const instant = instantOfWallClock(wallClock, value.zone);
    return instant.ok
      ? []
      : [{ place: placeBelow(place, ...path), message: texts.badHour(wallClock, instant.error.code) }];
  });
  const { on } = value.examStartsOn;
  const badDay = findingIf(!isDay(on), placeBelow(place, 'examStartsOn', 'on'), texts.badDay(on));
  if (unreadable.length > 0 || badDay.length > 0) return [...unreadable, ...badDay];
  return ordersOf(value).flatMap(({ path, holds, message }) => findingIf(!holds, placeBelow(place, ...path), message));
}

/** Whatever is written as a wall clock, wherever it stands. */
function hoursOf(value: unknown, path: Path = []): readonly Dated[] {
  if (typeof value === 'string') return PATTERNS.wallClock.test(value) ? [{ path, wallClock: value }] : [];
  if (Array.isArray(value)) return value.flatMap((item, index) => hoursOf(item, [...path, index]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, its]) => hoursOf(its, [...path, key]));
}

/** Wall clocks of one zone, written alike, sort as their letters do. */
function ordersOf(session: Session): readonly Order[] {
  const { window, pieceGroups, correctionsEndAt, examStartsOn, resultsAt, year } = session;
  const exam = `${examStartsOn.on}T00:00`;
  const last = session.lastCorrectionAt?.at ?? exam;
  return [
    { path: ['window', 'closesAt'], holds: window.opensAt < window.closesAt, message: texts.closesBeforeOpening },
    {
      path: ['correctionsEndAt', 'at'],
      holds: window.closesAt <= correctionsEndAt.at,
      message: texts.correctionsBeforeClosing,
    },
    { path: ['examStartsOn', 'on'], holds: correctionsEndAt.at <= exam, message: texts.examTooEarly },
    {
      path: ['lastCorrectionAt', 'at'],
      holds: correctionsEndAt.at <= last && last <= exam,
      message: texts.lastCorrectionMisplaced,
    },
    { path: ['year'], holds: examStartsOn.on.startsWith(`${year}-`), message: texts.yearDiffers(examStartsOn.on) },
    ...pieceGroups.flatMap((group, at): readonly Order[] => [
      {
        path: ['pieceGroups', at, 'opensAt'],
        holds: window.opensAt <= group.opensAt,
        message: texts.groupOpensBeforeRegister,
      },
      {
        path: ['pieceGroups', at, 'dueAt'],
        holds: group.opensAt < group.dueAt,
        message: texts.groupDueBeforeOpening,
      },
      {
        path: ['pieceGroups', at, 'dueAt'],
        holds: group.dueAt <= (group.countsForValidation ? correctionsEndAt.at : exam),
        message: group.countsForValidation ? texts.groupDueAfterCorrections : texts.groupDueAfterExam,
      },
      {
        path: ['pieceGroups', at, 'mode'],
        holds: group.mode === 'online' || group.postalAddress !== undefined,
        message: texts.postalAddressMissing,
      },
    ]),
    ...(resultsAt.at === null
      ? []
      : [{ path: ['resultsAt', 'at'], holds: exam <= resultsAt.at, message: texts.resultsBeforeExam }]),
  ];
}

/** Moved by whole weeks, the base's window must be long enough to be open on any day that it is first loaded, or short enough to be over. */
function checkRelativeSessions(pack: LocatedPack): readonly Finding[] {
  return pack.relativeSessions.flatMap(({ value, place }) => {
    const base = pack.sessions.find((session) => session.value.code === value.basedOn)?.value;
    if (base === undefined) return [];
    const opens = instantOfWallClock(base.window.opensAt, base.zone);
    const closes = instantOfWallClock(base.window.closesAt, base.zone);
    if (!opens.ok || !closes.ok) return [];
    const days = opens.value.until(closes.value, { largestUnit: 'hours' }).total('hours') / 24;
    if (value.isOver === true)
      return findingIf(days > value.openedDaysBefore, placeBelow(place, 'openedDaysBefore'), texts.notOverYet(days));
    // One week for the move, one more for a moved hour that the change of clocks skips or repeats.
    const needed = value.openedDaysBefore + 14;
    return findingIf(days < needed, placeBelow(place, 'openedDaysBefore'), texts.windowTooShort(needed));
  });
}

function isDay(day: string): boolean {
  try {
    Temporal.PlainDate.from(day);
    return true;
  } catch {
    return false;
  }
}
