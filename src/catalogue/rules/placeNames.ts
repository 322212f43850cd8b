import type { Catalogue } from '../catalogue.ts';
import type { Academy } from '../schema/academy.ts';
import type { Session } from '../schema/session.ts';

/** « académie de Lille »: after a name, without its article. */
export function academyName({ label }: Pick<Academy, 'label'>): string {
  return label.replace(/^l'/, '');
}

/** The academy of a session, after its exam; nothing where the house has one alone. */
export function academyOf(
  catalogue: Pick<Catalogue, 'academies' | 'academy'>,
  { academy }: Pick<Session, 'academy'>,
): readonly string[] {
  const found = catalogue.academies().length > 1 ? catalogue.academy(academy) : undefined;
  return found === undefined ? [] : [academyName(found)];
}

/** « Certificat d'aptitude professionnelle, académie de Lille » */
export function placeName(
  catalogue: Pick<Catalogue, 'academies' | 'academy' | 'exam'>,
  session: Pick<Session, 'exam' | 'academy'>,
): string {
  return [catalogue.exam(session.exam)?.name ?? session.exam, ...academyOf(catalogue, session)].join(', ');
}
