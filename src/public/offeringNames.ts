import type { Academy, Catalogue, ResolvedSession } from '../catalogue/index.ts';
import { texts } from './texts.ts';

type Named = Pick<ResolvedSession, 'exam' | 'academy'>;

/** « académie de Lyon »: after a name, without its article. */
export function academyName({ label }: Academy): string {
  return label.replace(/^l'/, '');
}

/** « Certificat d'aptitude professionnelle, académie de Lille »; the academy only where the house has several. */
export function placeOf(catalogue: Catalogue, { exam, academy }: Named): string {
  return [catalogue.exam(exam)?.name ?? exam, ...academyOf(catalogue, academy)].join(', ');
}

/** « Certificat d'aptitude professionnelle, session 2024, académie de Lille (démonstration) » */
export function sessionName(catalogue: Catalogue, session: ResolvedSession): string {
  const diploma = catalogue.exam(session.exam)?.name ?? session.exam;
  const label = [session.label, ...academyOf(catalogue, session.academy)].join(', ');
  return texts.session(diploma, label, session.demonstration);
}

function academyOf(catalogue: Catalogue, code: string): readonly string[] {
  const found = catalogue.academies().length > 1 ? catalogue.academy(code) : undefined;
  return found === undefined ? [] : [academyName(found)];
}
