import { describe, expect, it } from 'vitest';
import { changedLines, type SummaryBlock } from './summary.ts';

const block = (step: SummaryBlock['step'], ...lines: readonly (readonly [string, string])[]): SummaryBlock => ({
  step,
  title: step,
  lines: lines.map(([name, value]) => ({ name, label: name, value })),
});
const before = [
  block('identification', ['address', 'Aurillac'], ['phone', '06 12 34 56 78']),
  block('qualification', ['form', 'Globale']),
];
const changed = (...after: readonly SummaryBlock[]) => [...changedLines(before, after)];

describe('What a modification changes', () => {
  it('is nothing where every line says the same', () => {
    expect(changed(...before)).toEqual([]);
  });
  it('is a line that says something else, with what it said before', () => {
    expect(
      changed(
        block('identification', ['address', 'Mauriac'], ['phone', '06 12 34 56 78']),
        block('qualification', ['form', 'Globale']),
      ),
    ).toEqual([['identification address', 'Aurillac']]);
  });
  it('is a line that is new, which said nothing, and one that is gone', () => {
    expect(
      changed(
        block('identification', ['address', 'Aurillac'], ['otherPhone', '04 71 00 00 00']),
        block('qualification', ['form', 'Globale']),
      ),
    ).toEqual([
      ['identification otherPhone', ''],
      ['identification phone', '06 12 34 56 78'],
    ]);
  });
  it('goes by the step too: the same name elsewhere is another line', () => {
    expect(
      changed(
        block('identification', ['address', 'Aurillac'], ['phone', '06 12 34 56 78']),
        block('epreuves', ['form', 'Globale']),
      ),
    ).toEqual([
      ['epreuves form', ''],
      ['qualification form', 'Globale'],
    ]);
  });
});
