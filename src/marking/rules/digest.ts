import { createHash } from 'node:crypto';
import type { Sheet } from '../marking.ts';

/** Of all that a sheet says: what somebody signs. */
export function digestOf({
  enrolmentId,
  unit,
  version,
  outcome,
  halfPoints,
  answers,
  words,
}: Pick<Sheet, 'enrolmentId' | 'unit' | 'version' | 'outcome' | 'halfPoints' | 'answers' | 'words'>): string {
  const given = Object.keys(answers)
    .toSorted()
    .map((criterion) => [criterion, answers[criterion]]);
  return createHash('sha256')
    .update(JSON.stringify([enrolmentId, unit, version, outcome, halfPoints, given, words]))
    .digest('hex');
}
