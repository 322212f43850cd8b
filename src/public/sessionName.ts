import { academyOf, type Catalogue, type ResolvedSession } from '../catalogue/index.ts';
import { texts } from './texts.ts';

/** « Certificat d'aptitude professionnelle, session 2024, académie de Lille (démonstration) » */
export function sessionName(catalogue: Catalogue, session: ResolvedSession): string {
  const diploma = catalogue.exam(session.exam)?.name ?? session.exam;
  const label = [session.label, ...academyOf(catalogue, session)].join(', ');
  return texts.session(diploma, label, session.demonstration);
}
