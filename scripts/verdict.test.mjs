import { describe, expect, it } from 'vitest';
import { afterSecondRun, countsOf, failuresOf, filesThatFailed, leftOutOf } from './verdict.mjs';

const test = (name, state = 'passed', more = {}) => ({ name, state, ...more });
const file = (name, tests, { faults = [], project = '18' } = {}) => ({ file: name, project, tests, faults });
const report = (...files) => ({ files, errors: [] });

const FIRST = report(
  file('a.test.ts', [test('holds'), test('falls', 'failed')]),
  file('b.test.ts', [test('holds'), test('holds too')]),
  file('c.test.ts', [], { faults: ['Cannot read it'] }),
);

describe('A run of tests', () => {
  it('names each test that failed, each file that couldn’t be run, and what happened outside any', () => {
    expect(failuresOf({ ...FIRST, errors: ['gone'] })).toEqual([
      'a.test.ts › falls',
      'c.test.ts: Cannot read it',
      'outside any test: gone',
    ]);
    expect(filesThatFailed(FIRST)).toEqual(['a.test.ts', 'c.test.ts']);
  });

  it('says once what failed on both versions of PostgreSQL', () => {
    const both = report(...['18', '15'].map((project) => file('a.test.ts', [test('falls', 'failed')], { project })));
    expect(failuresOf(both)).toEqual(['a.test.ts › falls']);
    expect(filesThatFailed(both)).toEqual(['a.test.ts']);
  });
});

describe('A second run of the files that failed', () => {
  it('that passes is green, named, and counted once', () => {
    const second = report(file('a.test.ts', [test('holds'), test('falls')]), file('c.test.ts', [test('reads')]));
    const { failures, passedAtSecond, report: all } = afterSecondRun(FIRST, second);
    expect(failures).toEqual([]);
    expect(passedAtSecond).toEqual(['a.test.ts › falls', 'c.test.ts: Cannot read it']);
    expect(countsOf(all)).toEqual({ passed: 5, failed: 0, skipped: 0, files: 3 });
  });

  it('that fails again fails: the same test, another of its file, or the file for another reason', () => {
    const second = report(
      file('a.test.ts', [test('holds', 'failed'), test('falls', 'failed')]),
      file('c.test.ts', [test('reads')], { faults: ['Cannot end it'] }),
    );
    const { failures, passedAtSecond, report: all } = afterSecondRun(FIRST, second);
    expect(failures).toEqual([
      'a.test.ts › holds',
      'a.test.ts › falls',
      'c.test.ts: Cannot end it',
      'c.test.ts: Cannot read it',
    ]);
    expect(passedAtSecond).toEqual([]);
    expect(countsOf(all)).toMatchObject({ passed: 3, failed: 2 });
  });

  it('excuses nothing that it didn’t run again: a file, a test that is gone or left out, a version of PostgreSQL', () => {
    const [falls, holds] = [test('falls', 'failed'), test('falls')];
    const failuresAfter = (first, ...second) => afterSecondRun(first, report(...second)).failures;
    expect(failuresAfter(FIRST)).toEqual(['a.test.ts › falls', 'c.test.ts: Cannot read it']);
    const one = report(file('a.test.ts', [falls]));
    expect(failuresAfter(one, file('a.test.ts', [test('holds')]))).toEqual(['a.test.ts › falls']);
    expect(failuresAfter(one, file('a.test.ts', [test('falls', 'skipped')]))).toEqual(['a.test.ts › falls']);
    const other = file('a.test.ts', [falls], { project: '15' });
    expect(failuresAfter(one, file('a.test.ts', [holds]), other)).toEqual(['a.test.ts › falls']);
  });

  it('undoes nothing that happened outside the tests, in either run', () => {
    const second = { ...report(file('a.test.ts', [test('falls')]), file('c.test.ts', [])), errors: ['late'] };
    const { failures } = afterSecondRun({ ...FIRST, errors: ['early'] }, second);
    expect(failures).toEqual(['outside any test: early', 'outside any test: late']);
  });
});

it('What was left out is said by file and reason; only a reason excuses it, and no missing program', () => {
  const skipped = (name, more) => test(name, 'skipped', more);
  const found = leftOutOf(
    report(
      file('a.test.ts', [
        skipped('one', { leftOut: 'qpdf is not on this machine', lacks: 'qpdf' }),
        skipped('two', { leftOut: 'qpdf is not on this machine', lacks: 'qpdf' }),
        skipped('three', { leftOut: '`npm run effort` walks it' }),
        skipped('four'),
      ]),
    ),
  );
  expect(found).toEqual([
    {
      file: 'a.test.ts',
      names: ['one', 'two'],
      reason: 'qpdf is not on this machine',
      lacks: 'qpdf',
      isExcused: false,
    },
    { file: 'a.test.ts', names: ['three'], reason: '`npm run effort` walks it', lacks: null, isExcused: true },
    { file: 'a.test.ts', names: ['four'], reason: 'it says no reason', lacks: null, isExcused: false },
  ]);
});
