import { BY_APPEAL, type DeclaredAct } from '../decisions/index.ts';

/** Whether an absence is excused, and the unit sat again. */
export const REPLACEMENT: DeclaredAct = {
  code: 'replacement-test',
  title: 'Accorder ou refuser une épreuve de remplacement',
  by: 'delegate',
  people: 1,
  readers: 'office',
  headsOnly: true,
  heard: null,
  law: ["l'article de l'examen sur l'absence justifiée", 'CRPA, articles L211-2 (7°) et L211-5'],
  reasoned: true,
  notified: 'page et mail, ou lettre',
  effect: 'à la notification',
  remedies: BY_APPEAL,
  undone: 'une nouvelle décision, à tout moment si elle est plus favorable (L243-1)',
};
