import { expect, it } from 'vitest';
import type { EnrolmentId } from '../../enrolment/index.ts';
import { digestOf } from './digest.ts';

type Signed = Parameters<typeof digestOf>[0];
const SHEET: Signed = {
  enrolmentId: 'e1' as EnrolmentId,
  unit: 'U10',
  version: '2012',
  outcome: 'mark',
  halfPoints: 26,
  answers: { C1: 3, C2: 10 },
  words: 'bien',
};

it('What somebody signs has one digest, whatever the order in which its criteria were noted', () => {
  expect(digestOf(SHEET)).toMatch(/^[0-9a-f]{64}$/);
  expect(digestOf({ ...SHEET, answers: { C2: 10, C1: 3 } })).toBe(digestOf(SHEET));
});

it.each<Partial<Signed>>([
  { enrolmentId: 'e2' as EnrolmentId },
  { unit: 'U20' },
  { version: '2013' },
  { outcome: 'absent' },
  { halfPoints: 27 },
  { answers: { C1: 10, C2: 3 } },
  { words: 'bien.' },
])('Another sheet has another digest: %o', (other) => {
  expect(digestOf({ ...SHEET, ...other })).not.toBe(digestOf(SHEET));
});
