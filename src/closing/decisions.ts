import { BY_APPEAL, type DeclaredAct } from '../decisions/index.ts';

/** What the office decides of a file that stayed incomplete. */
export const ANNULMENT: DeclaredAct = {
  code: 'annulment',
  title: 'Annuler une inscription restée incomplète',
  by: 'delegate',
  people: 2,
  readers: 'office',
  heard: 'invitation à régulariser et à présenter ses observations, avec une date (L114-5, L114-6, L121-1, L122-1)',
  law: ['CRPA, articles L211-2 (5° et 6°) et L211-5', "code de l'éducation, article R*222-25"],
  reasoned: true,
  notified: "Notification d'annulation : en ligne avec accord, sinon lettre recommandée",
  effect:
    "le premier jour ouvré qui suit l'approbation, à la même heure\u00a0; contre le candidat, de sa notification (L221-8)\u00a0: ce qui arrive avant fait regarder s'il faut la rétablir",
  remedies: BY_APPEAL,
  undone: 'les pièces arrivées avant son effet ; un recours accepté, aussitôt ; la rétablir, à tout moment (L243-1)',
};

export const ANNULMENT_REVERSED: DeclaredAct = {
  code: 'annulment-reversed',
  title: 'Rétablir une inscription annulée',
  by: 'delegate',
  people: 1,
  readers: 'office',
  heard: null,
  law: ['CRPA, articles L243-1 et L243-3'],
  reasoned: false,
  notified: 'page et mail, ou lettre',
  effect: 'à la notification',
  remedies: null,
  undone: 'une nouvelle décision, motivée (L242-1)',
};

export const CLOSING_ACTS = [ANNULMENT, ANNULMENT_REVERSED] as const;
