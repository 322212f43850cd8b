import { expect, it } from 'vitest';
import type { JuryRules } from '../../catalogue/index.ts';
import { isToldOfArrangements } from './told.ts';

const quality = (code: string, seat: JuryRules['qualities'][number]['seat']): JuryRules['qualities'][number] => ({
  code,
  label: code,
  seat,
});
const rules = {
  qualities: [quality('president', 'chair'), quality('deputy', 'deputy'), quality('teacher', 'member')],
} as unknown as JuryRules;

it('the chair is told of accommodations, and the head who tells the chair; a member learns from the chair', () => {
  expect(isToldOfArrangements(null, rules)).toBe(true);
  expect(isToldOfArrangements(null, null)).toBe(true);
  expect(isToldOfArrangements({ quality: 'president' }, rules)).toBe(true);
  for (const other of ['deputy', 'teacher', 'unknown'])
    expect(isToldOfArrangements({ quality: other }, rules), other).toBe(false);
  expect(isToldOfArrangements({ quality: 'president' }, null)).toBe(false);
});
