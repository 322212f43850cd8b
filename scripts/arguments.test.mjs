import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../src/testing/temporaryFolder.ts';
import { day, many, needed, oneOf, place, quantity, saidBy, understood, whole } from './arguments.mjs';
import { everyCommand } from './help.mjs';

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
  const given = (script, ...words) =>
    spawnSync(process.execPath, [path.join(import.meta.dirname, `${script}.mjs`), ...words], { encoding: 'utf8' });

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
    ['mutate', '--slice', '2'],
    ['living', 'abc'],
    ['faults', 'exam', '0'],
    ['release', '1.2'],
    ['release', '1.2.0', '--push'],
    ['journal', 'yesterday'],
  ])('%s %s says so in one line, and does nothing', (script, ...words) => {
    const { status, stdout, stderr } = given(script, ...words);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^npm run [a-z-]+ -- .*(expected .+|too many)\.\n$/);
  });

  it.each(
    'access acts catalogue check dev effort events freeze help measures pages rooms states types widths'.split(' '),
  )('%s, which hardly needs a word, says so of any other', (script) => {
    const { status, stdout, stderr } = given(script, 'nope');
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^npm run [a-z]+.*: « nope », (one word too many|expected --check or nothing)\.\n$/);
  });

  it('says what it may be told where it is asked, with each of its ways', () => {
    const { status, stdout } = given('faults', 'exam', '--help');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^npm run faults -- \[campaign\]\n {2}kills under clients/);
    expect(stdout).toContain('npm run faults -- exam [times] [candidates] [seed]\n  the same in the midst');
    expect(stdout).toContain('  seed, crowd: a whole number, 0 or more\n');
  });
});

describe('The list of commands', () => {
  it('has each of package.json, with the first sentence at the head of its script', () => {
    expect(everyCommand()).toContainEqual({ name: 'help', line: 'what can be run here, a line each' });
    expect(saidBy('load').map(([way]) => way)).toContain('papers');
  });

  it('refuses a script that says nothing of itself', () => {
    const folder = temporaryFolder('commands');
    mkdirSync(path.join(folder, 'scripts'));
    writeFileSync(path.join(folder, 'package.json'), '{"scripts":{"mute":"node scripts/mute.mjs"}}');
    writeFileSync(path.join(folder, 'scripts', 'mute.mjs'), '// Does much.\n');
    expect(() => everyCommand(folder)).toThrow('scripts/mute.mjs');
  });
});
