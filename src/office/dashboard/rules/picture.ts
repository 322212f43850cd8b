import { RUNNING_FILES, SOUGHT, type Sought, sumOf, type Tallied } from '../../../scope/index.ts';

/** How many of the session, and of the one before at the same day; null: the register has nothing of it. */
export type Compared = { readonly count: number; readonly before: number | null };

/** A session as a head looks at it, all of it from what is kept counted. */
export type Picture = {
  /** Whatever became of them since. */
  readonly registered: Compared;
  /** `key`: a CFD; those with most files first. */
  readonly specialities: readonly (Compared & { readonly key: string; readonly incomplete: number })[];
  /** One after the other since the register opened. */
  readonly days: readonly (Compared & { readonly day: string })[];
  /** Of the last of these days, from midnight on. */
  readonly hours: readonly number[];
  readonly drafts: number;
  readonly states: Readonly<Partial<Record<Sought, number>>>;
  /** Running files that lack something; those of them that aren't even signed. */
  readonly incomplete: number;
  readonly unsigned: number;
  /** The code of a piece, and of how many running files it is missing; most first. */
  readonly missing: readonly Counted[];
};
type Counted = { readonly key: string; readonly count: number };

/** `days`: those of the register so far; `formerDays`: as many of the one before; `until`: the last that is compared of it, null for all. */
export type Span = {
  readonly days: readonly string[];
  readonly formerDays: readonly string[];
  readonly until: string | null;
};

/** `former`: null where there is no session before, or nothing of it. Days are `YYYY-MM-DD`, in Paris. */
export function pictureOf(
  rows: readonly Tallied[],
  former: readonly Tallied[] | null,
  { days, formerDays, until }: Span,
): Picture {
  const of = (what: Tallied['what']): readonly Tallied[] => rows.filter((row) => row.what === what);
  const registered = of('day');
  const before = former?.filter(({ what, item }) => what === 'day' && (until === null || item <= until)) ?? null;
  const [perDay, perDayBefore] = [countedBy(registered, byItem), countedBy(former ?? [], byItem)];
  const [perSpeciality, perSpecialityBefore] = [
    countedBy(registered, bySpeciality),
    countedBy(before ?? [], bySpeciality),
  ];
  const incomplete = countedBy(of('incomplete'), bySpeciality);
  const compared = (count: number, earlier: number | undefined): Compared => ({
    count,
    before: before === null ? null : (earlier ?? 0),
  });
  return {
    registered: compared(sumOf(registered), sumOf(before ?? [])),
    specialities: [...new Set([...perSpeciality.keys(), ...perSpecialityBefore.keys()])]
      .map((key) => ({
        key,
        ...compared(perSpeciality.get(key) ?? 0, perSpecialityBefore.get(key)),
        incomplete: incomplete.get(key) ?? 0,
      }))
      .toSorted(mostFirst),
    days: days.map((day, rank) => ({
      day,
      ...compared(perDay.get(day) ?? 0, perDayBefore.get(formerDays[rank] ?? '')),
    })),
    hours: hoursOf(of('hour'), days.at(-1) ?? ''),
    drafts: sumOf(of('draft')),
    states: Object.fromEntries(
      SOUGHT.flatMap((state) => {
        const count = sumOf(of('state').filter(({ item }) => item === state));
        return count === 0 ? [] : [[state, count]];
      }),
    ),
    incomplete: sumOf(of('incomplete')),
    unsigned: sumOf(of('incomplete').filter(({ item }) => item === 'to-sign')),
    missing: [...countedBy(of('missing'), byItem)].map(([key, count]) => ({ key, count })).toSorted(mostFirst),
  };
}

/** Files that count, whatever they wait for. */
export function runningIn(states: Picture['states']): number {
  const running: readonly Sought[] = [...RUNNING_FILES, 'missing-pieces', 'all-given'];
  return running.reduce((sum, state) => sum + (states[state] ?? 0), 0);
}

/** Files of which everything was given, checked or not. */
export function completeIn(states: Picture['states']): number {
  return (states['all-given'] ?? 0) + (states.validated ?? 0);
}

export function countedBy(rows: readonly Tallied[], key: (row: Tallied) => string): ReadonlyMap<string, number> {
  return new Map([...Map.groupBy(rows, key)].map(([name, some]) => [name, sumOf(some)]));
}

const byItem = ({ item }: Tallied): string => item;
const bySpeciality = ({ speciality }: Tallied): string => speciality;

function mostFirst(one: Counted, other: Counted): number {
  return other.count - one.count || one.key.localeCompare(other.key);
}

/** An hour that the clocks repeat is one hour of that day. */
function hoursOf(rows: readonly Tallied[], day: string): readonly number[] {
  const counts = countedBy(rows, ({ item }) => item);
  return Array.from({ length: 24 }, (_, hour) => counts.get(`${day} ${String(hour).padStart(2, '0')}`) ?? 0);
}
