import { expect, it } from 'vitest';
import { type HandedFile, judgeHandOver } from './handOver.ts';

const file = (id: string, of: Partial<HandedFile> = {}): HandedFile => ({
  id,
  running: true,
  holder: null,
  theirs: true,
  ...of,
});

it('what runs and is of their groups is handed over, whoever held it', () => {
  const files = [file('a'), file('b', { holder: 'other' })];
  expect(judgeHandOver(files, 'paul')).toEqual({ will: files, wont: [] });
});

it('what ended, what they hold, and what they may not read is not, and why', () => {
  const files = [
    file('ended', { running: false, holder: 'paul', theirs: false }),
    file('held', { holder: 'paul', theirs: false }),
    file('foreign', { theirs: false }),
    file('fine'),
  ];
  const { will, wont } = judgeHandOver(files, 'paul');
  expect(will.map(({ id }) => id)).toEqual(['fine']);
  expect(wont.map(({ id, why }) => [id, why])).toEqual([
    ['ended', 'ended'],
    ['held', 'already'],
    ['foreign', 'not-theirs'],
  ]);
});
