import type { DeclaredAct } from '../decisions/index.ts';
import { lawTexts } from '../law/index.ts';

/** What a candidate asked: an appeal against a decision, or after the results, an error to correct, scripts to see. */
export const CASE_ANSWER: DeclaredAct = {
  code: 'result-case-answer',
  title: 'Répondre à un recours, à une demande de correction ou de copies',
  by: 'delegate',
  people: 1,
  readers: 'office',
  headsOnly: true,
  heard: null,
  law: [
    'CRPA, articles L211-5 et L411-5 ; copies : L311-14',
    "l'article de l'examen sur la délibération et les erreurs matérielles",
  ],
  reasoned: true,
  notified: 'page et mail, ou lettre',
  effect:
    "à la notification ; accepter rétablit aussitôt l'inscription que la décision contestée avait écartée ou annulée",
  remedies: { words: `${lawTexts.inShort} ; copies : R343-1`, door: 'judge' },
  undone: 'ce qui défait la décision contestée ; un additif du jury, pour un résultat ; donner les copies',
};

/**
 * The results of juries are given to their candidates, or what a jury added to them: the recteur delivers the diploma on the jury's
 * record. What the jury decided is the jury's, and has its author.
 */
export const RESULTS_PUBLISHED: DeclaredAct = {
  code: 'results-published',
  title: 'Publier les résultats des jurys, ou leurs rectifications',
  by: 'delegate',
  people: 2,
  readers: 'office',
  headsOnly: true,
  heard: null,
  law: ["l'article de l'examen sur la délivrance du diplôme", "code de l'éducation, article R*222-25"],
  reasoned: false,
  notified: 'relevé de notes, page et mail, à la seconde annoncée',
  effect: 'à la seconde annoncée',
  remedies: { words: `${lawTexts.inShort}, contre le résultat`, door: 'result' },
  undone: "l'abandonner avant la seconde annoncée ; ensuite la suspendre, ou publier l'additif du jury",
};

export const PUBLICATION_ACTS = [CASE_ANSWER, RESULTS_PUBLISHED] as const;
