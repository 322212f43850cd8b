import type { DeclaredAct } from '../decisions/index.ts';
import { lawTexts, lengthsInWords } from '../law/index.ts';

const OF_JURY = {
  by: 'jury',
  people: 2,
  readers: 'office',
  notified: 'relevé de notes, à la seconde annoncée, avec les recours',
  remedies: { words: `${lawTexts.inShort} ; ni les notes ni les points ne se contestent seuls`, door: 'result' },
} as const;

export const RESULT: DeclaredAct = {
  ...OF_JURY,
  code: 'jury-result',
  title: 'Décider du résultat des candidats',
  heard: null,
  law: ["l'article de l'examen sur la souveraineté du jury"],
  reasoned: false,
  effect: 'à la publication',
  undone: `une nouvelle délibération du jury ; après ${lengthsInWords.withdrawal}, en faveur du candidat seulement`,
};

export const RECTIFICATION: DeclaredAct = {
  ...OF_JURY,
  code: 'rectification',
  title: 'Rectifier un résultat par un additif',
  heard: 'le candidat, si la rectification lui nuit (L121-1, L122-1)',
  law: ["l'article de l'examen sur la rectification des erreurs matérielles", 'CRPA, articles L242-1 et L242-3'],
  reasoned: true,
  effect: 'à la publication suivante',
  undone: 'un autre additif',
};

export const JURY_ACTS = [RESULT, RECTIFICATION] as const;
