import type { Catalogue } from './catalogue.ts';
import type { ResolvedSession } from './resolve.ts';

/** « CAP, session 2024 » wherever the office reads of a session: with one exam too, since a second may come at any time and names must not move then. */
export function sessionWithExam(
  catalogue: Pick<Catalogue, 'exam'>,
  { exam, label }: Pick<ResolvedSession, 'exam' | 'label'>,
): string {
  const short = catalogue.exam(exam)?.short;
  return short === undefined ? label : `${short}, ${label}`;
}
