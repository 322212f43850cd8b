import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { day, many, needed, oneOf, place, quantity, understood, whole } from './arguments.mjs';

const TIMES = whole('times', { usual: 20 });
const FILES = many(place('files', 'a file', (word) => word.endsWith('.ts')));
const faultOf = (kinds, ...given) => understood(kinds, given).fault;

describe('The words after a command', () => {
  it('are read in their order; what is not said is the usual', () => {
    expect(understood([TIMES, FILES], [])).toEqual({ values: [20, []], fault: null });
    expect(understood([TIMES, FILES], ['3', 'a.ts', 'b.ts'])).toEqual({ values: [3, ['a.ts', 'b.ts']], fault: null });
    expect(understood([whole('seed', { from: 0 })], ['0']).values).toEqual([0]);
    expect(understood([quantity('minutes')], ['0.5']).values).toEqual([0.5]);
    expect(understood([day('day')], ['2024-02-29']).values).toEqual(['2024-02-29']);
  });

  it.each(['nope', '', '0', '-5', '1.5', '1e3', 'NaN', '9'.repeat(20)])('« %s » is no number of times', (word) => {
    expect(faultOf([TIMES], word)).toBe(`« ${word} », expected a whole number, 1 or more.`);
  });

  it('that can’t be meant are said with what was expected', () => {
    expect(faultOf([quantity('minutes')], '0')).toContain('a number above 0');
    expect(faultOf([day('day')], '2023-02-30')).toContain('a day such as');
    expect(faultOf([oneOf('what', ['papers', 'desk'])], 'zorglub')).toContain('one of papers, desk');
    expect(faultOf([TIMES, FILES], '3', 'a.ts', 'nope')).toContain('« nope »');
    expect(faultOf([TIMES], '3', '4')).toBe('« 4 », one word too many.');
  });

  it('that are needed are missed, where those before them are there', () => {
    const folder = [oneOf('--folder', ['--folder']), needed(place('where', 'a folder', () => true))];
    expect(faultOf(folder)).toBeNull();
    expect(faultOf(folder, '--folder')).toBe('where is missing, expected a folder.');
    expect(faultOf([many(needed(place('file', 'a file', () => true)))])).toContain('file is missing');
  });
});

describe('A command that is told what it can’t mean', () => {
  it.each([
    ['steady', 'nope'],
    ['steady', '1', 'nope.test.ts'],
    ['properties', 'zorglub'],
    ['fuzz', 'abc'],
    ['load', 'zorglub'],
    ['load', 'results', 'x'],
    ['session', 'abc'],
    ['session', '-5'],
    ['check-export', '/nope'],
    ['bundle', '--folder'],
    ['mutate', 'src/nope.ts'],
    ['living', 'abc'],
    ['faults', 'exam', '0'],
    ['release', '1.2'],
    ['release', '1.2.0', '--push'],
  ])('%s %s says so in one line, and does nothing', (script, ...words) => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [path.join(import.meta.dirname, `${script}.mjs`), ...words],
      { encoding: 'utf8' },
    );
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^npm run [a-z-]+ -- .*(expected .+|too many)\.\n$/);
  });
});
