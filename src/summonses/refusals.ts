import { NOT_FOUND } from '../exam/index.ts';
import { refusalTable } from '../platform/http/refusalTable.ts';

/** Why a summons isn't sent again. */
export type Refusal =
  | { readonly code: 'not-found' }
  | { readonly code: 'no-summons' }
  | { readonly code: 'none-outdated' }
  | { readonly code: 'sent-lately' };

export const refusals = refusalTable<Refusal>({
  'not-found': NOT_FOUND,
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
