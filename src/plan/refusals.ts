import { NOT_FOUND } from '../exam/index.ts';
import { refusalTable } from '../platform/http/refusalTable.ts';
import type { MoveRefusal } from './rules/handMove.ts';

/** Why an act on a plan isn't done. */
export type Refusal =
  | { readonly code: 'not-found' }
  | { readonly code: 'no-places' }
  | { readonly code: 'plan-working' }
  | { readonly code: 'plan-not-draft' }
  | { readonly code: 'plan-changed' }
  | { readonly code: 'plan-empty' }
  | { readonly code: 'plan-faulty' }
  | { readonly code: 'plan-not-read' }
  | { readonly code: 'no-seat-there' }
  | { readonly code: 'not-to-sit' }
  | { readonly code: 'sitting-gone' }
  | { readonly code: MoveRefusal };

const NOTHING = "Rien n'a été enregistré";

export const refusals = refusalTable<Refusal>({
  'not-found': NOT_FOUND,
  'no-places': [
    409,
    "Il faut d'abord un centre avec une salle, et une épreuve au calendrier. Rien n'a été commandé\u00a0: écrivez-les, puis recommencez.",
  ],
  'plan-working': [
    409,
    "Une répartition de cette session est déjà en cours de calcul. Rien n'a été commandé\u00a0: attendez sa fin, ou abandonnez-la.",
  ],
  'plan-not-draft': [
    409,
    `Cette répartition n'est plus un brouillon. ${NOTHING}\u00a0: revenez à la page de la répartition.`,
  ],
  'plan-changed': [
    409,
    `La répartition a changé depuis que vous avez ouvert cette page. ${NOTHING}\u00a0: relisez-la, puis recommencez.`,
  ],
  'plan-empty': [
    409,
    "Cette répartition ne donne de place à personne. Elle n'est pas publiée\u00a0: répartissez les candidats d'abord.",
  ],
  'plan-faulty': [
    409,
    "Cette répartition a des fautes qui empêchent de la publier. Elle n'est pas publiée\u00a0: corrigez-les d'abord.",
  ],
  'plan-not-read': [422, "Elle n'est pas publiée\u00a0: cochez que vous avez lu ce qui reste à regarder.", 'lu'],
  'no-seat-there': [
    409,
    `Ce centre n'a de place pour aucune de ses unités. ${NOTHING}\u00a0: choisissez un autre centre, ou ajoutez une salle.`,
  ],
  'not-to-sit': [
    409,
    `Ce candidat ne présente pas cette unité à cette session, ou elle est retenue. ${NOTHING}\u00a0: ouvrez son dossier.`,
  ],
  'sitting-gone': [
    409,
    `Cette épreuve n'est plus au calendrier, ou cette salle n'est plus là. ${NOTHING}\u00a0: choisissez-en une autre.`,
  ],
  begun: [409, `Cette épreuve a commencé, ou est passée. ${NOTHING}\u00a0: ce qui a eu lieu reste comme il a été.`],
  'over-capacity': [409, `Cette salle est pleine à cette heure. ${NOTHING}\u00a0: choisissez-en une autre.`],
  'two-beginnings': [
    409,
    `D'autres composent dans cette salle et ont commencé à une autre heure. ${NOTHING}\u00a0: choisissez-en une autre.`,
  ],
  'not-alone': [
    409,
    `Quelqu'un doit être seul dans cette salle à cette heure. ${NOTHING}\u00a0: choisissez une salle vide.`,
  ],
  'kept-for-another': [
    409,
    `Cette salle est gardée pour une autre épreuve à cette heure. ${NOTHING}\u00a0: choisissez-en une autre.`,
  ],
  'kept-elsewhere': [
    409,
    `Une autre salle est gardée pour cette épreuve. ${NOTHING}\u00a0: choisissez celle-là, ou modifiez le calendrier.`,
  ],
  'used-elsewhere': [409, `Une autre session a cette salle à cette heure. ${NOTHING}\u00a0: choisissez-en une autre.`],
  'elsewhere-at-once': [
    409,
    `Ce candidat passe à cette heure une épreuve d'un autre examen. ${NOTHING}\u00a0: choisissez une autre heure.`,
  ],
  'too-far': [
    409,
    `Ce candidat n'aurait pas le temps d'aller d'un centre à l'autre. ${NOTHING}\u00a0: choisissez une autre heure ou un centre plus proche.`,
  ],
  'twice-at-once': [
    409,
    `Ce candidat compose déjà ailleurs à cette heure. ${NOTHING}\u00a0: déplacez d'abord son autre épreuve.`,
  ],
});
