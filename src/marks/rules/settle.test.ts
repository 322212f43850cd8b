import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Mark, type MarkEntry, ROUNDS, type Round, type RoundName, type Script } from '../marks.ts';
import { absencesIn, emptyIn, progressOf, settleMark } from './settle.ts';

const mark = (halfPoints: number): Mark => ({ code: 'mark', halfPoints });
const NOTHING = { first: null, second: null, board: null, decided: null, corrected: null };
const entry = (rank: number, halfPoints: number | null): MarkEntry => ({
  rank,
  mark: halfPoints === null ? null : mark(halfPoints),
});
const WAITS = { state: 'waits', mark: null };
const DIFFERS = { state: 'differs', mark: null };

it('absences are counted, justified or not, where they hold', () => {
  const script = (one: Mark | null, other: Mark | null): Script => ({
    ...NOTHING,
    id: '',
    number: '',
    first: { rank: 1, mark: one },
    second: { rank: 2, mark: other },
  });
  const [absent, excused, exempt] = (['absent', 'excused', 'exempt'] as const).map((code): Mark => ({ code }));
  const pairs = [
    [absent, absent],
    [excused, excused],
    [exempt, exempt],
    [absent, excused],
    [absent, undefined],
    [mark(0), mark(0)],
  ] as const;
  expect(absencesIn(pairs.map(([one, other]) => script(one ?? null, other ?? null)))).toBe(2);
  expect(absencesIn([])).toBe(0);
});

describe('What holds of a script', () => {
  it('is what both rounds say, and nothing while one of them is empty', () => {
    expect(settleMark(NOTHING)).toEqual(WAITS);
    expect(settleMark({ ...NOTHING, first: entry(1, 24) })).toEqual(WAITS);
    expect(settleMark({ ...NOTHING, second: entry(1, 24) })).toEqual(WAITS);
    expect(settleMark({ ...NOTHING, first: entry(1, 24), second: entry(2, null) })).toEqual(WAITS);
    expect(settleMark({ ...NOTHING, first: entry(1, null), second: entry(2, null) })).toEqual(WAITS);
    expect(settleMark({ ...NOTHING, first: entry(1, 24), second: entry(2, 24) })).toEqual({
      state: 'agreed',
      mark: mark(24),
    });
    expect(settleMark({ ...NOTHING, first: entry(1, 24), second: entry(2, 25) })).toEqual(DIFFERS);
    expect(settleMark({ ...NOTHING, first: entry(1, 0), second: { rank: 2, mark: { code: 'excused' } } })).toEqual(
      DIFFERS,
    );
  });

  it('is what somebody decided of a difference, until one of the rounds is written again', () => {
    const decided = entry(3, 26);
    const both = { ...NOTHING, decided };
    expect(settleMark({ ...both, first: entry(1, 24), second: entry(2, 25) })).toEqual({
      state: 'agreed',
      mark: mark(26),
    });
    expect(settleMark({ ...both, first: entry(4, 24), second: entry(2, 25) })).toEqual(DIFFERS);
    expect(settleMark({ ...both, first: entry(1, 24), second: entry(4, 25) })).toEqual(DIFFERS);
    expect(settleMark({ ...both, first: entry(1, 24), second: entry(4, 24) })).toEqual({
      state: 'agreed',
      mark: mark(24),
    });
  });

  it('is a correction, until anything is written after it', () => {
    const typed = { first: entry(1, 24), second: entry(2, 24), board: null, decided: null, corrected: entry(5, 30) };
    const agreed = (halfPoints: number) => ({ state: 'agreed', mark: mark(halfPoints) });
    expect(settleMark(typed)).toEqual(agreed(30));
    expect(settleMark({ ...typed, decided: entry(3, 26) })).toEqual(agreed(30));
    expect(settleMark({ ...typed, decided: entry(6, 26) })).toEqual(agreed(26));
    expect(settleMark({ ...typed, first: entry(6, 24) })).toEqual(agreed(24));
    expect(settleMark({ ...typed, second: entry(6, 25) })).toEqual(DIFFERS);
    expect(settleMark({ ...typed, corrected: entry(5, null) })).toEqual(agreed(24));
    expect(settleMark({ ...typed, corrected: entry(2, 30) })).toEqual(agreed(24));
  });

  it('never depends on the order in which rounds and scripts were typed', () => {
    const cells = fc.array(
      fc.record({ script: fc.nat(5), round: fc.constantFrom(...ROUNDS), mark: fc.integer({ min: 0, max: 40 }) }),
      { maxLength: 24 },
    );
    const lastOfEach = cells.map((all) => [...new Map(all.map((one) => [`${one.script}${one.round}`, one])).values()]);
    fc.assert(
      fc.property(
        lastOfEach.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([some, others]) => {
          expect(typed(some)).toEqual(typed(others));
        },
      ),
    );
  });
});

/** What holds after these were written one after the other. */
function typed(cells: readonly { script: number; round: RoundName; mark: number }[]): readonly unknown[] {
  const scripts = Array.from(
    { length: 6 },
    () => ({ ...NOTHING }) as Record<RoundName, MarkEntry | null> & typeof NOTHING,
  );
  for (const [index, { script, round, mark: half }] of cells.entries())
    Object.assign(scripts[script] ?? {}, { [round]: entry(index + 1, half) });
  return scripts.map(settleMark);
}

describe('What a board signed', () => {
  const typedTwice = { ...NOTHING, first: entry(1, 24), second: entry(2, 24) };
  it('holds after what was typed, and until somebody types again', () => {
    expect(settleMark({ ...NOTHING, board: entry(1, 30) }).mark).toEqual(mark(30));
    expect(settleMark({ ...typedTwice, board: entry(3, 30) }).mark).toEqual(mark(30));
    expect(settleMark({ ...typedTwice, second: entry(4, 24), board: entry(3, 30) }).mark).toEqual(mark(24));
  });
  it('holds until a difference is settled or a mark corrected after it, and over those of before', () => {
    expect(settleMark({ ...typedTwice, board: entry(3, 30), decided: entry(4, 31) }).mark).toEqual(mark(31));
    expect(settleMark({ ...typedTwice, board: entry(4, 30), decided: entry(3, 31) }).mark).toEqual(mark(30));
    expect(settleMark({ ...typedTwice, board: entry(3, 30), corrected: entry(4, 32) }).mark).toEqual(mark(32));
    expect(settleMark({ ...typedTwice, board: entry(5, 30), corrected: entry(4, 32) }).mark).toEqual(mark(30));
  });
});

describe('How far a batch is', () => {
  const round = (doneAt: Temporal.Instant | null): Round => ({ clerk: null, version: 1, doneAt });
  const done = Temporal.Instant.from('2024-06-20T10:00:00Z');
  const script = (number: string, of: Partial<Script>): Script => ({ id: number, number, ...NOTHING, ...of });
  const scripts = [
    script('1', { first: entry(1, 20), second: entry(2, 20) }),
    script('2', { first: entry(3, 20), second: entry(4, 21) }),
    script('3', { first: entry(5, 20), second: entry(6, null) }),
    script('4', {}),
  ];

  it('says nothing of differences before both rounds are done', () => {
    const before = { scripts: 4, first: 3, second: 2, differences: 0, settled: 0 };
    for (const rounds of [
      { first: round(null), second: round(null) },
      { first: round(done), second: round(null) },
      { first: round(null), second: round(done) },
    ])
      expect(progressOf({ rounds }, scripts)).toEqual(before);
    expect(progressOf({ rounds: { first: round(done), second: round(done) } }, scripts)).toEqual({
      ...before,
      differences: 1,
      settled: 1,
    });
  });

  it('names the numbers that a round leaves empty', () => {
    expect(emptyIn('first', scripts)).toEqual(['4']);
    expect(emptyIn('second', scripts)).toEqual(['3', '4']);
  });
});
