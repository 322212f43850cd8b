import { isReplacement, replacementOf } from '../../exam/index.ts';
import type { Mark } from '../marks.ts';

type Of = { readonly enrolmentId: string; readonly unit: string; readonly mark: Mark };

/**
 * What stands of each unit: where somebody was absent, what their replacement test says, which is typed once, in a batch of its own
 * (D337-116). Absent there too, the first absence stays what it was; a mark of the first test is never replaced.
 */
export function standingMarks<One extends Of>(marks: readonly One[]): readonly One[] {
  const again = new Map(marks.filter(({ unit }) => isReplacement(unit)).map((one) => [keyOf(one, one.unit), one]));
  return marks.flatMap((one): readonly One[] => {
    if (isReplacement(one.unit)) return [];
    const replaced = again.get(keyOf(one, replacementOf(one.unit)))?.mark;
    const wasAbsent = one.mark.code === 'absent' || one.mark.code === 'excused';
    if (!wasAbsent || replaced === undefined || replaced.code === 'absent') return [one];
    return [{ ...one, mark: replaced }];
  });
}

function keyOf({ enrolmentId }: Pick<Of, 'enrolmentId'>, unit: string): string {
  return `${enrolmentId} ${unit}`;
}
