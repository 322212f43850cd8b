import { describe, expect, it } from 'vitest';
import type { Mark, MarkBatch, Script } from '../marks.ts';
import { progressOf, settleMark } from './settle.ts';
import { isUnwritten, withBoards } from './withBoards.ts';

const mark = (halfPoints: number): Mark => ({ code: 'mark', halfPoints });
const round = { clerk: null, version: 1, doneAt: null };
const batch: MarkBatch = {
  id: 'b',
  academy: 'clermont',
  session: 'bp-2024-clermont',
  speciality: '45022108',
  unit: 'U10',
  title: 'Commande',
  step: 'half-point',
  named: true,
  rounds: { first: round, second: round },
  lockedAt: null,
  rowVersion: 1,
};
const script = (id: string, typed: Mark | null = null): Script => ({
  id,
  number: id,
  first: typed === null ? null : { rank: 1, mark: typed },
  second: typed === null ? null : { rank: 2, mark: typed },
  board: null,
  decided: null,
  corrected: null,
});
const taken = (scripts: readonly Script[], agreed: readonly (readonly [string, Mark])[]) => {
  const found = withBoards(batch, scripts, new Map(agreed));
  return { ...progressOf(found.batch, found.scripts), marks: found.scripts.map((one) => settleMark(one).mark) };
};

describe('What a lock takes of the boards', () => {
  it('is each mark that two agreed, and then nothing is left to type', () => {
    expect(
      taken(
        [script('1'), script('2')],
        [
          ['1', mark(24)],
          ['2', mark(0)],
        ],
      ),
    ).toMatchObject({
      settled: 2,
      differences: 0,
      marks: [mark(24), mark(0)],
    });
  });
  it('leaves what no board agreed to who types it', () => {
    expect(taken([script('1'), script('2')], [['1', mark(24)]])).toMatchObject({ settled: 0, marks: [mark(24), null] });
    // Typed alike, and not ended: the two who type say when it is.
    expect(taken([script('1'), script('2', mark(20))], [['1', mark(24)]])).toMatchObject({ settled: 0 });
    expect(taken([], [])).toMatchObject({ scripts: 0, settled: 0 });
  });
  it('wins over what was typed of it, and writes nothing where that says the same', () => {
    const { scripts } = withBoards(
      batch,
      [script('1', mark(20)), script('2', mark(20))],
      new Map([
        ['1', mark(24)],
        ['2', mark(20)],
      ]),
    );
    expect(scripts.map(isUnwritten)).toEqual([true, false]);
    expect(scripts.map((one) => settleMark(one).mark)).toEqual([mark(24), mark(20)]);
  });
  it('keeps when each round was ended', () => {
    const doneAt = Temporal.Instant.from('2024-06-20T10:00:00Z');
    const ended = { ...batch, rounds: { first: { ...round, doneAt }, second: round } };
    const { rounds } = withBoards(ended, [script('1')], new Map([['1', mark(24)]])).batch;
    expect([rounds.first.doneAt, rounds.second.doneAt === null]).toEqual([doneAt, false]);
  });
});
