import { plural, wholeNumber } from '../ui/index.ts';
import { type Kind, type ResultCounts, SMALL } from './statistics.ts';

/** No-break spaces are written `\u00a0`. */
export const texts = {
  title: 'Statistiques',
  back: 'Publication des résultats',
  session: 'Session',
  show: 'Afficher',
  lead: "Les chiffres des résultats publiés. Un résultat suspendu, ou pas encore publié, n'y compte pas.",
  none: "Aucun résultat n'est publié",
  noneText: 'Les statistiques viennent à la seconde annoncée de la première publication.',
  figures: {
    enrolled: 'Inscrits',
    present: 'Présents',
    admitted: 'Admis',
    rate: 'Taux de réussite',
    absent: (count: number): string => plural(count, 'absent', 'absents'),
    withoutResult: (count: number): string => `${wholeNumber(count)} sans résultat publié`,
    refused: (refused: number, notJudged: number): string =>
      `${plural(refused, 'non admis', 'non admis')}, ${plural(notJudged, 'non jugé', 'non jugés')}`,
    judged: ({ admitted, refused, notJudged, absent }: ResultCounts): string =>
      admitted + refused < SMALL
        ? `moins de ${SMALL} jugés\u00a0: aucun taux n'en est dit`
        : `sur ${wholeNumber(admitted + refused)} jugés, sans ${plural(notJudged, 'non jugé', 'non jugés')} ni ${plural(absent, 'absent', 'absents')}`,
    before: (rate: string, session: string): string => `${rate} à la ${session}`,
  },
  means: 'Ce que comptent ces mots',
  meanings: [
    "Présent\u00a0: a composé dans une unité au moins, ou n'avait plus rien à passer. Absent\u00a0: avait des unités à passer et n'a composé dans aucune.",
    'Non admis et non jugés\u00a0: parmi les présents. Un candidat est non jugé quand il lui reste des unités à passer.',
    `Taux de réussite\u00a0: les admis, pour cent présents admis ou non admis. En dessous de ${SMALL}, aucun taux n'est dit ni dessiné.`,
    'Blocs\u00a0: candidats qui ne sont pas admis, et qui ont une unité au moins à la note demandée.',
  ],
  kinds: {
    speciality: { title: 'Par spécialité', column: 'Spécialité', unknown: 'Sans spécialité', file: 'specialites' },
    centre: { title: "Par centre d'examen", column: 'Centre', unknown: 'Sans place au plan', file: 'centres' },
    department: {
      title: 'Par département',
      column: 'Département',
      unknown: 'Code postal inconnu',
      file: 'departements',
    },
  } as const satisfies Readonly<Record<Kind, object>>,
  centreText: 'Le centre est celui de la première épreuve de chaque candidat.',
  counts: {
    enrolled: 'Inscrits',
    withoutResult: 'Sans résultat',
    absent: 'Absents',
    present: 'Présents',
    admitted: 'Admis',
    refused: 'Non admis',
    notJudged: 'Non jugés',
    blocks: 'Blocs',
  } as const satisfies Readonly<Record<keyof ResultCounts, string>>,
  rate: 'Taux de réussite',
  before: (session: string): string => `Taux, ${session}`,
  gap: 'Écart',
  gapOf: (points: string): string => `${points} pt`,
  total: 'Ensemble',
  noRate: '–',
  percent: (value: string): string => `${value}\u00a0%`,
  /** What a chart says to who doesn't see it. */
  chart: (title: string): string =>
    `Taux de réussite ${title.toLowerCase()}\u00a0: les chiffres sont dans le tableau qui suit.`,
  key: { now: 'Cette session', before: 'Session précédente' },
  files: 'Télécharger',
  forOffice: 'Pour le bureau, tous les nombres',
  forOthers: 'Pour diffusion, sans les petits nombres',
  protection:
    "Dans un fichier pour diffusion, un nombre de 1 à 4 personnes est remplacé par «\u00a0<\u00a05\u00a0», et d'autres par «\u00a0s\u00a0» (secret) pour qu'aucun ne se retrouve par différence. Seuls ces fichiers peuvent sortir du bureau.",
  small: '< 5',
  withheld: 's',
  seeMarks: 'Les notes de chaque unité',

  marks: {
    title: 'Notes par unité',
    back: 'Statistiques',
    speciality: 'Spécialité',
    none: 'Aucune note publiée',
    noneText: 'Choisissez une spécialité dont les résultats sont publiés.',
    summary: 'Les unités',
    columns: {
      unit: 'Unité',
      scripts: 'Copies notées',
      mean: 'Moyenne',
      median: 'Médiane',
      under: (mark: string): string => `Moins de ${mark}`,
      over: (mark: string): string => `${mark} et plus`,
      absent: 'Absents',
      excused: 'Absences justifiées',
      kept: 'Notes conservées',
      exempt: 'Dispenses',
      blocks: 'Blocs des non admis',
    },
    chart: (unit: string, scripts: number): string =>
      `${unit}, ${plural(scripts, 'copie', 'copies')} par note, de 0 à 20\u00a0: les chiffres sont dans le tableau qui suit.`,
    noScript: 'Aucune copie notée à cette session.',
    caption: (unit: string): string => `${unit}\u00a0: copies par note`,
    twin: 'Les chiffres du graphique',
    mark: 'Note',
    from: (point: number): string => (point === 20 ? '20' : `${point} à moins de ${point + 1}`),
    scripts: 'Copies',
    axis: ['0', '5', '10', '15', '20'],
    distribution: 'Toutes les notes, au demi-point, pour le bureau',
  },
  file: {
    units: 'unites',
    marks: 'notes',
    name: (table: string, session: string, day: string, others: boolean): string =>
      `statistiques-${table}-${session}-${day}${others ? '-diffusion' : ''}`,
    cfd: 'CFD',
    code: 'Code',
  },
};
