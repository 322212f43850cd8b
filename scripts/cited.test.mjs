import { describe, expect, it } from 'vitest';
import { anchorOf, faultsIn, unlistedIn } from './cited.mjs';

const HOUSE = {
  'docs/decisions/README.md':
    '- [007](enrolment.md#007-answers-as-typed) Answers.\n- [098](accounts.md#098-046-passkeys), [046](accounts.md), [017](accounts.md) Keys.\n- [108](108-summons.md) Summonses.\n',
  'docs/decisions/enrolment.md': '# Enrolment\n\n## 007 Answers, as typed\n\nKept.\n',
  'docs/decisions/accounts.md':
    '# Accounts\n\n## 098, 046: passkeys\n\nA key (007).\n\n## Reversed\n\n- **017** → 098.\n',
  'docs/decisions/108-summons.md': '# 108 · Summonses, unlike before (007)\n',
};
const faults = (more) => faultsIn({ ...HOUSE, ...more }).faults;

describe('The check of the decisions that are named', () => {
  it('lets those that are there, in each way of naming them', () => {
    const source = '// See decision 108, decisions 098 and 046, docs/decisions/017; (209) is a figure.';
    expect(faultsIn({ ...HOUSE, 'src/a.ts': source })).toEqual({ faults: [], cited: 6 });
    expect(faults({ 'docs/a.md': 'Said (007, 108), and in a hundred and thirty (130 ms).' })).toEqual([]);
    expect(faults({ 'a.md': '[Why](docs/decisions/accounts.md#reversed), [all](docs/decisions/README.md).' })).toEqual(
      [],
    );
  });

  it.each([
    ['a comment', 'src/a.ts', '// decision 109'],
    ['a path', 'src/a.ts', '/** Why: docs/decisions/006. */'],
    ['a list', 'docs/product.md', 'A plan (`docs/decisions/007`, `109`).'],
    ['brackets', 'docs/decisions/108-summons.md', 'As of all papers (007, 109).'],
    ['the workflow', '.github/workflows/ci.yml', '# docs/decisions/109'],
    ['a link to a page', 'CONTRIBUTING.md', '[007](docs/decisions/007-answers.md)'],
    ['a link to a heading', 'docs/tour.md', '[007](decisions/enrolment.md#007-answers)'],
    ['a link within the page', 'docs/decisions/106-site.md', '[above](#106-site)'],
  ])('refuses one that isn’t, in %s', (_, file, text) => {
    expect(faults({ [file]: text })).toHaveLength(1);
  });

  it.each([
    ['a page of its own', 'docs/decisions/109-late.md', '# 109 · Late', '109-late.md'],
    ['the page of its subject', 'docs/decisions/due.md', '# What is due\n\n## 109 Late\n', 'due.md'],
    ['a line of what was reversed', 'docs/decisions/due.md', '- **109** too late.\n', 'due.md'],
  ])('refuses one that the index lacks: %s', (_, file, text, page) => {
    expect(faults({ [file]: text })).toEqual([`docs/decisions/README.md doesn't have 109, of ${page}.`]);
  });

  it('refuses a number that two bear', () => {
    const again = { 'docs/decisions/accounts.md': `${HOUSE['docs/decisions/accounts.md']}\n## 098 Again\n` };
    expect(faults(again)).toEqual(['Two decisions bear 098.']);
  });

  it('knows the anchor of a heading', () => {
    expect(anchorOf('## 056, 063: « Nobody’s » key, asked-for: 25 % & more_')).toBe(
      '056-063--nobodys--key-asked-for-25---more_',
    );
  });
});

describe('The index of documents', () => {
  it.each([
    ['has once', '[Tour](tour.md#rooms), [decisions](decisions/README.md)', []],
    ['lacks', '[Decisions](decisions/README.md)', ['docs/README.md has docs/tour.md 0 times.']],
    [
      'has twice',
      '[Tour](tour.md), [rooms](tour.md), [why](decisions/README.md)',
      ['docs/README.md has docs/tour.md 2 times.'],
    ],
  ])('is looked through for a document that it %s', (_, index, expected) => {
    expect(unlistedIn({ ...HOUSE, 'docs/README.md': index, 'docs/tour.md': 'Rooms.' })).toEqual(expected);
  });
});
