import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type ABSENT, THEMES } from './criteria.ts';

const root = path.join(import.meta.dirname, '..', '..', '..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const states = THEMES.flatMap(({ criteria }) => criteria.map(({ state }) => state));

/** How each of what no page has would be written. */
const WRITTEN: Record<keyof typeof ABSENT, RegExp> = {
  frames: /<i?frame\b|createElement\('i?frame'/,
  media: /<(audio|video|embed|canvas)[\s>]|<object\s|createElement\('(audio|object|embed)'|new Audio\b/,
  imageTests: /captcha/i,
  motion: /devicemotion|deviceorientation/,
};

describe('The criteria of RGAA 4.1', () => {
  it('are 106, as many in each theme as the reference has, each said once', () => {
    expect(THEMES.map(({ criteria }) => criteria.length)).toEqual([9, 2, 3, 13, 8, 2, 5, 10, 4, 14, 13, 11, 12]);
    const words = THEMES.flatMap(({ criteria }) => criteria.map(({ what }) => what));
    expect(new Set(words).size).toBe(106);
  });
  it('are said to be met only where the test that is named is there', () => {
    const named = states.flatMap((state) => (state.is === 'conform' ? [state] : []));
    expect(named.length).toBeGreaterThan(0);
    for (const { file, test } of named) expect(read(file), file).toContain(`'${test}'`);
  });
  it('are said not to be met as long as the sign of it is there', () => {
    for (const state of states) if (state.is === 'broken') expect(read(state.file), state.lacks).toContain(state.sign);
  });
  it('are said to be about nothing only where no page, no script writes what they are about', () => {
    const sources = ['src/**/*.tsx', 'src/browser/**/*.ts'].flatMap((pattern) => globSync(pattern, { cwd: root }));
    expect(sources.length).toBeGreaterThan(100);
    for (const file of sources.filter((one) => !one.includes('.test.')))
      for (const [what, written] of Object.entries(WRITTEN))
        expect(read(file), `${file}: ${what}`).not.toMatch(written);
  });
});
