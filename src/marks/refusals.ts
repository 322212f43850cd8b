import { refusalTable } from '../platform/http/refusalTable.ts';
import { dayAndHour, listing, plural } from '../ui/index.ts';
import { MOST } from './marks.ts';
import { showNumber } from './rules/anonymousNumber.ts';
import type { WhyNot } from './rules/batchActs.ts';

type Code =
  | WhyNot
  | 'not-found'
  | 'changed-meanwhile'
  | 'clerk-unknown'
  | 'no-batch-chosen'
  | 'nothing-to-open'
  | 'scale-unknown'
  | 'too-many-batches'
  | 'too-many-lifts'
  | 'lift-over'
  | 'import-outdated'
  | 'import-gone'
  | 'no-difference'
  | 'number-unknown'
  | 'same-mark'
  | 'late-decided'
  | 'candidate-unknown'
  | 'already-listed';

/** Why something is refused with marks; each says what to do. */
export type Refusal =
  | { readonly code: Code }
  | { readonly code: 'marks-missing'; readonly numbers: readonly string[] }
  | { readonly code: 'typed-meanwhile'; readonly numbers: readonly string[] }
  | { readonly code: 'record-closed'; readonly record: string }
  | { readonly code: 'not-begun'; readonly next: Temporal.Instant };

const shown = (numbers: readonly string[]): string => {
  const some = numbers.slice(0, 5).map(showNumber);
  return numbers.length > some.length ? `${some.join(', ')}…` : listing(some);
};

export const refusals = refusalTable<Refusal>({
  'not-found': [404, "Cette page n'existe pas, ou elle n'est pas la vôtre."],
  'changed-meanwhile': [
    409,
    "Ce lot a changé depuis que cette page est ouverte. Rien n'a été enregistré\u00a0: relisez-le, puis recommencez.",
  ],
  'not-yours': [409, "Ce lot n'est plus à vous. Rien n'a été enregistré\u00a0: demandez au chef du service."],
  locked: [
    409,
    "Ce lot est verrouillé. Rien n'a été enregistré\u00a0: après le verrou, une note ne change que par une correction datée.",
  ],
  'not-locked': [409, "Ce lot n'est pas verrouillé. Rien n'a été changé\u00a0: ses notes se changent par la saisie."],
  'round-done': [
    409,
    "Cette saisie est terminée. Rien n'a été enregistré\u00a0: pour la reprendre, le chef du service la rouvre avec un motif.",
  ],
  'round-open': [409, "Cette saisie n'est pas terminée\u00a0: il n'y a rien à rouvrir. Rien n'a été changé."],
  'rounds-open': [
    409,
    "Les deux saisies ne sont pas terminées. Rien n'a été enregistré\u00a0: attendez-les, puis revenez.",
  ],
  'differences-left': [
    409,
    "Des écarts restent entre les deux saisies. Rien n'a été verrouillé\u00a0: tranchez-les sur les copies, puis revenez.",
  ],
  'marks-missing': [
    409,
    ({ numbers }) =>
      `Il manque ${plural(numbers.length, 'note', 'notes')}\u00a0: ${shown(numbers)}. Notez chacun, ou écrivez «\u00a0A\u00a0» pour un absent, puis revenez.`,
  ],
  'list-changed': [
    409,
    "La liste des candidats a changé depuis l'ouverture du lot. Rien n'a été verrouillé\u00a0: mettez d'abord la liste à jour.",
  ],
  'typed-it': [
    409,
    "Cette personne a saisi ce lot. Rien n'a été enregistré\u00a0: la seconde saisie, les écarts et le verrou demandent quelqu'un d'autre.",
  ],
  'same-person': [
    422,
    "Les deux saisies demandent deux personnes différentes. Rien n'a été enregistré\u00a0: choisissez-en une autre.",
  ],
  'clerk-unknown': [
    422,
    "Une des personnes choisies n'a pas la fonction «\u00a0saisie des notes et jury\u00a0» dans l'académie. Rien n'a été enregistré\u00a0: choisissez dans la liste.",
  ],
  'no-batch-chosen': [422, "Cochez au moins un lot. Rien n'a été enregistré."],
  'nothing-to-open': [409, "Tous les lots de cette session sont ouverts. Rien n'a été changé."],
  'not-begun': [
    409,
    ({ next }) =>
      `Aucun lot n'a été ouvert\u00a0: un lot s'ouvre une fois son épreuve commencée, et la prochaine commence le ${dayAndHour(next)}. Revenez ensuite.`,
  ],
  'scale-unknown': [
    409,
    "Les règles de l'examen ne disent pas comment il se note, en points entiers ou en demi-points. Aucun lot n'a été ouvert\u00a0: écrivez-le dans les règles, à «\u00a0Résultats\u00a0».",
  ],
  'too-many-batches': [
    409,
    `Une session a ${MOST.batches} lots au plus. Aucun n'a été ouvert\u00a0: demandez à l'administrateur.`,
  ],
  'too-many-lifts': [
    409,
    `La table d'anonymat de ce lot a été demandée ${MOST.lifts} fois. Demandez à l'administrateur de relire le journal.`,
  ],
  'lift-over': [
    404,
    "Cette table d'anonymat est refermée, ou elle a été ouverte à quelqu'un d'autre. Pour la revoir, demandez-la de nouveau, avec un motif.",
  ],
  'typed-meanwhile': [
    409,
    ({ numbers }) =>
      `Pendant que vous saisissiez, ${plural(numbers.length, 'note a été enregistrée', 'notes ont été enregistrées')} dans un autre onglet\u00a0: ${shown(numbers)}. Rien n'a été enregistré ici, et vos saisies restent ci-dessous\u00a0: relisez ces lignes, puis enregistrez.`,
  ],
  'import-outdated': [
    409,
    "La saisie a changé depuis l'aperçu de ce fichier. Rien n'a été enregistré\u00a0: envoyez le fichier de nouveau pour voir un aperçu à jour.",
  ],
  'import-gone': [
    404,
    "Cet aperçu n'est plus là\u00a0: un autre fichier l'a remplacé, ou il n'est pas à vous. Rien n'a été enregistré\u00a0: envoyez le fichier de nouveau.",
  ],
  'no-difference': [422, "Choisissez la note à garder pour au moins un écart. Rien n'a été enregistré."],
  'number-unknown': [422, "Ce numéro n'est pas dans ce lot. Rien n'a été corrigé\u00a0: relisez-le sur la copie."],
  'record-closed': [
    409,
    ({ record }) =>
      `Le jury a clos son procès-verbal (${record}) sur ces notes\u00a0: le lot ne se déverrouille plus, et rien n'a été changé. Corrigez chaque note fausse ici, puis proposez un additif daté depuis la page du jury.`,
  ],
  'candidate-unknown': [
    422,
    "Aucun candidat inscrit dans cette spécialité et cette session ne porte ce numéro. Rien n'a été ajouté\u00a0: relisez-le sur sa convocation ou son dossier.",
  ],
  'already-listed': [409, "Ce candidat a déjà une copie dans le lot. Rien n'a été ajouté."],
  'late-decided': [
    409,
    "Cette fiche n'attend plus de décision\u00a0: la note du lot a été corrigée ou gardée depuis. Rien n'a été enregistré.",
  ],
  'same-mark': [409, "C'est déjà la note de ce numéro. Rien n'a été corrigé."],
});
