import type { AGES } from '../../../checking/index.ts';
import type { CourtSeat } from '../../../law/index.ts';
import { sumOf, type Tallied } from '../../../scope/index.ts';
import { finishOn, MEASURED, measuredDays, toShare } from './pace.ts';
import { countedBy } from './picture.ts';

/** What waits for one group of specialities: the group, never a person. `code`: '' for what is of none. */
export type GroupLoad = {
  readonly code: string;
  readonly waiting: number;
  /** Of them, those that came more than so many days ago. */
  readonly over: Readonly<Record<(typeof AGES)[number], number>>;
  readonly oldestOn: Temporal.PlainDate | null;
  /** Decisions on a working day, over the last ones. */
  readonly pace: number;
  readonly finishOn: Temporal.PlainDate | null;
  /** Pieces to hand over (above zero) or to take, so that all groups end on the same day. */
  readonly share: number;
};

/** The groups that have something to decide on or decided on something lately, and `others`, in their order. */
export function loadsOf(
  rows: readonly Tallied[],
  others: readonly string[],
  today: Temporal.PlainDate,
  seat: CourtSeat,
): readonly GroupLoad[] {
  const measured = measuredDays(today, seat);
  const waits = rows.filter(({ what }) => what === 'waits');
  const lately = rows.filter(({ what, item }) => what === 'decided' && measured.includes(item));
  const paces = countedBy(lately, ({ portfolio }) => portfolio);
  const codes = [...new Set([...[...waits, ...lately].map(({ portfolio }) => portfolio), ...others])].toSorted();
  const loads = codes.map((code) => {
    const own = waits.filter(({ portfolio }) => portfolio === code);
    return { code, own, waiting: sumOf(own), pace: (paces.get(code) ?? 0) / MEASURED };
  });
  const shares = toShare(loads);
  return loads.map(({ code, own, waiting, pace }, rank) => {
    const over = (days: number): number => sumOf(own.filter(({ item }) => item < today.subtract({ days }).toString()));
    const [oldest] = own.map(({ item }) => item).toSorted();
    return {
      code,
      waiting,
      over: { 7: over(7), 15: over(15) },
      oldestOn: oldest === undefined ? null : Temporal.PlainDate.from(oldest),
      pace,
      finishOn: waiting === 0 ? null : finishOn({ waiting, pace }, today, seat),
      share: shares[rank] ?? 0,
    };
  });
}

export function sumOver<Line>(lines: readonly Line[], of: (line: Line) => number): number {
  return lines.reduce((sum, line) => sum + of(line), 0);
}

/** When the last of them has nothing left; null: one of them never has, at this pace. */
export function endOf(groups: readonly Ending[]): Temporal.PlainDate | null {
  return lastToEnd(groups)?.finishOn ?? null;
}

/** Of those with something waiting, the one that ends last, or never; null: nothing waits. */
export function lastToEnd<Line extends Ending>(groups: readonly Line[]): Line | null {
  const day = ({ finishOn: on }: Line): string => on?.toString() ?? '9999';
  return (
    groups
      .filter(({ waiting }) => waiting > 0)
      .toSorted((one, other) => day(one).localeCompare(day(other)))
      .at(-1) ?? null
  );
}

type Ending = Pick<GroupLoad, 'waiting' | 'finishOn'>;
