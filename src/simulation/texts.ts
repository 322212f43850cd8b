import type { Catalogue, Exam } from '../catalogue/index.ts';
import type { EligibilityVerdict } from '../enrolment/index.ts';
import type { LineNote } from '../results/index.ts';
import { dayInWords, listing, plural } from '../ui/index.ts';
import { YEARS } from './budgets.ts';
import type { InputFault } from './inputFault.ts';

const notes: Readonly<Record<LineNote, string>> = {
  mark: 'Note de la session.',
  kept: 'Note conservée\u00a0: elle compte dans la moyenne.',
  carried: 'Note reportée\u00a0: elle compte dans la moyenne.',
  exempt: 'Dispense\u00a0: le coefficient ne compte pas.',
  absent: 'Absence\u00a0: le diplôme ne peut pas être délivré.',
  excused: 'Absence pour force majeure\u00a0: la note est 0.',
  'not-entered': 'Pas encore présentée.',
  'optional-above-ten': "Facultative\u00a0: les points au-dessus de 10 s'ajoutent au total.",
  'optional-without-effect': 'Facultative\u00a0: sans effet, rien au-dessus de 10.',
  eliminating: 'Note éliminatoire.',
  'coefficient-unknown': 'Coefficient à préciser\u00a0: demandez-le à votre gestionnaire.',
};

/** The conditions of a verdict by their codes, which the cases of the rules name. */
const REASONS: Readonly<Record<string, string>> = {
  speciality: 'spécialité',
  category: 'catégorie de candidat',
  'former-form': "forme de l'examen présenté avant",
  training: 'formation',
  'experience-five-years': 'activité professionnelle, sans diplôme de la liste',
  'experience-two-years': 'activité professionnelle, avec un diplôme de la liste',
  'experience-bac-pro': 'activité professionnelle après un baccalauréat professionnel',
  'experience-own-decree': 'activité professionnelle propre à la spécialité',
  majority: 'majorité, ou préparation suivie',
  'work-placement': 'semaines en milieu professionnel',
  residence: 'résidence',
  credits: 'notes et dispenses',
  'national-service': 'service national',
} satisfies Readonly<Record<EligibilityVerdict['reasons'][number]['code'], string>>;

export const texts = {
  notAnObject: 'La demande doit être un objet JSON.',
  required: (name: string): string => `«\u00a0${name}\u00a0» manque, ou n'a pas la forme attendue.`,
  oneOf: (values: readonly string[]): string => `Valeurs possibles\u00a0: ${listing(values, 'ou')}.`,
  yesOrNo: 'Répondez par true ou false, ou ne donnez rien.',
  tooMany: (most: number, given: number): string =>
    `${most} éléments au plus\u00a0: cette liste en a ${given}. Réunissez ceux qui se suivent, ou posez plusieurs questions.`,
  tooDeep: (levels: number): string => `La demande a ${levels}\u00a0niveaux de listes et d'objets au plus.`,
  tooLong: (longest: number): string => `Ce texte a ${longest}\u00a0caractères au plus.`,
  day: `Donnez un jour qui existe, sous la forme 2021-09-01, de ${YEARS.first} à ${YEARS.last}.`,
  instant: `Donnez un instant ISO avec son décalage, par exemple 2023-11-15T10:00:00+01:00, de ${YEARS.first} à ${YEARS.last}.`,
  hours: "Donnez un nombre entier d'heures, 0 ou plus.",
  markShape: 'Donnez la note en texte, par exemple «\u00a012,5\u00a0».',
  markImpossible: (code: string): string =>
    `${code}\u00a0: une note va de 0 à 20, par points entiers ou demi-points (12 ou 12,5).`,
  optionalUnit: 'Épreuve facultative',
  sessionUnknown: (catalogue: Catalogue, code: string): InputFault => ({
    path: 'session',
    message: `La session «\u00a0${code}\u00a0» n'existe pas. Sessions connues\u00a0: ${listing(catalogue.sessions().map((one) => one.code))}.`,
  }),
  specialityUnknown: (cfd: string): InputFault => ({
    path: 'speciality',
    message: `Aucune spécialité n'a le code «\u00a0${cfd}\u00a0» (code formation diplôme, huit chiffres).`,
  }),
  unitUnknown: (code: string, known: readonly string[]): string =>
    `L'unité «\u00a0${code}\u00a0» n'est pas dans le règlement de cette spécialité. Unités\u00a0: ${listing(known)}.`,
  unitTwice: (code: string): string => `L'unité ${code} est donnée deux fois.`,
  bothOptions: (one: string, other: string): string =>
    `${one} et ${other} sont au choix\u00a0: une seule des deux peut être présentée.`,

  /** What is made of a mark of before, by the figures of its exam. */
  credits: {
    keptTooLow: (code: string, { keptFrom, carriedIn }: Exam['credits']): string =>
      `${code}\u00a0: seule une note égale ou supérieure à ${keptFrom} peut être conservée (kept)${carriedIn.length === 0 ? '' : '\u00a0; en dessous, elle se reporte (carried)'}.`,
    carriedTooHigh: (code: string, { keptFrom }: Exam['credits']): string =>
      `${code}\u00a0: une note égale ou supérieure à ${keptFrom} se conserve (kept), elle ne se reporte pas.`,
    notCarried: (code: string, { keptFrom, source }: Exam['credits']): string =>
      keptFrom === null
        ? `${code}\u00a0: toute note se conserve (kept), aucune ne se reporte (${source}).`
        : `${code}\u00a0: une note inférieure à ${keptFrom} ne peut être reportée qu'en forme progressive (${source}).`,
  },

  average: {
    unitsUnknown:
      'Les unités de cette spécialité ne sont pas toutes connues à cette session\u00a0: aucune moyenne ne peut être calculée.',
    markMissing: (code: string): string => `${code}\u00a0: donnez la note.`,
    exemptOptional: (code: string): string =>
      `${code}\u00a0: une épreuve facultative ne fait l'objet d'aucune dispense.`,
    notEnteredInGlobal: (code: string): string =>
      `${code}\u00a0: en forme globale, toutes les unités se présentent à la même session.`,
    tooManyOptional: (most: number): string =>
      most === 1
        ? 'Une seule épreuve facultative peut être présentée.'
        : `${most} épreuves facultatives au plus peuvent être présentées.`,
    notes,
    missing: {
      coefficient: (code: string): string =>
        `Le coefficient de ${code} n'est pas encore connu\u00a0: demandez-le à votre gestionnaire.`,
      mark: (code: string): string => `${code} n'a pas encore de note.`,
    },
  },

  eligibility: {
    categories: ['previous-candidate', 'distance-learner', 'other'] as const,
    endsBeforeStart: "La fin d'un emploi ne peut pas précéder son début.",
    birthDate: 'Donnez une date de naissance passée.',
    tooYoung: "Il faut avoir au moins 14 ans pour s'inscrire\u00a0: vérifiez l'année de naissance.",
    tooEarly: {
      'before-birth': 'Cet emploi commence avant la naissance\u00a0: vérifiez son premier jour.',
      'before-fourteen': 'Cet emploi commence avant le quatorzième anniversaire\u00a0: vérifiez son premier jour.',
    },
    departmentUnknown: (code: string): string => `Le département «\u00a0${code}\u00a0» n'existe pas.`,
    obtainedInFuture: (code: string): string => `${code}\u00a0: la note ne peut pas avoir été obtenue après ce jour.`,
    /** The attestation is for units of 10 and above (D337-107): a carried mark has none. */
    tooOld: (code: string, lastDay: Temporal.PlainDate, kept: boolean, years: number): string =>
      `${code}\u00a0: cette note n'est plus valable depuis le ${dayInWords(lastDay.add({ days: 1 }))} (${plural(years, 'an', 'ans')}). ${
        kept
          ? 'Une attestation de blocs de compétences peut en dispenser (exempt, skills-block).'
          : "L'épreuve est à repasser."
      }`,
    groundUnknown: (known: readonly string[]): string => `Motifs de dispense possibles\u00a0: ${listing(known, 'ou')}.`,
    groundNotForUnit: (code: string, known: readonly string[]): string =>
      known.length === 0
        ? `${code}\u00a0: aucune dispense n'est prévue pour cette unité.`
        : `${code}\u00a0: ce motif ne dispense pas de cette unité. Motifs possibles\u00a0: ${listing(known, 'ou')}.`,
    exemptOptional: (code: string): string =>
      `${code}\u00a0: une épreuve facultative ne fait l'objet d'aucune dispense.`,
    unitsUnknown:
      'Les unités de cette spécialité ne sont pas toutes connues à cette session\u00a0: aucun acquis ne peut être jugé.',
  },

  cases: {
    verdict: 'Verdict',
    verdicts: { eligible: 'admissible', 'to-check': 'à vérifier', 'not-eligible': 'non admissible' },
    outcome: 'Résultat',
    outcomes: { PASSED: 'admis', FAILED: 'refusé', NOT_JUDGED: 'non jugé' },
    average: 'Moyenne',
    professionalAverage: 'Moyenne des unités professionnelles',
    reason: (code: string): string =>
      `Condition «\u00a0${(Object.hasOwn(REASONS, code) ? REASONS[code] : undefined) ?? code}\u00a0»`,
    met: (met: boolean | null | undefined): string =>
      met === true ? 'remplie' : met === false ? 'non remplie' : 'à vérifier',
    absent: 'absent',
    unlike: (what: string, wanted: string, found: string): string =>
      `${what}\u00a0: ${wanted} attendu, ${found} obtenu.`,
    piecesMissing: (codes: readonly string[]): string => `Pièces attendues et non demandées\u00a0: ${listing(codes)}.`,
    piecesExtra: (codes: readonly string[]): string => `Pièces demandées et non attendues\u00a0: ${listing(codes)}.`,
    impossible: (path: string, message: string): string => `Question impossible (${path})\u00a0: ${message}`,
    notRefused: 'Cette question devait être refusée, elle a une réponse.',
    noDay: 'Le cas doit dire son jour (at)\u00a0: sans lui, sa réponse changerait avec le temps.',
    foreign: (name: string): string => `«\u00a0${name}\u00a0» ne peut pas être attendu d'une question de ce genre.`,
  },
} as const;
