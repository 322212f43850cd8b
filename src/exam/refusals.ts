import { refusalTable } from '../platform/http/refusalTable.ts';
import { wholeNumber } from '../ui/index.ts';
import { MOST } from './places.ts';
import type { MoveRefusal } from './rules/handMove.ts';

/** Why an act on the exam of a session isn't done. What a line or a form says wrong: `faultTexts.ts`. */
export type Refusal =
  | { readonly code: 'not-found' }
  | { readonly code: 'changed-meanwhile' }
  | { readonly code: 'code-taken' }
  | { readonly code: 'room-taken' }
  | { readonly code: 'sitting-there' }
  | { readonly code: 'hall-taken' }
  | { readonly code: 'still-used' }
  | { readonly code: 'kind-still-used' }
  | { readonly code: 'too-many' }
  | { readonly code: 'no-places' }
  | { readonly code: 'plan-working' }
  | { readonly code: 'plan-not-draft' }
  | { readonly code: 'plan-changed' }
  | { readonly code: 'plan-empty' }
  | { readonly code: 'plan-faulty' }
  | { readonly code: 'plan-not-read' }
  | { readonly code: 'no-summons' }
  | { readonly code: 'sent-lately' }
  | { readonly code: 'none-outdated' }
  | { readonly code: 'no-seat-there' }
  | { readonly code: 'not-to-sit' }
  | { readonly code: 'sitting-gone' }
  | { readonly code: MoveRefusal };

const NOTHING = "Rien n'a été enregistré";

export const refusals = refusalTable<Refusal>({
  'not-found': [404, "Cette page n'existe pas, ou elle n'est pas la vôtre."],
  'changed-meanwhile': [
    409,
    `Un collègue vient de modifier cette ligne. ${NOTHING}\u00a0: relisez-la, puis recommencez.`,
  ],
  'code-taken': [422, `Un autre centre de cette session porte déjà ce code. ${NOTHING}\u00a0: donnez-en un autre.`],
  'room-taken': [422, `Ce centre a déjà une salle de ce nom. ${NOTHING}\u00a0: donnez-lui un autre nom.`],
  'sitting-there': [
    422,
    `Cette épreuve est déjà au calendrier à cette heure. ${NOTHING}\u00a0: modifiez la ligne qui existe.`,
  ],
  'hall-taken': [
    422,
    `Cette salle est déjà gardée pour une autre épreuve à ce moment. ${NOTHING}\u00a0: changez l'heure ou la salle.`,
  ],
  'still-used': [
    409,
    `Une épreuve ou une répartition s'en sert encore. ${NOTHING}\u00a0: enlevez d'abord ce qui s'en sert.`,
  ],
  'kind-still-used': [
    409,
    `Une épreuve gardée dans cette salle demande un équipement qu'elle n'aurait plus. ${NOTHING}\u00a0: changez d'abord l'épreuve.`,
  ],
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
  'plan-not-read': [422, "Elle n'est pas publiée\u00a0: cochez que vous avez lu ce qui reste à regarder."],
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
  'twice-at-once': [
    409,
    `Ce candidat compose déjà ailleurs à cette heure. ${NOTHING}\u00a0: déplacez d'abord son autre épreuve.`,
  ],
  'too-many': [
    409,
    `Une session a au plus ${wholeNumber(MOST.centres)} centres, ${wholeNumber(MOST.rooms)} salles et ${wholeNumber(MOST.sittings)} épreuves au calendrier. ${NOTHING}.`,
  ],
  'no-summons': [
    409,
    "Ce candidat n'a pas de place dans les convocations publiées\u00a0: il n'y a rien à envoyer. Donnez-lui une place, puis publiez de nouveau.",
  ],
  'none-outdated': [409, `Toutes les convocations disent ce qui est enregistré\u00a0: il n'y a rien à renvoyer.`],
  'sent-lately': [
    409,
    "Ce mail est déjà reparti il y a moins d'une heure\u00a0: il n'est pas renvoyé. Réessayez plus tard, ou téléphonez au candidat.",
  ],
});
