import { NOT_FOUND } from '../exam/index.ts';
import { refusalTable } from '../platform/http/refusalTable.ts';
import { wholeNumber } from '../ui/index.ts';
import { MOST } from './places.ts';

/** Why a centre, a room or a sitting isn't written. What a line or a form says wrong: `faultTexts.ts`. */
export type Refusal =
  | { readonly code: 'not-found' }
  | { readonly code: 'changed-meanwhile' }
  | { readonly code: 'code-taken' }
  | { readonly code: 'room-taken' }
  | { readonly code: 'sitting-there' }
  | { readonly code: 'hall-taken' }
  | { readonly code: 'hall-taken-elsewhere' }
  | { readonly code: 'still-kept' }
  | { readonly code: 'still-used' }
  | { readonly code: 'kind-still-used' }
  | { readonly code: 'too-many' };

const NOTHING = "Rien n'a été enregistré";

export const refusals = refusalTable<Refusal>({
  'not-found': NOT_FOUND,
  'changed-meanwhile': [
    409,
    `Un collègue vient de modifier cette ligne. ${NOTHING}\u00a0: relisez-la, puis recommencez.`,
  ],
  'code-taken': [
    422,
    `Un autre centre de l'académie porte déjà ce code. ${NOTHING}\u00a0: donnez-en un autre.`,
    'code',
  ],
  'room-taken': [422, `Ce centre a déjà une salle de ce nom. ${NOTHING}\u00a0: donnez-lui un autre nom.`, 'room'],
  'sitting-there': [
    422,
    `Cette épreuve est déjà au calendrier à cette heure. ${NOTHING}\u00a0: modifiez la ligne qui existe.`,
    'unit',
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
  'still-kept': [
    409,
    `Le calendrier de cette session garde encore une salle de ce centre. ${NOTHING}\u00a0: changez d'abord l'épreuve.`,
  ],
  'still-used': [
    409,
    `Une épreuve ou une répartition s'en sert encore. ${NOTHING}\u00a0: enlevez d'abord ce qui s'en sert.`,
  ],
  'kind-still-used': [
    409,
    `Une épreuve gardée dans cette salle demande un équipement qu'elle n'aurait plus. ${NOTHING}\u00a0: changez d'abord l'épreuve.`,
  ],
  'too-many': [
    409,
    `Une session a au plus ${wholeNumber(MOST.centres)} centres, ${wholeNumber(MOST.rooms)} salles et ${wholeNumber(MOST.sittings)} épreuves au calendrier. ${NOTHING}.`,
  ],
});
