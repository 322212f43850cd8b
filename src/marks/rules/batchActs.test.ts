import { describe, expect, it } from 'vitest';
import { BATCH_LIFE, type MarkBatch, type Progress } from '../marks.ts';
import {
  otherRound,
  stateOf,
  type TypedBy,
  whyNotDecided,
  whyNotEntered,
  whyNotLocked,
  whyNotNamed,
  whyNotReopened,
} from './batchActs.ts';

const DONE = Temporal.Instant.from('2024-06-20T10:00:00Z');
const open: MarkBatch = {
  id: 'b',
  academy: 'clermont',
  session: 'bp-2024-clermont',
  speciality: '45033608',
  unit: 'U10',
  title: 'Gestion',
  step: 'half-point',
  named: false,
  rounds: {
    first: { clerk: 'ada', version: 1, doneAt: null },
    second: { clerk: 'bob', version: 1, doneAt: null },
  },
  lockedAt: null,
  rowVersion: 1,
};
const done = (first: boolean, second: boolean): MarkBatch => ({
  ...open,
  rounds: {
    first: { ...open.rounds.first, doneAt: first ? DONE : null },
    second: { ...open.rounds.second, doneAt: second ? DONE : null },
  },
});
const locked: MarkBatch = { ...done(true, true), lockedAt: DONE };
const nobody: TypedBy = { first: new Set(), second: new Set() };
const both: TypedBy = { first: new Set(['ada']), second: new Set(['bob']) };

describe('Who may do what with a batch', () => {
  it('a round is typed by who is named for it, until it is done', () => {
    expect(otherRound('first')).toBe('second');
    expect(otherRound('second')).toBe('first');
    expect(whyNotEntered(open, 'first', { by: 'ada' })).toBeNull();
    expect(whyNotEntered(open, 'second', { by: 'bob' })).toBeNull();
    expect(whyNotEntered(open, 'second', { by: 'ada' })).toBe('not-yours');
    expect(whyNotEntered(done(true, false), 'first', { by: 'ada' })).toBe('round-done');
    expect(whyNotEntered(done(true, false), 'second', { by: 'bob' })).toBeNull();
    expect(whyNotEntered(locked, 'first', { by: 'ada' })).toBe('locked');
    expect(whyNotReopened(done(true, false), 'first')).toBeNull();
    expect(whyNotReopened(done(true, false), 'second')).toBe('round-open');
    expect(whyNotReopened(locked, 'first')).toBe('locked');
  });

  it('two persons are named, never one for both, never one who typed the other round', () => {
    expect(whyNotNamed(open, { first: 'cid', second: 'dan' }, nobody)).toBeNull();
    expect(whyNotNamed(open, { first: null, second: null }, both)).toBeNull();
    expect(whyNotNamed(open, { first: 'cid', second: 'cid' }, nobody)).toBe('same-person');
    expect(whyNotNamed(open, { first: 'bob', second: 'cid' }, both)).toBe('typed-it');
    expect(whyNotNamed(open, { first: 'cid', second: 'ada' }, both)).toBe('typed-it');
    expect(whyNotNamed(open, { first: 'ada', second: 'bob' }, both)).toBeNull();
    expect(whyNotNamed(done(true, false), { first: 'cid', second: 'bob' }, both)).toBe('round-done');
    expect(whyNotNamed(done(true, false), { first: 'ada', second: 'cid' }, both)).toBeNull();
    expect(whyNotNamed(done(false, true), { first: 'ada', second: null }, both)).toBe('round-done');
    expect(whyNotNamed(locked, { first: 'ada', second: 'bob' }, both)).toBe('locked');
  });

  it('a third person decides of differences, once both are done', () => {
    expect(whyNotDecided(done(true, true), both, { by: 'eve' })).toBeNull();
    for (const one of [open, done(true, false), done(false, true)])
      expect(whyNotDecided(one, both, { by: 'eve' })).toBe('rounds-open');
    expect(whyNotDecided(done(true, true), both, { by: 'ada' })).toBe('typed-it');
    expect(whyNotDecided(done(true, true), both, { by: 'bob' })).toBe('typed-it');
    expect(whyNotDecided(locked, both, { by: 'eve' })).toBe('locked');
  });

  it('it is locked whole, with nothing left to settle and nobody left out', () => {
    const whole: Progress = { scripts: 3, first: 3, second: 3, differences: 0, settled: 3 };
    const eve = { by: 'eve' };
    expect(whyNotLocked(done(true, true), whole, 0, both, eve)).toBeNull();
    expect(whyNotLocked(done(true, true), { ...whole, differences: 1, settled: 2 }, 0, both, eve)).toBe(
      'differences-left',
    );
    expect(whyNotLocked(done(true, true), { ...whole, settled: 2 }, 0, both, eve)).toBe('marks-missing');
    expect(whyNotLocked(done(true, true), whole, 1, both, eve)).toBe('list-changed');
    expect(whyNotLocked(done(true, true), whole, 0, both, { by: 'ada' })).toBe('typed-it');
    expect(whyNotLocked(open, whole, 0, both, eve)).toBe('rounds-open');
    expect(whyNotLocked(locked, whole, 0, both, eve)).toBe('locked');
    for (const act of ['unlock', 'correct'] as const) {
      expect(BATCH_LIFE.whyNot(act, stateOf(locked))).toBeNull();
      for (const one of [open, done(true, true)]) expect(BATCH_LIFE.whyNot(act, stateOf(one))).toBe('not-locked');
    }
  });
});
