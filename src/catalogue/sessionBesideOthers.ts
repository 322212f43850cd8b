import type { Catalogue } from './catalogue.ts';
import type { ResolvedSession } from './resolve.ts';

/** « CAP, session 2024 », where the academy has sessions of several exams; else its label alone. */
export function sessionBesideOthers(
  catalogue: Pick<Catalogue, 'exam' | 'sessions'>,
  { academy, exam, label }: Pick<ResolvedSession, 'academy' | 'exam' | 'label'>,
): string {
  const others = catalogue.sessions().some((one) => one.academy === academy && one.exam !== exam);
  const short = catalogue.exam(exam)?.short;
  return others && short !== undefined ? `${short}, ${label}` : label;
}
