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

/** « CAP, session 2024 », where the academy has sessions of several exams; else its label alone. */
export function sessionBesideOthers(
  catalogue: Pick<Catalogue, 'exam' | 'sessions'>,
  { academy, exam, label }: Pick<ResolvedSession, 'academy' | 'exam' | 'label'>,
): string {
  const others = catalogue.sessions().some((one) => one.academy === academy && one.exam !== exam);
  const short = catalogue.exam(exam)?.short;
  return others && short !== undefined ? `${short}, ${label}` : label;
}
