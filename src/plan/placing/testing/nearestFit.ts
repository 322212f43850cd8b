import { minutesWithExtra } from '../../../law/index.ts';
import type { PersonToPlace, PlacingRoom, PlacingSitting, Problem } from '../problem.ts';

/**
 * What a person would do with a list and a map, on one page and with nothing of the placing: one candidate after the other, by number, to
 * the nearest centre where all their tests find a seat, in the first room that takes them; else to where most of them do. It knows of
 * written tests, turns and posts. A problem in which something stands already isn't for it.
 */
export type NearestFit = {
  readonly without: number;
  readonly unplaced: number;
  readonly km: number;
  readonly boards: number;
  readonly cost: number;
};

type Use = { start: number; end: number; sitting: string; long: number; alone: boolean; people: number; next: number };
type Seat = { start: number; end: number; use: Use; fresh: string | null; next: number };

export function nearestFit({ centres, sittings, persons }: Problem, board: number): NearestFit {
  const uses = new Map<string, Use[]>();
  const opened = new Set<string>();
  let [without, unplaced, km] = [0, 0, 0];
  const fits = (one: PersonToPlace, test: PlacingSitting, room: PlacingRoom, mine: readonly Seat[]): Seat | null => {
    if ((test.roomId ?? room.id) !== room.id || (test.kind !== '' && !room.kinds.includes(test.kind))) return null;
    if (one.accessible && !room.accessible) return null;
    const { form } = test;
    const minutes = minutesWithExtra(test.minutes, one.percent);
    const last = form.is === 'turns' ? form.until : test.start + minutes + (form.is === 'stations' ? form.after : 0);
    const from = test.start - (form.is === 'stations' ? form.before : 0);
    const there = (uses.get(room.id) ?? []).filter((use) => use.people > 0 && from < use.end && use.start < last);
    const blank = { start: from, end: last, sitting: test.id, long: one.percent, alone: one.alone, people: 0, next: 0 };
    const use = there.find((other) => other.sitting === test.id && other.end === last) ?? blank;
    const people = there.reduce((sum, other) => sum + other.people, 0);
    if (form.is !== 'hall' && there.some((other) => other.sitting !== test.id)) return null;
    if (form.is !== 'turns' && people > 0) {
      if (one.alone || there.some((other) => other.alone)) return null;
      if (people >= (form.is === 'stations' ? (room.stations ?? room.capacity) : room.capacity)) return null;
      const isOther = (other: Use): boolean =>
        other.start !== from || other.long > 0 !== one.percent > 0 || (one.percent > 0 && other.end !== last);
      if (form.is === 'hall' && there.some(isOther)) return null;
    }
    const begin = form.is === 'turns' ? Math.max(use.next, test.start + form.preparation) : test.start;
    const end = begin + minutes;
    const next = form.is === 'turns' ? end + form.pause : 0;
    if (form.is === 'turns' && next > form.until) return null;
    const call = form.is === 'turns' ? begin - form.preparation : begin;
    if (mine.some((other) => call < other.end && other.start < end)) return null;
    return { start: call, end, use, fresh: use === blank ? room.id : null, next };
  };
  for (const one of persons) {
    const tests = one.units.map((unit) =>
      sittings.filter((test) => test.speciality === one.speciality && test.unit === unit),
    );
    const far = centres
      .map((centre) => ({ centre, km: Math.round(apart(one.home, centre.position)) }))
      .toSorted((a, b) => a.km - b.km);
    let best: { most: number; name: string; km: number } | null = null;
    const tryAt = (rooms: readonly PlacingRoom[]): (() => void)[] => {
      const mine: Seat[] = [];
      const undo: (() => void)[] = [];
      for (const some of tests) {
        const [seat] = some.flatMap((test) => rooms.flatMap((room) => fits(one, test, room, mine) ?? []));
        if (seat === undefined) continue;
        const { use, fresh } = seat;
        const before = use.next;
        if (fresh !== null) uses.set(fresh, [...(uses.get(fresh) ?? []), use]);
        use.people += 1;
        use.next = seat.next;
        mine.push(seat);
        undo.push(() => {
          use.people -= 1;
          use.next = before;
        });
      }
      return undo;
    };
    for (const { centre, km: way } of far) {
      const undo = tryAt(centre.rooms);
      for (const back of undo.toReversed()) back();
      if (undo.length <= (best?.most ?? 0)) continue;
      best = { most: undo.length, name: centre.id, km: way };
      if (undo.length === tests.length) break;
    }
    without += tests.length - (best?.most ?? 0);
    if (best === null) unplaced += 1;
    else {
      tryAt(centres.find(({ id }) => id === best.name)?.rooms ?? []);
      opened.add(`${one.speciality} at ${best.name}`);
      km += best.km;
    }
  }
  return { without, unplaced, km, boards: opened.size, cost: km + opened.size * board };
}

type Point = Problem['persons'][number]['home'];

/** By the law of cosines. */
function apart(one: Point, other: Point): number {
  if (one === null || other === null) return 0;
  const [a, b, turn] = [one.latitude, other.latitude, other.longitude - one.longitude].map((x) => (x * Math.PI) / 180);
  const cosine = Math.sin(a ?? 0) * Math.sin(b ?? 0) + Math.cos(a ?? 0) * Math.cos(b ?? 0) * Math.cos(turn ?? 0);
  return 6_371 * Math.acos(Math.min(1, cosine));
}
