import { describe, expect, it } from 'vitest';
import type { EnrolmentId } from '../../enrolment/index.ts';
import type { SheetPart, SignedSheet, Verdict } from '../marking.ts';
import { standingOf, wholeOf } from './standing.ts';

const sheet = (rank: number, more: Partial<SignedSheet> = {}): SignedSheet => ({
  id: `s${rank}`,
  rank,
  boardId: 'b',
  enrolmentId: 'e' as EnrolmentId,
  unit: 'U10',
  version: '2012',
  outcome: 'mark',
  halfPoints: 20,
  part: null,
  answers: {},
  words: '',
  seen: 0,
  device: 'tablet one',
  at: Temporal.Instant.fromEpochMilliseconds(0),
  examinerId: 'A',
  by: 'account A',
  digest: `d${rank}`,
  verdicts: [],
  ...more,
});
const verdict = (rank: number, more: Partial<Verdict> = {}): Verdict => ({
  sheetId: 's',
  rank,
  verdict: 'agree',
  way: 'account',
  examinerId: 'B',
  words: '',
  seen: rank - 1,
  at: Temporal.Instant.fromEpochMilliseconds(0),
  by: 'account B',
  ...more,
});
const held = (...sheets: readonly SignedSheet[]) => {
  const standing = standingOf(sheets);
  return standing === null ? null : [standing.state, standing.sheet.id, standing.other?.id ?? null];
};

describe('What holds of a candidate', () => {
  it('is nothing before somebody fills a sheet, then that of one', () => {
    expect(held()).toBeNull();
    expect(held(sheet(1))).toEqual(['signed', 's1', null]);
  });

  it('is agreed once another signed the same sheet, or a head', () => {
    expect(held(sheet(1, { verdicts: [verdict(2)] }))).toEqual(['agreed', 's1', null]);
    const head = verdict(2, { way: 'head', examinerId: null, by: 'head' });
    expect(held(sheet(1, { verdicts: [head] }))).toEqual(['agreed', 's1', null]);
  });

  it('is never agreed by its author alone', () => {
    expect(held(sheet(1, { verdicts: [verdict(2, { examinerId: 'A' })] }))).toEqual(['signed', 's1', null]);
  });

  it('stays open while two disagree, whoever agrees beside them', () => {
    const no = verdict(2, { verdict: 'disagree' });
    expect(held(sheet(1, { verdicts: [no] }))).toEqual(['contested', 's1', null]);
    expect(held(sheet(1, { verdicts: [no, verdict(3, { examinerId: 'C' })] }))).toEqual(['contested', 's1', null]);
    expect(held(sheet(1, { verdicts: [no, verdict(3)] }))).toEqual(['agreed', 's1', null]);
    expect(held(sheet(1, { verdicts: [verdict(2), verdict(3, { verdict: 'disagree' })] }))?.[0]).toBe('contested');
  });

  it('is what another wrote who had seen the common sheet, and wants an agreement anew', () => {
    const common = sheet(1, { verdicts: [verdict(2)] });
    expect(held(common, sheet(3, { seen: 1 }))).toEqual(['signed', 's3', null]);
    expect(held(common, sheet(3, { seen: 1 }), sheet(4, { seen: 0, device: 'tablet two' }))).toEqual([
      'disputed',
      's4',
      's3',
    ]);
  });

  it('is what the same tablet said after the common sheet, before it was sent', () => {
    expect(held(sheet(1, { verdicts: [verdict(2)] }), sheet(3))).toEqual(['signed', 's3', null]);
  });

  it('stays the common sheet where another tablet says otherwise without knowing of it, and both are shown until somebody looks', () => {
    const late = sheet(3, { device: 'tablet two', examinerId: 'B' });
    expect(held(sheet(1, { verdicts: [verdict(2)] }), late)).toEqual(['disputed', 's1', 's3']);
    // Who agrees again with both in sight.
    expect(held(sheet(1, { verdicts: [verdict(2), verdict(4, { examinerId: 'C', seen: 3 })] }), late)).toEqual([
      'agreed',
      's1',
      null,
    ]);
  });

  it('is the last that came from two tablets that knew nothing of each other', () => {
    expect(held(sheet(1), sheet(2, { device: 'tablet two' }))).toEqual(['disputed', 's2', 's1']);
    expect(held(sheet(1), sheet(2, { device: 'tablet two', seen: 1 }))).toEqual(['signed', 's2', null]);
  });

  it("isn't disputed by the same words, nor by what one tablet said twice", () => {
    expect(held(sheet(1, { digest: 'same' }), sheet(2, { device: 'tablet two', digest: 'same' }))).toEqual([
      'signed',
      's2',
      null,
    ]);
    expect(held(sheet(1), sheet(2))).toEqual(['signed', 's2', null]);
  });

  it('is agreed in the end where the other signs one of the two', () => {
    const second = sheet(2, {
      device: 'tablet two',
      examinerId: 'B',
      verdicts: [verdict(3, { examinerId: 'A', seen: 2 })],
    });
    expect(held(sheet(1), second)).toEqual(['agreed', 's2', null]);
    expect(
      held(sheet(1, { verdicts: [verdict(3, { seen: 2 })] }), sheet(2, { device: 'tablet two', examinerId: 'B' })),
    ).toEqual(['agreed', 's1', null]);
  });
});

describe('A mark that two juries make', () => {
  const part = (given: number, most: number, apart: boolean): SheetPart => ({
    ...{ given, most, apart },
    ...{ rounding: 'up', step: 'half-point' },
  });
  const [by] = [{ halfPoints: null, verdicts: [verdict(9)] }];
  const rest = (more: Partial<SignedSheet> = {}) => sheet(1, { ...by, part: part(221, 360, false), ...more });
  const apart = (more: Partial<SignedSheet> = {}) =>
    sheet(2, { ...by, part: part(60, 120, true), examinerId: 'C', by: 'account C', ...more });
  const whole = (...sheets: readonly SignedSheet[]) => {
    const found = wholeOf(sheets);
    return found === null ? null : [found.state, found.sheet.id, found.sheet.halfPoints];
  };

  it('is nothing, then in part, then whole: their points together, rounded once', () => {
    expect(whole()).toBeNull();
    expect(whole(rest())).toEqual(['partial', 's1', null]);
    expect(whole(apart())).toEqual(['partial', 's2', null]);
    expect(whole(rest(), apart())).toEqual(['agreed', 's1', 24]);
    expect(wholeOf([rest(), apart()])?.sheet.verdicts.map((one) => one.by)).toEqual([
      'account B',
      'account C',
      'account B',
    ]);
  });

  it('waits for the part of which something is to be done', () => {
    expect(whole(rest({ verdicts: [] }), apart())).toEqual(['signed', 's1', null]);
    expect(whole(rest(), apart({ verdicts: [] }))).toEqual(['signed', 's2', null]);
    const no = [verdict(3, { verdict: 'disagree' })];
    expect(whole(rest(), apart({ verdicts: no }))).toEqual(['contested', 's2', null]);
  });

  it('asks nothing of the other where somebody was not there, unless it marked them', () => {
    const gone = rest({ outcome: 'absent', part: part(0, 360, false) });
    expect(whole(gone)).toEqual(['agreed', 's1', null]);
    expect(whole(gone, apart())).toEqual(['disputed', 's1', null]);
    expect(wholeOf([gone, apart()])?.other?.id).toBe('s2');
    expect(whole(rest({ outcome: 'barred' }), apart())).toEqual(['agreed', 's1', null]);
  });

  it('stays what a board signed whole before there were two', () => {
    expect(whole(sheet(1, { verdicts: [verdict(2)] }), apart())).toEqual(['agreed', 's1', 20]);
  });
});
