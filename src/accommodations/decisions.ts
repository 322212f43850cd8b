import { BY_APPEAL, type DeclaredAct } from '../decisions/index.ts';

/** Measure by measure: what is granted, what is refused and why. The reasons stand with the service alone. */
export const ACCOMMODATION: DeclaredAct = {
  code: 'accommodation',
  title: "Accorder ou refuser des aménagements d'épreuves",
  by: 'delegate',
  people: 1,
  readers: 'health',
  heard: null,
  law: ["code de l'éducation, articles D351-27 et D351-28", 'CRPA, articles L211-2 (6°) et L211-5'],
  // Each measure that is refused has its own, asked for by its field.
  reasoned: false,
  reasons: 'écrits par une personne, pour chaque mesure refusée',
  notified: "Notification d'aménagements : en ligne avec accord, sinon lettre recommandée",
  effect: 'à la notification',
  remedies: BY_APPEAL,
  undone: 'une nouvelle décision, plus favorable et à sa demande (L242-4)',
};
