import { type OnePerson, onePersonInWords } from '../accounts/index.ts';
import { type DecisionRefusal, decisionRefusals } from '../decisions/index.ts';
import type { NotJuror } from '../examiners/index.ts';
import { refusalTable } from '../platform/http/refusalTable.ts';
import { clockTime, dayInWords, listing, plural } from '../ui/index.ts';
import { MOST } from './jury.ts';
import type { Lack, NotDeliberating } from './rules/sitting.ts';

type Code =
  | 'not-found'
  | 'changed-meanwhile'
  | 'rules-missing'
  | 'too-many-juries'
  | 'too-many-members'
  | 'too-many-points'
  | 'too-many-additions'
  | 'quality-unknown'
  | 'account-unknown'
  | 'account-taken'
  | 'member-unknown'
  | 'speciality-has-points'
  | 'replacements-open'
  | 'closing-asked'
  | 'closing-not-asked'
  | 'closed'
  | 'not-closed'
  | 'not-there'
  | 'unit-not-raised'
  | 'mark-changed'
  | 'mark-not-higher'
  | 'mark-by-points'
  | 'no-points'
  | 'candidate-unknown'
  | 'addition-open'
  | 'addition-ended'
  | 'addition-same'
  | 'not-judged-global'
  | 'member-sat'
  | NotJuror['code']
  | 'no-moment'
  | 'too-many-moments';

/** Why something is refused with a jury; each says what to do. */
export type Refusal =
  | { readonly code: Code }
  | { readonly code: 'speciality-taken'; readonly names: readonly string[] }
  | { readonly code: 'obstacles'; readonly count: number }
  | { readonly code: 'admitted-for-good'; readonly last: Temporal.PlainDate }
  | { readonly code: 'hour-to-come'; readonly day: Temporal.PlainDate }
  | { readonly code: 'hour-before-last'; readonly latest: Temporal.Instant }
  | NotDeliberating
  | DecisionRefusal
  | OnePerson;

const NOT_SITTING: Readonly<Record<Extract<NotDeliberating, { code: 'not-sitting' }>['why'], string>> = {
  'not-open': "La séance n'est pas ouverte",
  paused: 'La séance est suspendue',
  ended: 'La séance est levée',
};

const LACKS: Readonly<Record<Lack, string>> = {
  'no-chair': "aucun président n'est noté présent",
  'too-few': 'les présents sont moins nombreux que les règles ne le demandent',
  'no-quorum': "le nombre pour délibérer n'est pas constaté",
};

export const refusals = refusalTable<Refusal>({
  ...decisionRefusals,
  'not-found': [404, "Cette page n'existe pas, ou elle n'est pas la vôtre."],
  'changed-meanwhile': [
    409,
    "Ce jury a changé depuis que cette page est ouverte. Rien n'a été enregistré\u00a0: relisez-le, puis recommencez.",
  ],
  'rules-missing': [
    409,
    "Les règles de l'examen ne disent pas qui siège au jury, ou comment il se note. Rien n'a été enregistré\u00a0: écrivez-le dans les règles, à «\u00a0Résultats\u00a0».",
  ],
  'too-many-juries': [409, `Une session a ${MOST.juries} jurys au plus. Rien n'a été enregistré.`],
  'too-many-members': [409, `Un jury a ${MOST.members} membres au plus. Rien n'a été enregistré.`],
  'too-many-points': [
    409,
    `Les points d'un candidat ont été changés ${MOST.points} fois. Rien n'a été enregistré\u00a0: demandez à l'administrateur de relire le journal.`,
  ],
  'too-many-additions': [409, `Un procès-verbal a ${MOST.additions} additifs au plus. Rien n'a été enregistré.`],
  'quality-unknown': [
    422,
    "Cette qualité n'est pas dans les règles de l'examen. Rien n'a été enregistré\u00a0: choisissez-la dans la liste.",
  ],
  'account-unknown': [
    422,
    "Ce compte n'a pas la fonction «\u00a0saisie des notes et jury\u00a0» dans l'académie. Rien n'a été enregistré\u00a0: choisissez dans la liste.",
  ],
  'account-taken': [
    409,
    "Ce compte est déjà celui d'un autre membre de ce jury. Rien n'a été enregistré\u00a0: choisissez-en un autre, ou aucun.",
  ],
  'person-unknown': [
    422,
    "Cette personne n'est pas dans les fiches de l'académie. Rien n'a été enregistré\u00a0: choisissez dans la liste, ou écrivez son nom.",
  ],
  retired: [
    409,
    "Cette personne n'est plus sollicitée par l'académie. Rien n'a été enregistré\u00a0: choisissez quelqu'un d'autre.",
  ],
  'already-there': [409, "Cette personne est déjà membre de ce jury. Rien n'a été enregistré."],
  'member-sat': [
    409,
    "Ce membre a été noté présent\u00a0: le procès-verbal le nomme. Rien n'a été changé\u00a0: décochez sa présence à l'heure où il part, ou retirez d'abord les heures où il est noté présent.",
  ],
  'no-moment': [409, "Aucune heure n'est notée\u00a0: il n'y a rien à retirer."],
  'too-many-moments': [409, `Une séance a ${MOST.moments} heures notées au plus. Rien n'a été enregistré.`],
  'hour-to-come': [
    422,
    ({ day }) =>
      `Cette heure n'est pas venue\u00a0: la séance est le ${dayInWords(day)}. Rien n'a été enregistré\u00a0: notez les présences le jour de la séance, à l'heure où elles changent.`,
  ],
  'hour-before-last': [
    422,
    ({ latest }) =>
      `Cette heure est avant la dernière notée, ${clockTime(latest)}. Rien n'a été enregistré\u00a0: écrivez une heure d'après, ou retirez d'abord celle de ${clockTime(latest)}.`,
  ],
  'not-sitting': [
    409,
    ({ why }) =>
      `${NOT_SITTING[why]}\u00a0: le jury ne décide de personne. Rien n'a été enregistré\u00a0: notez la séance ouverte et qui est présent, à «\u00a0Membres et présence\u00a0» de la page du jury, puis recommencez.`,
  ],
  'not-in-number': [
    409,
    ({ lacks, since }) =>
      `Depuis ${clockTime(since)}, ${listing(lacks.map((lack) => LACKS[lack]))}\u00a0: le jury ne décide de personne. Rien n'a été enregistré\u00a0: notez qui est revenu, et que le jury est en nombre, à «\u00a0Membres et présence\u00a0» de la page du jury, puis recommencez.`,
  ],
  'member-unknown': [404, "Ce membre n'est plus au jury. Rien n'a été changé."],
  'speciality-taken': [
    409,
    ({ names }) =>
      `${names.join(', ')}\u00a0: un autre jury de la session a déjà ${names.length > 1 ? 'ces spécialités' : 'cette spécialité'}. Rien n'a été enregistré\u00a0: retirez-la d'un des deux.`,
  ],
  'speciality-has-points': [
    409,
    "Une spécialité retirée a des points du jury. Rien n'a été enregistré\u00a0: retirez d'abord ces points.",
  ],
  'replacements-open': [
    409,
    "Des notes d'épreuves de remplacement ne sont pas verrouillées. Rien n'a été enregistré\u00a0: verrouillez leurs lots pour qu'elles comptent, ou cochez que le procès-verbal est clos sans elles.",
  ],
  'closing-asked': [
    409,
    "La clôture du procès-verbal est demandée\u00a0: plus rien ne change. Rien n'a été enregistré. Pour reprendre, rendez d'abord le jury à la délibération.",
  ],
  'closing-not-asked': [
    409,
    "La clôture n'est pas demandée, ou elle ne l'est plus. Rien n'a été fait\u00a0: relisez le jury.",
  ],
  closed: [
    409,
    "Le procès-verbal est clos. Rien n'a été enregistré\u00a0: il ne change plus que par un additif daté, avec son motif.",
  ],
  'not-closed': [409, "Le procès-verbal n'est pas clos\u00a0: ce qui est à reprendre se reprend dans la délibération."],
  'not-judged-global': [
    422,
    "Ce candidat présente toutes ses unités\u00a0: il est admis ou il ne l'est pas, jamais «\u00a0non jugé\u00a0», qui est de la forme progressive. Rien n'a été enregistré\u00a0: choisissez une autre décision.",
  ],
  'admitted-for-good': [
    409,
    ({ last }) =>
      `Ce candidat est admis\u00a0: c'est un droit, qui ne pouvait lui être retiré que jusqu'au ${dayInWords(last)} inclus (code des relations entre le public et l'administration, article L242-1). Rien n'a été enregistré\u00a0: un additif ne peut plus que lui être favorable.`,
  ],
  'one-person': [403, onePersonInWords],
  'not-there': [
    409,
    "Le compte du président confirme la clôture s'il est noté présent au jury. Rien n'a été fait\u00a0: voyez avec le chef du service.",
  ],
  obstacles: [
    409,
    ({ count }) =>
      `Le procès-verbal ne peut pas être clos\u00a0: ${plural(count, 'point reste', 'points restent')} à régler, en tête de cette page. Rien n'a été enregistré.`,
  ],
  'unit-not-raised': [
    409,
    "Cette unité n'a pas de note à relever\u00a0: le jury relève une note de cette session, ni une note gardée, ni une absence, ni une dispense. Rien n'a été enregistré.",
  ],
  'mark-changed': [
    409,
    "La note de cette unité, ou ses points, ont changé depuis que cette page est ouverte. Rien n'a été enregistré\u00a0: relisez le candidat, puis recommencez.",
  ],
  'mark-not-higher': [
    422,
    "Le jury relève une note, il ne l'abaisse pas. Rien n'a été enregistré\u00a0: écrivez une note plus haute. Si la note est fausse, elle se corrige au lot, avec son motif.",
  ],
  'mark-by-points': [
    422,
    "Cet examen se note en points entiers. Rien n'a été enregistré\u00a0: écrivez une note sans décimale.",
  ],
  'no-points': [409, "Cette unité n'a pas de points du jury\u00a0: il n'y a rien à retirer."],
  'candidate-unknown': [404, "Ce candidat n'est pas de ce jury, ou son inscription a pris fin."],
  'addition-open': [
    409,
    "Un additif est déjà proposé pour ce candidat. Rien n'a été enregistré\u00a0: confirmez-le ou retirez-le d'abord.",
  ],
  'addition-ended': [409, "Cet additif est déjà confirmé ou retiré. Rien n'a été changé."],
  'addition-same': [
    409,
    "Le procès-verbal dit déjà cela. Rien n'a été enregistré\u00a0: corrigez d'abord la note à son lot, ou choisissez une autre décision.",
  ],
});
