import { refusalTable } from '../platform/http/refusalTable.ts';
import { listing } from '../ui/index.ts';
import { words } from './device/words.ts';
import { MOST } from './marking.ts';

/** Why something isn't taken from a board; each says what to do. */
export type Refusal =
  | {
      readonly code:
        | 'unknown'
        | 'unreadable'
        | 'not-owner'
        | 'not-kept'
        | 'id-used'
        | 'not-begun'
        | 'sheet-changed'
        | 'sheet-unknown'
        | 'own-sheet'
        | 'other-jury'
        | 'head-filled'
        | 'code-missing'
        | 'code-wrong'
        | 'code-said-aloud'
        | 'codes-spent'
        | 'too-many'
        | 'too-many-at-once'
        | 'not-single';
    }
  | { readonly code: 'criteria-missing' | 'criteria-wrong'; readonly criteria: readonly string[] };

export const refusals = refusalTable<Refusal>({
  unknown: [
    404,
    "Ce candidat n'est pas, ou n'est plus, devant votre commission. Rien n'a été enregistré\u00a0: appelez le bureau des examens.",
  ],
  unreadable: [
    422,
    "Cette fiche n'a pas pu être lue. Rien n'a été enregistré\u00a0: rouvrez-la, puis signez de nouveau.",
  ],
  'not-owner': [
    409,
    "Une autre personne est connectée sur cet appareil. Rien n'a été enregistré\u00a0: reconnectez-vous.",
  ],
  'not-kept': [404, 'Cette personne ne siège plus dans une commission.'],
  'id-used': [
    409,
    "Cette fiche porte le numéro d'une autre. Rien n'a été enregistré\u00a0: rouvrez-la, puis signez de nouveau.",
  ],
  'not-begun': [
    409,
    "L'épreuve de votre commission n'a pas commencé. Rien n'a été enregistré\u00a0: la fiche se remplit à partir de son heure.",
  ],
  'sheet-changed': [
    409,
    "La fiche d'évaluation de cette épreuve a changé depuis que cette page est ouverte. Rien n'a été enregistré\u00a0: rouvrez-la, puis notez de nouveau chaque critère.",
  ],
  'sheet-unknown': [404, "Cette fiche n'est pas de votre commission. Rien n'a été enregistré\u00a0: rouvrez la page."],
  'own-sheet': [
    409,
    "Cette fiche est signée de la même personne. Rien n'a été enregistré\u00a0: l'accord est donné par un autre membre de la commission.",
  ],
  'other-jury': [
    409,
    "Une même personne ne note pas les deux parties d'une fiche. Rien n'a été enregistré\u00a0: celle-ci a déjà signé l'autre partie\u00a0; appelez le bureau des examens.",
  ],
  'head-filled': [
    409,
    "Vous avez rempli cette fiche dans la commission. Rien n'a été enregistré\u00a0: un autre chef la contresigne.",
  ],
  'code-missing': [422, words.agreement.codeMissing, 'code'],
  'code-wrong': [
    422,
    "Ce code n'est celui d'aucun membre de la commission. L'accord n'est pas enregistré\u00a0: relisez le code de signature sur la convocation.",
    'code',
  ],
  'code-said-aloud': [
    422,
    "C'est un code d'accueil, qui s'est dit à voix haute\u00a0: il ne signe rien. L'accord n'est pas enregistré\u00a0: le code de signature est sur la page de la commission, dans l'espace de ce membre, et sur sa convocation imprimée de nouveau\u00a0; sinon, il donne son avis depuis son compte.",
    'code',
  ],
  'codes-spent': [
    409,
    `Après ${MOST.wrongCodes} codes faux devant cette commission, il n'en est plus pris aujourd'hui. Que chacun donne son accord depuis son compte, ou appelez le bureau des examens.`,
  ],
  'too-many': [
    409,
    `Ce candidat a déjà ${MOST.sheets} fiches dans cette épreuve. Rien n'a été enregistré\u00a0: appelez le bureau des examens.`,
  ],
  'too-many-at-once': [422, `Un appareil envoie ${MOST.batch} fiches à la fois au plus. Rien n'a été enregistré.`],
  'not-single': [
    409,
    "Cette fiche n'attend plus de contreseing\u00a0: elle a été remplacée, contestée, ou un autre membre l'a signée. Rien n'a été enregistré\u00a0: relisez-la.",
  ],
  'criteria-missing': [
    422,
    ({ criteria }) =>
      `Il manque ${listing(criteria)}. La fiche n'est pas signée, et ce que vous avez écrit reste ci-dessous\u00a0: notez chaque critère.`,
  ],
  'criteria-wrong': [
    422,
    ({ criteria }) =>
      `Ne se lit pas\u00a0: ${listing(criteria)}. La fiche n'est pas signée, et ce que vous avez écrit reste ci-dessous\u00a0: corrigez chaque critère.`,
  ],
});
