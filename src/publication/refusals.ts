import { type OnePerson, onePersonInWords } from '../accounts/index.ts';
import { type DecisionRefusal, decisionRefusals } from '../decisions/index.ts';
import { refusalTable } from '../platform/http/refusalTable.ts';
import { dayInWords, listing } from '../ui/index.ts';
import { CASES, type Case } from './cases.ts';
import { caseTexts, receivedInWords } from './caseTexts.ts';
import { MOST } from './publication.ts';
import type { PostFault } from './rules/byPost.ts';
import { SCRIPTS } from './scripts.ts';

type Code =
  | 'not-found'
  | 'changed-meanwhile'
  | 'wrong-state'
  | 'announced-past'
  | 'nothing-chosen'
  | 'nothing-new'
  | 'reason-missing'
  | 'another-open'
  | 'verdicts-changed'
  | 'too-many'
  | 'hour-unreadable'
  | 'skipped-hour'
  | 'repeated-hour'
  | 'past'
  | 'too-far'
  | 'nothing-to-contest'
  | 'too-many-cases'
  | 'case-waits'
  | 'no-letter'
  | 'not-contestable'
  | 'case-answered'
  | 'script-not-pdf'
  | 'script-refused'
  | 'script-unpublished'
  | 'script-of-what'
  | 'script-of-another'
  | 'too-many-scripts'
  | 'script-waiting'
  | 'script-lost'
  | 'script-busy';

/** Why a publication is refused. `names`: of specialities. */
export type Refusal =
  | { readonly code: Code }
  | { readonly code: PostFault; readonly today: Temporal.PlainDate; readonly knownOn: Temporal.PlainDate }
  /** `byPost`: said to who types a letter. */
  | { readonly code: 'contested-already'; readonly first: Case; readonly byPost: boolean }
  | { readonly code: 'record-open' | 'verdicts-missing'; readonly names: readonly string[] }
  /** What is contested was decided by whoever would answer, or by an account that is no other person's. */
  | { readonly code: 'own-decision'; readonly why: OnePerson }
  | { readonly code: 'script-over'; readonly over: Temporal.PlainDate }
  | DecisionRefusal
  | OnePerson;

export const refusals = refusalTable<Refusal>({
  ...decisionRefusals,
  'script-not-pdf': [
    422,
    "Une copie s'envoie en PDF. Rien n'a été enregistré\u00a0: numérisez-la en un seul PDF.",
    'fichier',
  ],
  'script-refused': [
    409,
    "Cette demande est refusée. Rien n'a été enregistré\u00a0: le candidat peut en faire une autre.",
  ],
  'script-unpublished': [
    409,
    "Le résultat de ce candidat n'est pas publié en ce moment. Rien n'a été enregistré\u00a0: une copie se montre une fois le résultat publié.",
  ],
  'script-of-what': [
    422,
    "Dites de quelle copie il s'agit\u00a0: son numéro anonyme, ou l'unité, l'un des deux. Rien n'a été enregistré.",
    'numero',
  ],
  'script-of-another': [
    422,
    "Ce numéro n'est pas celui d'une copie de ce candidat. Rien n'a été enregistré\u00a0: relisez l'étiquette.",
    'numero',
  ],
  'too-many-scripts': [
    409,
    `Une demande reçoit ${SCRIPTS.each} copies au plus. Rien n'a été enregistré\u00a0: retirez celles qui ne servent pas.`,
  ],
  'script-waiting': [
    409,
    "Cette copie est contrôlée par l'antivirus. Revenez dans un moment\u00a0: elle se lira ensuite.",
  ],
  'script-lost': [
    409,
    "Cette copie ne peut pas être lue. Écrivez à votre gestionnaire\u00a0: le rectorat vous l'enverra de nouveau.",
  ],
  'script-busy': [
    503,
    "Beaucoup de copies s'ouvrent en ce moment. Revenez dans une minute\u00a0: la vôtre est gardée.",
  ],
  'script-over': [
    410,
    ({ over }) =>
      `Le droit de voir cette copie a pris fin le ${dayInWords(over)}. Le fichier est détruit\u00a0: écrivez à votre gestionnaire s'il vous la faut encore.`,
  ],
  'not-found': [404, "Cette page n'existe pas, ou elle n'est pas la vôtre."],
  'changed-meanwhile': [
    409,
    "Cette publication a changé depuis que cette page est ouverte. Rien n'a été enregistré\u00a0: relisez-la, puis recommencez.",
  ],
  'wrong-state': [
    409,
    "Cette publication n'en est plus là\u00a0: quelqu'un a décidé entre-temps, ou son heure est venue. Rien n'a été enregistré\u00a0: lisez où elle en est.",
  ],
  'one-person': [403, onePersonInWords],
  'own-decision': [403, ({ why }) => `${caseTexts.barred(why)} Rien n'a été enregistré.`],
  'announced-past': [
    409,
    "L'heure proposée est passée sans approbation. Rien n'est publié\u00a0: proposez une autre date et une autre heure.",
  ],
  'nothing-chosen': [422, "Cochez au moins une spécialité. Rien n'a été préparé."],
  'nothing-new': [
    409,
    "Les résultats de ces spécialités sont déjà publiés, sans différence. Rien n'a été préparé\u00a0: une publication nouvelle ne dit que ce qui est nouveau ou corrigé.",
  ],
  'reason-missing': [
    422,
    "Des résultats déjà publiés changent, et le procès-verbal ne dit pas pourquoi. Rien n'a été préparé\u00a0: écrivez le motif, que liront les candidats concernés.",
    'motif',
  ],
  'another-open': [
    409,
    "Une publication de cette session est déjà préparée ou proposée. Rien n'a été préparé\u00a0: approuvez-la ou abandonnez-la d'abord.",
  ],
  'record-open': [
    409,
    ({ names }) =>
      `Aucun procès-verbal n'est clos pour ${shown(names)}. Rien n'a été préparé\u00a0: retirez cette spécialité, ou attendez la clôture du jury.`,
  ],
  'verdicts-missing': [
    409,
    ({ names }) =>
      `Des candidats inscrits ne sont dans aucun procès-verbal clos\u00a0: ${shown(names)}. Rien n'a été préparé\u00a0: attendez la clôture, ou cochez que vous publiez sans eux.`,
    'sans',
  ],
  'verdicts-changed': [
    409,
    "Un procès-verbal a reçu un additif, ou un candidat est parti, depuis la préparation. Rien n'est approuvé\u00a0: abandonnez cette publication et préparez-la de nouveau.",
  ],
  'too-many': [
    409,
    `Une publication porte ${MOST.candidates} résultats au plus. Rien n'a été préparé\u00a0: choisissez moins de spécialités.`,
  ],
  'hour-unreadable': [
    422,
    "Écrivez l'heure comme «\u00a09\u00a0h\u00a0» ou «\u00a014\u00a0h\u00a030\u00a0». Rien n'a été proposé.",
    'heure',
  ],
  'skipped-hour': [
    422,
    "Cette heure n'existe pas\u00a0: cette nuit-là, on passe à l'heure d'été. Choisissez une autre heure. Rien n'a été proposé.",
    'heure',
  ],
  'repeated-hour': [
    422,
    "Cette heure vient deux fois\u00a0: cette nuit-là, on passe à l'heure d'hiver. Choisissez une autre heure. Rien n'a été proposé.",
    'heure',
  ],
  'nothing-to-contest': [
    409,
    "Aucun résultat n'est publié pour cette inscription en ce moment. Votre demande n'est pas enregistrée\u00a0: écrivez à votre gestionnaire.",
  ],
  'too-many-cases': [
    429,
    `Vous avez déjà fait ${CASES.each} demandes. Celle-ci n'est pas enregistrée\u00a0: écrivez à votre gestionnaire.`,
  ],
  'case-waits': [
    409,
    "Une demande de cette sorte attend déjà une réponse. Celle-ci n'est pas enregistrée\u00a0: pour la compléter, écrivez à votre gestionnaire.",
  ],
  'received-ahead': [
    422,
    ({ today }) =>
      `La lettre ne peut pas être arrivée après aujourd'hui, ${dayInWords(today)}. Rien n'est enregistré\u00a0: corrigez le jour d'arrivée.`,
  ],
  'posted-after': [
    422,
    "Le cachet de la poste ne peut pas être après le jour d'arrivée. Rien n'est enregistré\u00a0: relisez l'enveloppe et corrigez l'un des deux jours.",
  ],
  'before-known': [
    422,
    ({ knownOn }) =>
      `Ce qui est contesté est du ${dayInWords(knownOn)}\u00a0: une lettre d'avant ne peut pas en parler. Rien n'est enregistré\u00a0: corrigez les jours, ou répondez-lui par un message.`,
  ],
  'not-contestable': [
    409,
    "Cette décision ne se conteste pas, ou plus\u00a0: elle a été retirée ou remplacée. Rien n'est enregistré\u00a0: rechargez la page pour voir ce qui se conteste.",
  ],
  'no-letter': [
    409,
    "Cette demande n'a pas de lettre qui se lise\u00a0: aucune n'a été scannée, ou sa copie est en cours de contrôle, infectée ou perdue.",
  ],
  'contested-already': [
    409,
    ({ first, byPost }) =>
      caseTexts.already(receivedInWords(first), byPost ? 'byPost' : first.confidential ? 'health' : 'office'),
  ],
  'case-answered': [
    409,
    "Quelqu'un a déjà répondu à cette demande. Votre réponse n'est pas enregistrée\u00a0: relisez la sienne.",
  ],
  past: [422, "Cette heure est passée. Rien n'a été proposé\u00a0: choisissez une heure à venir.", 'heure'],
  'too-far': [422, "Cette date est à plus d'un an. Rien n'a été proposé\u00a0: vérifiez l'année.", 'heure'],
});

function shown(names: readonly string[]): string {
  const some = names.slice(0, 5);
  return names.length > some.length ? `${some.join(', ')}…` : listing(some);
}
