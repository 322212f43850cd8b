import { instantInWords } from '../ui/index.ts';

/** Why an act on an enrolment is refused. Each code can be quoted to the office. */
export type Refusal =
  | { readonly code: 'not-found' }
  | { readonly code: 'not-open-yet'; readonly opensAt: Temporal.Instant }
  | { readonly code: 'closed'; readonly closesAt: Temporal.Instant }
  | { readonly code: 'ended' }
  | { readonly code: 'incomplete' }
  | { readonly code: 'reserve-unread' }
  | { readonly code: 'already-enrolled' }
  | { readonly code: 'written-elsewhere' }
  | { readonly code: 'confirm-withdrawal' }
  | { readonly code: 'no-reserve' }
  | { readonly code: 'decided-meanwhile' };

export type RefusalCode = Refusal['code'];

/** Code → HTTP status. */
export const REFUSAL_STATUS: Readonly<Record<RefusalCode, number>> = {
  'not-found': 404,
  'not-open-yet': 403,
  closed: 403,
  ended: 409,
  incomplete: 409,
  'reserve-unread': 422,
  'already-enrolled': 409,
  'written-elsewhere': 409,
  'confirm-withdrawal': 422,
  'no-reserve': 409,
  'decided-meanwhile': 409,
};

/** The sentence that a person reads: what is the matter, the rule, the way out. */
export function refusalInWords(refusal: Refusal): string {
  switch (refusal.code) {
    case 'not-found':
      return "Cette inscription n'existe pas, ou elle n'est pas la vôtre.";
    case 'not-open-yet':
      return `Les inscriptions ouvrent le ${instantInWords(refusal.opensAt)}. Rien n'a été enregistré. Revenez à partir de ce moment.`;
    case 'closed':
      return `Les inscriptions sont closes depuis le ${instantInWords(refusal.closesAt)}. Rien n'a été enregistré. Ce que vous aviez saisi avant reste conservé. Pour toute question, écrivez à votre gestionnaire.`;
    case 'ended':
      return "Cette inscription a pris fin\u00a0: elle ne peut plus être modifiée. Jusqu'à la clôture, vous pouvez en commencer une nouvelle.";
    case 'incomplete':
      return "Une étape n'est pas complète. Complétez-la, puis enregistrez.";
    case 'reserve-unread':
      return "D'après vos réponses, une condition n'est pas remplie. Lisez laquelle, corrigez vos réponses si elles sont inexactes, ou cochez la case pour vous inscrire sous réserve.";
    case 'already-enrolled':
      return "Vous avez déjà une inscription à cette session. On ne présente qu'un brevet professionnel par session.";
    case 'written-elsewhere':
      return "Votre inscription a changé depuis que vous avez ouvert cette page, dans un autre onglet ou sur un autre appareil. Rien n'a été fait. Relisez ce qui suit avant de continuer.";
    case 'confirm-withdrawal':
      return 'Cochez la case pour confirmer le retrait de votre inscription.';
    case 'no-reserve':
      return "Aucune réserve n'attend de décision sur cette inscription. Rien n'a été enregistré.";
    case 'decided-meanwhile':
      return "Ce dossier a changé depuis que vous l'avez ouvert\u00a0: une autre décision, ou une modification du candidat. Votre décision n'est pas enregistrée. Relisez ce qui suit avant de décider.";
  }
}
