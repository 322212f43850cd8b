import type { StaffMember } from '../../accounts/index.ts';
import type { Cover } from '../../scope/index.ts';

export type CoverRefusal =
  | 'not-an-officer'
  | 'covered-by-nobody'
  | 'covered-by-themselves'
  | 'no-portfolio'
  | 'not-their-portfolio'
  | 'ends-before-it-begins'
  | 'over'
  | 'too-long'
  | 'covered-already';

/** An absence of more than a year is another organisation: groups are given for good. */
const MOST_DAYS = 366;

export type CoverOrder = Pick<Cover, 'portfolios' | 'fromDay' | 'untilDay'> & { readonly coveringId: string };

/** May this colleague read these groups of somebody who is away, for these days? `others`: the covers of that person. */
export function refuseCover(
  order: CoverOrder,
  {
    absent,
    members,
    others,
    today,
  }: {
    readonly absent: StaffMember;
    readonly members: readonly StaffMember[];
    readonly others: readonly Cover[];
    readonly today: Temporal.PlainDate;
  },
): CoverRefusal | null {
  const { coveringId, portfolios, fromDay, untilDay } = order;
  if (absent.role !== 'officer') return 'not-an-officer';
  if (coveringId === absent.accountId) return 'covered-by-themselves';
  if (!mayStandIn(members.find(({ accountId }) => accountId === coveringId))) return 'covered-by-nobody';
  if (portfolios.length === 0) return 'no-portfolio';
  if (!portfolios.every((one) => absent.portfolios.includes(one))) return 'not-their-portfolio';
  if (Temporal.PlainDate.compare(untilDay, fromDay) < 0) return 'ends-before-it-begins';
  if (Temporal.PlainDate.compare(untilDay, today) < 0) return 'over';
  if (fromDay.until(untilDay).days >= MOST_DAYS) return 'too-long';
  const clash = others.some(
    (one) =>
      one.coveringId === coveringId &&
      one.portfolios.some((portfolio) => portfolios.includes(portfolio)) &&
      Temporal.PlainDate.compare(one.fromDay, untilDay) <= 0 &&
      Temporal.PlainDate.compare(fromDay, one.untilDay) <= 0,
  );
  return clash ? 'covered-already' : null;
}

/** Somebody who reads files by groups, whose access is open. */
export function mayStandIn(member: StaffMember | undefined): member is StaffMember {
  return member !== undefined && member.role === 'officer' && member.disabledAt === null;
}
