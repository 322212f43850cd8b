import type { DeclaredAct } from '../decisions/index.ts';
import { lawTexts } from '../law/index.ts';

/** What a candidate asked after the results: an appeal, an error to correct, scripts to see. */
export const CASE_ANSWER: DeclaredAct = {
  code: 'result-case-answer',
  title: 'Répondre à un recours, à une demande de correction ou de copies',
  by: 'delegate',
  people: 1,
  readers: 'office',
  heard: null,
  law: [
    'CRPA, articles L211-5 et L411-5 ; copies : L311-14',
    "l'article de l'examen sur la délibération et les erreurs matérielles",
  ],
  reasoned: true,
  notified: 'page et mail, ou lettre',
  effect: 'à la notification',
  remedies: `${lawTexts.inShort} ; copies : R343-1`,
  undone: 'un additif du jury, pour le résultat lui-même ; donner les copies',
};
