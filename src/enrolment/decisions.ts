import { BY_APPEAL, type DeclaredAct } from '../decisions/index.ts';

/** What the office decides of an enrolment as such. */
const OF_RESERVE = {
  by: 'delegate',
  people: 1,
  readers: 'office',
  effect: 'à la notification',
} as const;

export const RESERVE_LIFTED: DeclaredAct = {
  ...OF_RESERVE,
  code: 'reserve-lifted',
  reasoned: false,
  title: 'Lever une réserve',
  heard: null,
  law: ["code de l'éducation, article R*222-25"],
  notified: 'page et mail, ou lettre',
  remedies: null,
  undone: "une autre décision, tant que l'inscription n'est pas validée",
};

export const SET_ASIDE: DeclaredAct = {
  ...OF_RESERVE,
  code: 'set-aside',
  reasoned: true,
  title: 'Écarter une inscription sous réserve',
  heard: 'la réserve est lue par le candidat avant Enregistrer ; il peut faire examiner sa situation (L114-5, L114-6)',
  law: ['CRPA, articles L211-2 (6°) et L211-5', "code de l'éducation, article R*222-25"],
  notified: "Notification d'inscription écartée : en ligne avec accord, sinon lettre recommandée",
  remedies: BY_APPEAL,
  undone: 'un recours accepté, aussitôt ; la rétablir, à tout moment (L243-1, L243-3)',
};

export const REINSTATED: DeclaredAct = {
  ...OF_RESERVE,
  code: 'reinstated',
  reasoned: false,
  title: 'Rétablir une inscription écartée',
  heard: null,
  law: ['CRPA, articles L243-1 et L243-3'],
  notified: 'page et mail, ou lettre',
  remedies: null,
  undone: 'une nouvelle décision, motivée (L242-1)',
};

export const SAME_PERSON: DeclaredAct = {
  ...OF_RESERVE,
  code: 'same-person',
  reasoned: true,
  title: "Dire que deux inscriptions sont d'une même personne",
  people: 2,
  heard: 'huit jours pour répondre, sous chacun des deux comptes (L121-1, L122-1)',
  law: ['CRPA, articles L211-2 (4°) et L211-5', "l'article de l'examen sur le nombre d'inscriptions par session"],
  notified: 'page et mail sous les deux comptes, ou lettre',
  effect: 'au terme du délai de réponse',
  remedies: BY_APPEAL,
  undone: "revenir sur la décision : l'inscription reprend comme elle était",
};

export const SAME_PERSON_UNDONE: DeclaredAct = {
  ...OF_RESERVE,
  code: 'same-person-undone',
  title: 'Rouvrir une inscription qui avait pris fin comme double',
  reasoned: false,
  heard: null,
  law: ['CRPA, articles L243-1 et L243-3'],
  notified: 'page et mail sous les deux comptes, ou lettre',
  remedies: null,
  undone: 'une nouvelle décision, motivée (L242-1)',
};

export const ENROLMENT_ACTS = [RESERVE_LIFTED, SET_ASIDE, REINSTATED, SAME_PERSON, SAME_PERSON_UNDONE] as const;
