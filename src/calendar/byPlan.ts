import type { ExamPlace } from '../exam/index.ts';
import { type HeldTime, meets, roomTimeOf, type SittingId, WRITTEN } from '../places/index.ts';
import type { Database } from '../platform/database/database.ts';
import { clockTime } from '../ui/index.ts';
import { listPlaced, type Placed } from './store/placed.ts';

/** A test, and the room that is kept for it. */
type Kept = HeldTime & { readonly roomId: string | null };

/** Who has more time stays longer than the hours of their test: they are looked for a day further. */
const FURTHER = { hours: 24 } as const;

/**
 * Whom the published plan of a session has in a room that its calendar doesn't keep for them, while another test would have it. By these sittings: what
 * was moved since isn't at the plan's hour any more.
 */
export async function readByPlan(
  db: Database,
  { academy, session }: ExamPlace,
  sittings: readonly (Kept & { readonly id: SittingId })[],
): Promise<(test: Kept) => readonly Placed[]> {
  const times = sittings.map(roomTimeOf).toSorted((a, b) => Temporal.Instant.compare(a.from, b.from));
  const [first, last] = [times[0], times.at(-1)];
  if (first === undefined || last === undefined) return () => [];
  const bounds = { from: first.from.subtract(FURTHER), to: last.from.add(FURTHER) };
  const there = (await listPlaced(db, academy, bounds)).flatMap((one) => {
    const sitting = sittings.find(({ id }) => id === one.sittingId);
    const isThere = one.session === session && sitting !== undefined && sitting.roomId !== one.roomId;
    return isThere && meets(sitting, timeOf(one)) ? [{ one, sitting }] : [];
  });
  // A board or a workshop has its room between two people, too.
  return (test) =>
    there
      .filter(({ one, sitting }) => {
        const hours = sitting.held === 'written' ? [timeOf(one)] : [timeOf(one), sitting];
        return one.roomId === test.roomId && hours.some((held) => meets(test, held));
      })
      .map(({ one }) => one);
}

function timeOf({ startsAt, endsAt }: Pick<Placed, 'startsAt' | 'endsAt'>): HeldTime {
  return { ...WRITTEN, startsAt, minutes: startsAt.until(endsAt).total('minutes') };
}

/** « 14 h 20 à 15 h 20 » */
export function hoursByPlan({ startsAt, endsAt }: Pick<Placed, 'startsAt' | 'endsAt'>): string {
  return `${clockTime(startsAt)} à ${clockTime(endsAt)}`;
}
