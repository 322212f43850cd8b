import { describe, expect, it } from 'vitest';
import { type Admission, type AdmissionVerdict, createAdmission } from './admission.ts';
import type { WaitingPlace } from './place.ts';
import { PRIORITIES, type Priority } from './priority.ts';

/** A node whose gauge and clock are in the test's hand. */
function node(most = 6) {
  const clock = { now: 1_000_000 };
  let full = 0;
  const gauge = { name: 'test', look: () => undefined, read: () => full, most };
  const admission = createAdmission({ gauges: [gauge], now: () => clock.now });
  const look = (seconds = 1): void => {
    for (let second = 0; second < seconds; second++) {
      clock.now += 1_000;
      admission.look();
    }
  };
  return {
    admission,
    clock,
    look,
    /** From now on it is so full: 1 is its limit. */
    fill: (value: number, seconds = 1) => {
      full = value;
      look(seconds);
    },
  };
}

const ask = (admission: Admission, priority: Priority, place: WaitingPlace | null = null): AdmissionVerdict =>
  admission.admit({ priority, place, holder: 'somebody' });
const whoWaits = (admission: Admission): readonly string[] =>
  PRIORITIES.filter((one) => ask(admission, one).is !== 'in');

/** Whoever comes first after the others were told to wait: nobody is let in without a place from then on. */
const firstToWait = (admission: Admission): WaitingPlace => {
  for (;;) {
    const verdict = ask(admission, 'browse');
    if (verdict.is === 'wait') return verdict.place;
  }
};

describe('A node that can keep up', () => {
  it('lets everybody in, and a moment of trouble changes nothing', () => {
    const { admission, fill } = node();
    expect(whoWaits(admission)).toEqual([]);
    fill(2, 2);
    fill(0.3);
    fill(2, 2);
    expect(whoWaits(admission)).toEqual([]);
  });
});

describe('A node that can not keep up', () => {
  it('makes wait what waits first, then the next; who signs or deposits last of all', () => {
    const { admission, fill } = node();
    const seen = PRIORITIES.map(() => {
      fill(2, 3);
      return admission.level();
    });
    expect(seen).toEqual([1, 2, 3, 4, 5, 6]);
  });
  it('does so at each look where it drowns', () => {
    const { admission, fill } = node();
    fill(5, 3);
    expect(admission.level()).toBe(3);
    expect(ask(admission, 'deliver').is).toBe('in');
    expect(ask(admission, 'sign-in').is).toBe('in');
    expect(ask(admission, 'browse').is).toBe('wait');
    expect(ask(admission, 'later').is).toBe('later');
  });
  it('lets all in again, one after the other, once it is calm and nobody waits', () => {
    const { admission, fill, look } = node();
    fill(5, 3);
    ask(admission, 'account');
    fill(0.1, 2);
    expect(admission.level()).toBe(3);
    look(40);
    expect(whoWaits(admission)).toEqual([]);
  });
  it('makes less wait ever later where that drowns it again, and as soon as at first once that is long ago', () => {
    const { admission, fill, look } = node();
    /** Looks of calm until one less has to wait. */
    const looks = (): number => {
      const before = admission.level();
      let count = 0;
      for (fill(0.1, 0); admission.level() === before; count += 1) look();
      return count;
    };
    const storm = (): number => {
      fill(2, 3);
      return looks();
    };
    expect([storm(), storm(), storm(), storm(), storm(), storm(), storm()]).toEqual([3, 6, 12, 24, 48, 60, 60]);
    look(61);
    expect(storm()).toBe(3);
  });
  it('counts whom it told to wait, by priority', () => {
    const { admission, fill } = node();
    fill(5, 2);
    firstToWait(admission);
    ask(admission, 'later');
    ask(admission, 'later');
    expect(admission.held()).toMatchObject({ later: 2, browse: 1, deliver: 0 });
  });
});

describe('A gauge that more waiting would not empty', () => {
  it('makes nobody wait beyond what it bears on', () => {
    const gauge = { name: 'files', look: () => undefined, read: () => 9, most: 1 };
    const admission = createAdmission({ gauges: [gauge], now: () => 1 });
    for (let look = 0; look < 9; look++) admission.look();
    expect(admission.level()).toBe(1);
  });
});

describe('The operator', () => {
  it('has something wait whatever there is to do', () => {
    const admission = createAdmission({ gauges: [], now: () => 1, atLeast: 1 });
    for (let look = 0; look < 9; look++) admission.look();
    expect(whoWaits(admission)).toEqual(['later']);
  });
});

/**
 * A hundred people come, ten a second, while the node is at its limit; then it has some room. Gives their places in the order in which they
 * were let in, second by second.
 */
function drain(order: (places: readonly WaitingPlace[]) => readonly WaitingPlace[]): readonly (readonly number[])[] {
  const { admission, fill, look } = node(2);
  fill(5, 2);
  const places = Array.from({ length: 100 }, (_, index) => {
    if (index % 10 === 0) look();
    return firstToWait(admission);
  });
  fill(0.7);
  const letIn: (readonly number[])[] = [];
  let left: readonly WaitingPlace[] = places;
  while (left.length > 0 && letIn.length < 500) {
    look();
    const asked = order(left).map((place) => [place, ask(admission, 'browse', place).is === 'in'] as const);
    letIn.push(asked.filter(([, is]) => is).map(([place]) => place.at));
    left = asked.filter(([, is]) => !is).map(([place]) => place);
  }
  return letIn;
}

const [PEOPLE, BETWEEN_TWO_QUESTIONS, WINDOWS] = [60, 10, 4];
const isGreedy = (person: number): boolean => person % 6 === 3;

/**
 * People come, one a second, while the node drowns; then it has some room. Each asks as they are told; `greedily`: some open several windows,
 * and ask in each of them every second. Gives the second in which each was let in.
 */
function comeOneByOne(greedily: boolean): readonly number[] {
  const { admission, fill, look } = node(2);
  fill(5, 2);
  firstToWait(admission);
  const windows: (WaitingPlace | null)[][] = [];
  const letIn: number[] = [];
  const isLeft = (person: number): boolean => letIn[person] === undefined;
  for (let second = 0; windows.length < PEOPLE || windows.some((_, person) => isLeft(person)); second += 1) {
    if (second > 1_000) throw new Error('some are never let in');
    if (second < PEOPLE) windows.push([null]);
    if (second === PEOPLE) fill(0.7);
    else look();
    // The last first: whoever asks first gains nothing by it.
    for (const [person, own] of [...windows.entries()].reverse()) {
      const greedy = greedily && isGreedy(person);
      if (!isLeft(person) || (!greedy && (second - person) % BETWEEN_TWO_QUESTIONS > 0)) continue;
      if (greedy && own.length < WINDOWS) own.push(null);
      for (const [index, place] of own.entries()) {
        const verdict = ask(admission, 'browse', place);
        if (verdict.is === 'in') letIn[person] ??= second;
        if (verdict.is === 'wait') own[index] = verdict.place;
      }
    }
  }
  return letIn;
}

describe('Places', () => {
  it.each<[string, (places: readonly WaitingPlace[]) => readonly WaitingPlace[]]>([
    ['the oldest', (places) => places],
    ['the youngest', (places) => places.toSorted((one, other) => other.at - one.at)],
    ['every other', (places) => places.filter((_, i) => i % 2 === 0).concat(places.filter((_, i) => i % 2 > 0))],
  ])('are let in in their order, whoever asks first: %s', (_, order) => {
    const seconds = drain(order).filter((instants) => instants.length > 0);
    expect(seconds.flat()).toHaveLength(100);
    for (const [index, instants] of seconds.entries())
      expect(Math.min(...instants)).toBeGreaterThanOrEqual(Math.max(...seconds.slice(0, index).flat(), 0));
  });

  it('keep the time of the first arrival, however often they ask; who comes later passes none of them', () => {
    const { admission, fill, look, clock } = node(2);
    fill(5, 2);
    const first = firstToWait(admission);
    look();
    let again = first;
    for (let time = 0; time < 50; time++) {
      clock.now += 10;
      const verdict = ask(admission, 'browse', again);
      if (verdict.is === 'wait') again = verdict.place;
    }
    expect([again.at, again.id]).toEqual([first.at, first.id]);
    fill(0.7);
    expect(ask(admission, 'browse').is).toBe('wait');
    look();
    expect(ask(admission, 'browse', again).is).toBe('in');
  });

  it('that one person holds several of, asked about every second, get nobody in sooner, nor before who came earlier', () => {
    const [alone, beside] = [comeOneByOne(false), comeOneByOne(true)];
    expect(beside.filter((second) => second > PEOPLE).length).toBeGreaterThan(PEOPLE / 2);
    for (const [person, letIn] of beside.entries()) {
      if (!isGreedy(person)) continue;
      expect(letIn, `${person} by one place`).toBeGreaterThanOrEqual((alone[person] ?? 0) - BETWEEN_TWO_QUESTIONS);
      const before = Math.max(...beside.slice(0, person));
      expect(before, `${person} before others`).toBeLessThanOrEqual(letIn + BETWEEN_TWO_QUESTIONS);
    }
  });

  it('of who has left keep nobody waiting for long', () => {
    const { admission, fill, look } = node(2);
    fill(5, 2);
    for (let gone = 0; gone < 50; gone++) firstToWait(admission);
    look();
    const last = firstToWait(admission);
    expect(ask(admission, 'browse', last).is).toBe('wait');
    fill(0.7, 20);
    expect(ask(admission, 'browse', last).is).toBe('in');
  });

  it('are not kept from their turn by thousands who come without one', () => {
    const { admission, fill, look } = node(2);
    fill(5, 2);
    let place = firstToWait(admission);
    let seconds = 0;
    for (let letIn = false; !letIn && seconds < 100; seconds++) {
      for (let storm = 0; storm < 500; storm++) ask(admission, 'browse');
      look();
      if (seconds % 10 > 0) continue;
      const verdict = ask(admission, 'browse', place);
      if (verdict.is === 'wait') place = verdict.place;
      letIn = verdict.is === 'in';
      if (verdict.is === 'wait') expect(verdict.again).toBe(10);
    }
    expect(seconds).toBeLessThan(35);
  });

  it('hold on another node, and after a restart: the older goes first there too', () => {
    const [one, other] = [node(), node()];
    one.fill(5, 2);
    const older = firstToWait(one.admission);
    one.look();
    const younger = firstToWait(one.admission);
    other.clock.now = one.clock.now;
    other.fill(5, 2);
    firstToWait(other.admission);
    expect(ask(other.admission, 'browse', younger).is).toBe('wait');
    expect(ask(other.admission, 'browse', older).is).toBe('wait');
    other.fill(0.7);
    expect(ask(other.admission, 'browse', younger).is).toBe('wait');
    expect(ask(other.admission, 'browse', older).is).toBe('in');
  });

  it('once let in pass for ten minutes, but to nothing more urgent than they were let in to', () => {
    const { admission, fill, look, clock } = node();
    fill(5, 2);
    const verdict = (): AdmissionVerdict => ask(admission, 'browse', place);
    const place = firstToWait(admission);
    fill(0.7, 3);
    const letIn = verdict();
    if (letIn.is !== 'in' || letIn.admitted === null) throw new Error(letIn.is);
    const pass = letIn.admitted;
    for (let page = 0; page < 30; page++) expect(ask(admission, 'browse', pass).is).toBe('in');
    clock.now += 10 * 60_000;
    firstToWait(admission);
    expect(ask(admission, 'browse', pass).is).toBe('wait');
    fill(5);
    while (ask(admission, 'account').is === 'in') look(0);
    expect(ask(admission, 'account', { ...pass, admittedAt: clock.now }).is).toBe('wait');
  });
});
