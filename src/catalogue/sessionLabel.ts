import type { Catalogue } from './catalogue.ts';
import type { ResolvedSession } from './resolve.ts';

/** A session beside those of other exams: « Brevet professionnel, session 2024 ». */
export function sessionLabel(
  catalogue: Pick<Catalogue, 'exam'>,
  { exam, label }: Pick<ResolvedSession, 'exam' | 'label'>,
): string {
  const name = catalogue.exam(exam)?.name;
  return name === undefined ? label : `${name}, ${label}`;
}
