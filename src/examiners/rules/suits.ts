import type { Board, ConvenedTo, Examiner, Side } from '../examiners.ts';
import { taskOf } from '../examiners.ts';
import { isAway } from './halfDays.ts';

/** Where and when somebody is expected already. */
export type Expected = {
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
  readonly centreId: string;
};

/** What bars somebody from a board: of none may a person decide otherwise. */
export type Bar = 'retired' | 'linked' | 'beside' | 'at-once';
/** What a person may set aside: of another trade, not asked for such a task, away that day, too far. */
export type Doubt = 'task' | 'speciality' | 'away' | 'far';
export type Unsuited = Bar | Doubt;
export const BARS = ['retired', 'linked', 'beside', 'at-once'] as const satisfies readonly Bar[];

/** What is known beside the person and the board. */
export type Around = {
  /** Elsewhere, of all sessions. */
  readonly expected: readonly Expected[];
  /** Whether a candidate of the board is somebody whom they don't examine. */
  readonly linked: boolean;
  /** Whether they sit in the other jury that marks its candidates. */
  readonly beside: boolean;
  /** As the crow flies, from where they start; null: not known. */
  readonly km: number | null;
  /** Minutes from the end of one to the beginning of the other, between these two centres. */
  readonly travel: (one: string, other: string) => number;
};

/** All that stands against somebody on a board; nothing: they suit. */
export function unsuited(
  person: Pick<Examiner, 'retired' | 'tasks' | 'specialities' | 'away' | 'kmMost'>,
  board: Pick<Board, 'specialities' | 'startsAt' | 'endsAt' | 'centreId'> & { readonly held: ConvenedTo },
  { expected, linked, beside, km, travel }: Around,
): readonly Unsuited[] {
  const task = taskOf(board);
  return [
    ...(person.retired ? (['retired'] as const) : []),
    // Who invigilates a hall interrogates nobody; who deliberates leaves for that one candidate.
    ...(linked && task === 'board' ? (['linked'] as const) : []),
    ...(beside ? (['beside'] as const) : []),
    ...(expected.some((other) => isAtOnce(board, other, travel)) ? (['at-once'] as const) : []),
    ...(person.tasks.includes(task) ? [] : (['task'] as const)),
    ...(task !== 'invigilation' && !board.specialities.some((one) => person.specialities.includes(one))
      ? (['speciality'] as const)
      : []),
    ...(isAway(person.away, board.startsAt, board.endsAt) ? (['away'] as const) : []),
    ...(km !== null && person.kmMost !== null && km > person.kmMost ? (['far'] as const) : []),
  ];
}

/** Whether somebody of the one couldn't be at the other: the same hours, or too little time to go there. */
export function isAtOnce(one: Expected, other: Expected, travel: Around['travel']): boolean {
  const way = one.centreId === other.centreId ? 0 : travel(one.centreId, other.centreId);
  const before = (a: Expected, b: Expected): boolean =>
    Temporal.Instant.compare(a.endsAt.add({ minutes: way }), b.startsAt) <= 0;
  return !before(one, other) && !before(other, one);
}

/** What a board, or a hall with so many candidates, should have: of the exam's rules. */
export type Quota = { readonly members: number; readonly teachers: number; readonly professionals: number };
export type Lack = Quota;
export const NOTHING: Lack = { members: 0, teachers: 0, professionals: 0 };

const PROFESSIONALS = ['employer', 'employee'] as const satisfies readonly Side[];

function isProfessional(side: Side): boolean {
  return PROFESSIONALS.some((one) => one === side);
}

/** How many are missing; all zero: it is whole. Who is on neither side counts as a member. */
export function lackOf(sides: readonly Side[], quota: Quota): Lack {
  const short = (wanted: number, there: number): number => Math.max(0, wanted - there);
  return {
    members: short(quota.members, sides.length),
    teachers: short(quota.teachers, sides.filter((side) => side === 'teaching').length),
    professionals: short(quota.professionals, sides.filter(isProfessional).length),
  };
}

export function isWhole({ members, teachers, professionals }: Lack): boolean {
  return members + teachers + professionals === 0;
}

/** As a form carries what a board lacked when it was read. */
export function lackSeen({ members, teachers, professionals }: Lack): string {
  return [members, teachers, professionals].join('-');
}

/** Whether one more on that side brings the board nearer to its quota without taking a place that the other side needs. */
export function brings(side: Side, sides: readonly Side[], quota: Quota): boolean {
  const now = lackOf(sides, quota);
  if (now.members === 0 && now.teachers === 0 && now.professionals === 0) return false;
  const then = lackOf([...sides, side], quota);
  return (
    then.teachers + then.professionals < now.teachers + now.professionals ||
    now.members > now.teachers + now.professionals
  );
}
