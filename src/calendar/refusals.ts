import { ENTRY_REFUSALS, type EntryRefusal, NOTHING } from '../places/index.ts';
import { refusalTable } from '../platform/http/refusalTable.ts';
import { listing, plural } from '../ui/index.ts';
import { hoursByPlan } from './byPlan.ts';
import type { Placed } from './store/placed.ts';

/** Why a sitting isn't written. What a line or a form says wrong: `faultTexts.ts`. */
export type Refusal =
  | EntryRefusal
  | { readonly code: 'sitting-there' }
  | { readonly code: 'begun' }
  | { readonly code: 'unmoved' }
  | { readonly code: 'hall-taken' }
  | { readonly code: 'hall-taken-elsewhere' }
  /** The published plan has people of another test in the room: written once that was read. */
  | { readonly code: 'room-of-plan'; readonly others: readonly Placed[]; readonly seen: string };

export const refusals = refusalTable<Refusal>({
  ...ENTRY_REFUSALS,
  'sitting-there': [
    422,
    `Cette épreuve est déjà au calendrier à cette heure. ${NOTHING}\u00a0: modifiez la ligne qui existe.`,
    'unit',
  ],
  unmoved: [422, 'Cette épreuve y est déjà. Choisissez une autre salle, un autre jour ou une autre heure.', 'hour'],
  begun: [
    409,
    `Cette épreuve a commencé, et des candidats la passent ou l'ont passée\u00a0: elle ne change plus. ${NOTHING}\u00a0: pour une autre date, ajoutez une autre épreuve.`,
  ],
  'hall-taken': [
    422,
    `Cette salle est déjà gardée pour une autre épreuve à ce moment. ${NOTHING}\u00a0: changez l'heure ou la salle.`,
    'room',
  ],
  'hall-taken-elsewhere': [
    422,
    `Une autre session a cette salle à ce moment. ${NOTHING}\u00a0: changez l'heure ou la salle.`,
    'room',
  ],
  'room-of-plan': [
    409,
    ({ others }) =>
      `La répartition publiée a dans cette salle ${listing(
        others.map(
          (one) => `${plural(one.persons, 'candidat', 'candidats')} d'une autre épreuve, de ${hoursByPlan(one)}`,
        ),
      )}. Rien n'est encore enregistré\u00a0: changez l'heure ou la salle, ou enregistrez quand même, puis corrigez la répartition.`,
    'room',
  ],
});
