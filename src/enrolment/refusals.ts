import { type OnePerson, onePersonInWords } from '../accounts/index.ts';
import type { CitedLaw } from '../catalogue/index.ts';
import { type DecisionRefusal, decisionRefusals } from '../decisions/index.ts';
import { refusalTable } from '../platform/http/refusalTable.ts';
import { instantInWords, sinceInWords } from '../ui/index.ts';
import { oneASession } from './texts/oneASession.ts';

/** Why an act on an enrolment is refused. Each code can be quoted to the office. */
export type Refusal =
  | DecisionRefusal
  | { readonly code: 'not-found' }
  | { readonly code: 'not-open-yet'; readonly opensAt: Temporal.Instant }
  | { readonly code: 'closed'; readonly closesAt: Temporal.Instant }
  | { readonly code: 'ended' }
  | { readonly code: 'incomplete' }
  | { readonly code: 'reserve-unread' }
  | { readonly code: 'already-enrolled' }
  | { readonly code: 'enrolled-elsewhere'; readonly law: CitedLaw }
  | { readonly code: 'keep-one' }
  | { readonly code: 'written-elsewhere' }
  | { readonly code: 'confirm-withdrawal' }
  | { readonly code: 'no-reserve' }
  | { readonly code: 'decided-meanwhile' }
  | { readonly code: 'nothing-alike' }
  | OnePerson
  | { readonly code: 'no-units-awaited' }
  | { readonly code: 'too-many-proposals' }
  | { readonly code: 'units-moved' }
  | { readonly code: 'being-changed' }
  | { readonly code: 'entry-ended' }
  | { readonly code: 'entry-held' }
  | { readonly code: 'too-many-entries' }
  | { readonly code: 'not-your-speciality' };

export type RefusalCode = Refusal['code'];

export const refusals = refusalTable<Refusal>({
  ...decisionRefusals,
  'not-found': [404, "Cette inscription n'existe pas, ou elle n'est pas la vôtre."],
  'not-open-yet': [
    403,
    ({ opensAt }) =>
      `Les inscriptions ouvrent le ${instantInWords(opensAt)}. Rien n'a été enregistré. Revenez à partir de ce moment.`,
  ],
  closed: [
    403,
    ({ closesAt }) =>
      `Les inscriptions sont closes ${sinceInWords(closesAt)}. Rien n'a été enregistré. Ce que vous aviez saisi avant reste conservé. Pour toute question, écrivez à votre gestionnaire.`,
  ],
  ended: [
    409,
    "Cette inscription a pris fin\u00a0: elle ne peut plus être modifiée. Jusqu'à la clôture, vous pouvez en commencer une nouvelle.",
  ],
  incomplete: [409, "Une étape n'est pas complète. Complétez-la, puis enregistrez."],
  'reserve-unread': [
    422,
    "D'après vos réponses, une condition n'est pas remplie. Lisez laquelle, corrigez vos réponses si elles sont inexactes, ou cochez la case pour vous inscrire sous réserve.",
  ],
  'already-enrolled': [409, "Vous avez déjà une inscription à cette session. On n'a qu'une inscription par session."],
  'enrolled-elsewhere': [
    409,
    ({ law }) =>
      `Vous avez déjà une inscription à cette session, sous votre autre compte. ${oneASession(law)}\u00a0: connectez-vous avec l'adresse mail de cet autre compte, ou écrivez au rectorat.`,
  ],
  'keep-one': [
    422,
    "Ces deux inscriptions sont de la même session\u00a0: choisissez celle qui reste. Rien n'a été enregistré.",
  ],
  'written-elsewhere': [
    409,
    "Votre inscription a changé depuis que vous avez ouvert cette page, dans un autre onglet ou sur un autre appareil. Rien n'a été fait. Relisez ce qui suit avant de continuer.",
  ],
  'confirm-withdrawal': [422, 'Cochez la case pour confirmer le retrait de votre inscription.'],
  'no-units-awaited': [
    409,
    "Les unités de ce dossier n'attendent plus d'être complétées, ou l'inscription a pris fin. Rien n'a été enregistré.",
  ],
  'too-many-proposals': [
    409,
    "Beaucoup de listes ont déjà été proposées à ce candidat. Rien n'a été enregistré\u00a0: écrivez-lui ou appelez-le.",
  ],
  'units-moved': [
    409,
    "Le rectorat a retiré ou remplacé cette liste, ou votre inscription a changé. Votre réponse n'est pas enregistrée\u00a0: relisez ce qui suit.",
  ],
  'being-changed': [
    409,
    "Vous êtes en train de modifier votre inscription. Enregistrez vos modifications ou abandonnez-les, puis revenez répondre. Rien n'est perdu.",
  ],
  'entry-ended': [
    409,
    "Cette saisie est terminée, dans un autre onglet ou par un collègue. Rien n'a été enregistré. Pour en faire une autre, rouvrez-la depuis le dossier.",
  ],
  'entry-held': [
    409,
    "Un collègue saisit en ce moment pour ce candidat. Rien n'a été ouvert\u00a0: voyez avec lui, ou revenez plus tard.",
  ],
  'too-many-entries': [
    409,
    "Beaucoup de saisies ont déjà été faites pour ce candidat. Rien n'a été ouvert\u00a0: parlez-en au chef de bureau.",
  ],
  'not-your-speciality': [
    403,
    "Cette spécialité est suivie par un autre groupe. Rien n'a été enregistré\u00a0: transmettez la demande au collègue qui la suit, ou au chef de bureau.",
  ],
  'no-reserve': [409, "Aucune réserve n'attend de décision sur cette inscription. Rien n'a été enregistré."],
  'nothing-alike': [
    422,
    "Ni le nom, ni la date de naissance, ni le téléphone ne rapprochent ces deux inscriptions\u00a0: elles ne peuvent pas être tenues pour celles d'une même personne. Rien n'a été enregistré. Si un état civil est faux, corrigez-le d'abord sur son dossier.",
  ],
  'one-person': [403, onePersonInWords],
  'decided-meanwhile': [
    409,
    "Ce dossier a changé depuis que vous l'avez ouvert\u00a0: une autre décision, ou une modification du candidat. Votre décision n'est pas enregistrée. Relisez ce qui suit avant de décider.",
  ],
});
