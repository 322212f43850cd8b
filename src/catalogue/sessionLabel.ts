import type { Catalogue } from './catalogue.ts';
import type { ResolvedSession } from './resolve.ts';

/** A session beside others, of other exams or of the same year: its exam, its name, the prefix of its numbers. */
export function sessionLabel(
  catalogue: Pick<Catalogue, 'exam'>,
  { exam, label, numberPrefix }: Pick<ResolvedSession, 'exam' | 'label' | 'numberPrefix'>,
): string {
  const name = catalogue.exam(exam)?.name;
  return `${name === undefined ? '' : `${name}, `}${label} (${numberPrefix})`;
}
