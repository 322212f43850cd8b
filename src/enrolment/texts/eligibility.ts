import { decisionTexts } from '../../decisions/index.ts';
import { lawTexts } from '../../law/index.ts';
import { doubtsInWords, metInWords, reasonInWords } from '../reasonTexts.ts';

const unmet = (count: number): string =>
  count < 2 ? "une condition n'est pas remplie" : 'plusieurs conditions ne sont pas remplies';

export const eligibility = {
  title: "Les conditions d'inscription",
  grades: {
    eligible: "Vous remplissez les conditions, d'après ce que vous déclarez.",
    'to-check': 'Une condition au moins sera vérifiée par le rectorat. Vous pouvez enregistrer votre inscription.',
    'not-eligible':
      "D'après ce que vous déclarez, une condition n'est pas remplie. Vous pouvez vous inscrire sous réserve\u00a0: une personne du rectorat examinera votre situation.",
  },
  met: metInWords,
  reason: reasonInWords,
  doubts: doubtsInWords,
  source: (source: string): string => `Source\u00a0: ${source}.`,
  howComputed: 'Comment ce résultat est calculé',
  computed:
    "Ce résultat est calculé par un programme, d'après vos seules réponses et les règles citées à chaque ligne. Ce n'est pas une décision\u00a0: seule une personne du rectorat peut refuser une inscription. Vous pouvez demander comment ces règles s'appliquent à vous (code des relations entre le public et l'administration, articles L311-3-1 et R311-3-1-2).",
  notMet: (count: number): string => `D'après vos réponses, ${unmet(count)}`,
  correct: 'Corriger mes réponses',
  correctBelow: 'Si une réponse est inexacte, corrigez-la ci-dessous.',
  elsewhere:
    "Vous habitez tout de même dans l'académie, ou vous ne savez pas où vous inscrire\u00a0? Écrivez ou téléphonez\u00a0: votre demande est examinée, et transmise si elle relève d'une autre académie (code des relations entre le public et l'administration, article L114-2).",
  goOn: 'Vos réponses sont enregistrées. Vous pouvez continuer\u00a0: vous vous inscrirez sous réserve, et une personne du rectorat examinera votre situation.',
  continue: 'Continuer',
  examine: 'Faire examiner ma situation',
  examineText: 'Écrivez ou téléphonez\u00a0: dites ce que vous avez répondu, et joignez ce qui le montre.',
} as const;

export const reserve = {
  title: 'Inscription sous réserve',
  explained:
    "Vous pouvez enregistrer votre inscription sous réserve. Une personne du rectorat l'examinera\u00a0: elle lèvera la réserve, ou écartera votre inscription en vous disant pourquoi et comment contester. D'ici là, votre inscription ne peut pas être validée.",
  read: "J'ai lu pourquoi, et je m'inscris sous réserve",
  unread: 'Lisez pourquoi, puis cochez la case pour vous inscrire sous réserve.',
  register: 'Enregistrer sous réserve',
  /** What stands in the mail of an *Enregistrer*, and on the page that people come back to. */
  pending: (count: number): string =>
    `Votre inscription est enregistrée sous réserve. D'après vos réponses, ${unmet(count)}\u00a0:`,
  pendingNext:
    "Une personne du rectorat examinera votre situation, et vous recevrez sa décision. D'ici là, continuez\u00a0: signez la confirmation, donnez vos pièces, et envoyez à votre gestionnaire ce qui montre que la condition est remplie. L'inscription ne peut pas être validée avant cette décision.",
  /** Once the register is closed, or nothing is left to do. */
  pendingOver:
    "Une personne du rectorat examinera votre situation, et vous recevrez sa décision. Vous pouvez encore écrire à votre gestionnaire et lui envoyer ce qui montre que la condition est remplie. L'inscription ne peut pas être validée avant cette décision.",
  /** Of a reason on which a signed decision rested, before the answers changed. */
  before: "D'après les réponses d'avant\u00a0:",
  again:
    "Une décision signée écarte votre inscription telle qu'elle est enregistrée. Si vous enregistrez d'autres réponses, une personne du rectorat examinera de nouveau votre situation. D'ici là, l'inscription ne peut pas être validée.",
  againNow: (of: string): string =>
    `La décision du ${of} portait sur vos réponses d'avant\u00a0: elle ne compte plus. Une personne du rectorat regarde de nouveau votre situation, et vous recevrez sa décision. D'ici là, l'inscription ne peut pas être validée.`,
  metNow:
    "La réserve sur votre inscription est levée\u00a0: d'après vos nouvelles réponses, toutes les conditions sont remplies ou seront vérifiées sur pièces.",
  setAside: 'Votre inscription est écartée',
  setAsideBy: (when: string): string => `Une personne du rectorat a examiné votre dossier et l'a écarté le ${when}.`,
  /** The decision is signed, and not notified yet. */
  goesOn:
    "Cette décision compte à partir du jour où elle vous est notifiée. D'ici là, votre inscription continue : ce qui reste à signer et à donner peut encore l'être.",
  words: decisionTexts.words,
  ground: decisionTexts.ground,
  remediesTitle: lawTexts.remediesTitle,
  /** A decision that set it aside was taken back. */
  reinstatedNow: (when: string): string =>
    `Le rectorat est revenu le ${when} sur la décision qui écartait votre inscription\u00a0: elle suit son cours.`,
  liftedNow: (when: string): string =>
    `Le rectorat a levé la réserve sur votre inscription le ${when}\u00a0: elle suit son cours.`,
  note: (words: string): string => `Ce qu'a écrit le rectorat\u00a0: ${words}`,
  lifted: "Le rectorat a levé la réserve sur votre inscription\u00a0: ce que vous modifiez n'y change rien.",
  met: 'La réserve sur votre inscription sera levée\u00a0: avec ces réponses, toutes les conditions sont remplies ou seront vérifiées sur pièces.',
} as const;
