import type { Catalogue } from './catalogue.ts';
import type { ResolvedSession } from './resolve.ts';

/** A session beside those of other exams: « Brevet professionnel, session 2024 (BP24) »: two may bear one name, and their numbers tell them apart. */
export function sessionLabel(
  catalogue: Pick<Catalogue, 'exam'>,
  { exam, label, numberPrefix }: Pick<ResolvedSession, 'exam' | 'label' | 'numberPrefix'>,
): string {
  const name = catalogue.exam(exam)?.name;
  return `${name === undefined ? '' : `${name}, `}${label} (${numberPrefix})`;
}
