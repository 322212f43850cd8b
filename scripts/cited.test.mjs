import { describe, expect, it } from 'vitest';
import { faultsIn } from './cited.mjs';

const HOUSE = {
  'docs/decisions/README.md': '- [007](007-answers.md) Answers.\n- [108](108-summons.md) Summonses.\n',
  'docs/decisions/007-answers.md': '# 007 · Answers\n',
  'docs/decisions/108-summons.md': '# 108 · Summonses, unlike before (007)\n',
};
const faults = (more) => faultsIn({ ...HOUSE, ...more }).faults;

describe('The check of the decisions that are named', () => {
  it('lets those that are there, in each way of naming them', () => {
    const source = '// See decision 108, docs/decisions/007 and docs/decisions/007-answers.md; (209) is a figure.';
    expect(faultsIn({ ...HOUSE, 'src/a.ts': source })).toEqual({ faults: [], cited: 4 });
    expect(faults({ 'docs/a.md': 'Said (007, 108), and in a hundred and thirty (130 ms).' })).toEqual([]);
  });

  it.each([
    ['a comment', 'src/a.ts', '// decision 109'],
    ['a path', 'src/a.ts', '/** Why: docs/decisions/006. */'],
    ['a list', 'docs/product.md', 'A plan (`docs/decisions/007`, `109`).'],
    ['brackets', 'docs/decisions/108-summons.md', 'As of all papers (007, 109).'],
    ['the workflow', '.github/workflows/ci.yml', '# docs/decisions/109'],
  ])('refuses one that isn’t, in %s', (_, file, text) => {
    expect(faults({ [file]: text })).toHaveLength(1);
  });

  it('refuses one that the index lacks, and a number that two bear', () => {
    expect(faults({ 'docs/decisions/109-late.md': '# 109' })).toEqual([
      "docs/decisions/README.md doesn't have 109-late.md.",
    ]);
    const index = `${HOUSE['docs/decisions/README.md']}- [007](007-again.md)\n`;
    expect(faults({ 'docs/decisions/README.md': index, 'docs/decisions/007-again.md': '' })).toEqual([
      'Two decisions bear 007.',
    ]);
  });
});
