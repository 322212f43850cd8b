import { NOT_FOUND } from '../exam/index.ts';
import { type Refusals, refusalTable } from '../platform/http/refusalTable.ts';
import { NBSP, wholeNumber } from '../ui/index.ts';
import { MOST } from './places.ts';

/** Why a centre or a room isn't written. What a line or a form says wrong: `faultTexts.ts`. */
export type Refusal =
  | EntryRefusal
  | { readonly code: 'code-taken' }
  | { readonly code: 'room-taken' }
  | { readonly code: 'still-kept' }
  | { readonly code: 'unused' }
  | { readonly code: 'kind-still-used' }
  | { readonly code: 'already-lent'; readonly room: string }
  | { readonly code: 'used-then'; readonly room: string }
  | { readonly code: 'loan-begun' };

/** Why any row of the exam isn't written, a line of the calendar among them. */
export type EntryRefusal =
  | { readonly code: 'not-found' }
  | { readonly code: 'changed-meanwhile' }
  | { readonly code: 'still-used' }
  | { readonly code: 'too-many' };

export const NOTHING = "Rien n'a été enregistré";

export const ENTRY_REFUSALS: Refusals<EntryRefusal> = {
  'not-found': NOT_FOUND,
  'changed-meanwhile': [
    409,
    `Cette ligne a changé depuis que vous l'avez ouverte, par un collègue ou par vous dans un autre onglet. ${NOTHING}\u00a0: relisez-la, puis recommencez.`,
  ],
  'still-used': [
    409,
    `Une épreuve ou une répartition s'en sert encore. ${NOTHING}\u00a0: enlevez d'abord ce qui s'en sert.`,
  ],
  'too-many': [
    409,
    `Une session a au plus ${wholeNumber(MOST.centres)} centres, ${wholeNumber(MOST.rooms)} salles et ${wholeNumber(MOST.sittings)} épreuves au calendrier. ${NOTHING}.`,
  ],
};

export const refusals = refusalTable<Refusal>({
  ...ENTRY_REFUSALS,
  'code-taken': [
    422,
    `Un autre centre de l'académie porte déjà ce code. ${NOTHING}\u00a0: donnez-en un autre.`,
    'code',
  ],
  'room-taken': [422, `Ce centre a déjà une salle de ce nom. ${NOTHING}\u00a0: donnez-lui un autre nom.`, 'room'],
  'still-kept': [
    409,
    `Le calendrier de cette session garde encore une salle de ce centre. ${NOTHING}\u00a0: changez d'abord l'épreuve.`,
  ],
  unused: [409, `Cette session n'utilise pas ce centre. ${NOTHING}.`],
  'kind-still-used': [
    409,
    `Une épreuve gardée dans cette salle demande un équipement qu'elle n'aurait plus. ${NOTHING}\u00a0: changez d'abord l'épreuve.`,
  ],
  'already-lent': [
    409,
    ({ room }) =>
      `La salle «${NBSP}${room}${NBSP}» est déjà prêtée un de ces jours. ${NOTHING}\u00a0: décochez-la, changez les jours, ou retirez d'abord l'autre prêt.`,
    'salles',
  ],
  'used-then': [
    409,
    ({ room }) =>
      `L'académie a une épreuve dans la salle «${NBSP}${room}${NBSP}» un de ces jours. ${NOTHING}\u00a0: décochez-la, changez les jours, ou l'épreuve d'abord.`,
    'salles',
  ],
  'loan-begun': [
    409,
    `Ce prêt a commencé\u00a0: l'autre académie se sert de la salle. ${NOTHING}\u00a0: appelez son bureau des examens.`,
  ],
});
