import type { Gauge } from './gauges.ts';
import { admitted, passes, placeFor, type WaitingPlace } from './place.ts';
import { type Level, levelOf, MOST, PRIORITIES, type Priority, rankOf } from './priority.ts';

/** `admitted`: it had waited, and is let in now. */
export type AdmissionVerdict =
  | { readonly is: 'in'; readonly admitted: WaitingPlace | null }
  /** `about`: seconds until its turn, where that can be told. `again`: seconds after which to ask. */
  | { readonly is: 'wait'; readonly place: WaitingPlace; readonly about: number | null; readonly again: number }
  | { readonly is: 'later'; readonly again: number };

export type HeldBack = Exclude<AdmissionVerdict, { readonly is: 'in' }>;

export type AdmissionRequest = {
  readonly priority: Priority;
  readonly place: WaitingPlace | null;
  /** See `Places.holderOf`. */
  readonly holder: string;
};

export type Admission = {
  readonly admit: (asked: AdmissionRequest) => AdmissionVerdict;
  /** The clock that places are taken by. */
  readonly now: () => number;
  readonly level: () => Level;
  /** How many requests of each priority were told to wait, since the node began. */
  readonly held: () => Readonly<Record<Priority, number>>;
  /** Looks at the gauges: once a second, by `startAdmission`. */
  readonly look: () => void;
};

/** A look is a second. So many beyond a gauge's limit before one more priority waits, so many of calm before one less does. */
const LOOKS = { beforeMore: 3, beforeLess: 3 } as const;
/**
 * Whoever made less wait and has to take it back within so many looks waits twice as long before the next time, up to `most`: a storm that goes on
 * doesn't drown the node anew every few seconds. A node that needed nobody to wait for `most` looks has forgotten it.
 */
const RELAPSE = { within: 10, most: 60 } as const;
/** Beyond the limit by so much, each look makes one more wait: there is no time. */
const DROWNING = 4;
const CALM = 0.5;
/** Of who is let in, a second: fewer each second beyond the limit, a little more below it, and soon many more in calm. */
const RATE = { least: 0.5, most: 500, grows: 1.2, shrinks: 0.7 } as const;
/** Seconds between two questions of one place: more where many come back, so that those who ask are never the load. */
const AGAIN = { least: 10, most: 60, asksASecond: 50 } as const;
/** What can be put off says when to come back, and keeps no place. */
const LATER_SECONDS = 60;
/** Who hasn't asked for so many times what they were told isn't counted among those in front, nor do they wait any more. */
const ABSENT = 1.5;
const MOST_REMEMBERED = 50_000;

/** `isBack`: it asked again, as whoever keeps no cookie never does. */
type Waiting = { readonly at: number; readonly rank: number; readonly until: number; readonly isBack: boolean };

/**
 * Who is let in and who waits. The priorities wait one after the other; of the most urgent that waits, the oldest places are let in as fast as
 * the node can take, of those below nobody. What is known of who waits is only there to count: the order is in the places themselves.
 * `atLeast`: the operator's own word.
 */
export function createAdmission({
  gauges,
  now,
  atLeast = 0,
}: {
  readonly gauges: readonly Gauge[];
  readonly now: () => number;
  readonly atLeast?: Level;
}): Admission {
  const none = { later: 0, browse: 0, account: 0, 'sign-in': 0, continue: 0, deliver: 0 };
  const counts = { in: { ...none }, held: { ...none } };
  const waiting = new Map<string, Waiting>();
  let level = atLeast;
  let [beyond, calm] = [0, 0];
  let [patience, sinceLess]: [number, number] = [LOOKS.beforeLess, Number.POSITIVE_INFINITY];
  let [rate, tokens] = [1, 1];
  /** Places of the most urgent that waits, oldest first, as of the last look. */
  let queue: readonly number[] = [];
  /** Of them, those who weren't let in since: their tokens are nobody else's. */
  let expected = 0;
  let cutoff = Number.POSITIVE_INFINITY;
  let again: number = AGAIN.least;
  let before: Readonly<Record<Priority, number>> = none;
  /** Let in between the last two looks, by rank. */
  let lately: readonly number[] = [];

  const forget = (): void => {
    const at = now();
    for (const [id, { until }] of waiting) if (until < at) waiting.delete(id);
    const ranked = [...waiting.values()].filter(({ rank }) => rank === level - 1).map((one) => one.at);
    queue = ranked.sort((one, other) => one - other);
    expected = queue.length;
    // A storm of strangers without cookies keeps nobody waiting longer than a place that doesn't come back.
    const back = [...waiting.values()].filter(({ isBack }) => isBack).length;
    again = Math.min(AGAIN.most, Math.max(AGAIN.least, Math.round(back / AGAIN.asksASecond)));
  };
  const goTo = (next: Level): void => {
    // As many as half of those who came in the last second, to begin with.
    if (next > level) rate = Math.max(RATE.least, (lately[next - 1] ?? 0) / 2);
    if (next > level && sinceLess <= RELAPSE.within) patience = Math.min(RELAPSE.most, patience * 2);
    if (next < level) sinceLess = 0;
    level = next;
    [beyond, calm, tokens] = [0, 0, Math.max(1, rate)];
  };
  const weigh = (): void => {
    // What a gauge can't help by making more wait doesn't count: files that wait to be read are not read sooner if nobody signs in.
    const full = Math.max(0, ...gauges.map(({ read, most }) => (level > most ? 0 : read())));
    const pushing = Math.max(0, ...gauges.map(({ read, most }) => (level >= most ? 0 : read())));
    sinceLess += 1;
    if (level === atLeast && sinceLess > RELAPSE.most) patience = LOOKS.beforeLess;
    beyond = pushing > 1 ? beyond + 1 : 0;
    calm = full < CALM ? calm + 1 : 0;
    if (full > 1) rate = Math.max(RATE.least, rate * RATE.shrinks);
    else rate = Math.min(RATE.most, rate * (full < CALM ? RATE.grows : 1) + RATE.least);
    if (level < MOST && (beyond >= LOOKS.beforeMore || pushing > DROWNING)) goTo(level + 1);
    else if (level > atLeast && calm >= patience && queue.length <= tokens) goTo(level - 1);
  };
  const look = (): void => {
    lately = PRIORITIES.map((one) => counts.in[one] - before[one]);
    before = { ...counts.in };
    for (const gauge of gauges) gauge.look();
    weigh();
    forget();
    // Whose turn it is may ask late, or on another node: their token waits as long as two of their questions.
    tokens = Math.min(tokens + rate, Math.max(1, rate * again * 2.5));
    cutoff = queue[Math.floor(tokens)] ?? Number.POSITIVE_INFINITY;
  };
  const hold = ({ place: held, holder }: AdmissionRequest, rank: number): AdmissionVerdict => {
    if (rank === 0) return { is: 'later', again: LATER_SECONDS };
    const at = now();
    const place = placeFor(held, holder, at, again * ABSENT * 1000);
    const isBack = held?.id === place.id;
    if (isBack || waiting.size < MOST_REMEMBERED)
      waiting.set(place.id, { at: place.at, rank, until: at + again * ABSENT * 1000, isBack });
    const front = rank === level - 1 ? ahead(queue, place.at) : null;
    return { is: 'wait', place, about: front === null ? null : Math.ceil(front / rate), again };
  };
  const verdictOf = (asked: AdmissionRequest): AdmissionVerdict => {
    const { priority, place } = asked;
    const rank = rankOf(priority);
    if (level < levelOf(priority)) return { is: 'in', admitted: null };
    if (rank < level - 1 || rank === 0) return hold(asked, rank);
    const at = now();
    if (place !== null && passes(place, rank, at)) return { is: 'in', admitted: null };
    const isWaiting = place !== null && place.admittedAt === 0;
    if (isWaiting ? tokens < 1 || place.at >= cutoff : tokens < expected + 1) return hold(asked, rank);
    tokens -= 1;
    if (!isWaiting) return { is: 'in', admitted: null };
    if (waiting.delete(place.id)) expected -= 1;
    return { is: 'in', admitted: admitted(place, rank, at) };
  };
  return {
    admit: (asked) => {
      const verdict = verdictOf(asked);
      counts[verdict.is === 'in' ? 'in' : 'held'][asked.priority] += 1;
      return verdict;
    },
    now,
    level: () => level,
    held: () => ({ ...counts.held }),
    look,
  };
}

/** How many of them, oldest first, stand in front of this one. */
function ahead(queue: readonly number[], at: number): number {
  let [low, high] = [0, queue.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((queue[middle] ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
