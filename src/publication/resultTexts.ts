import { dayInWords, decimalComma, markInWords, numericDay, withA } from '../ui/index.ts';
import type { PublishedDecision, Result, ResultUnit } from './publication.ts';
import { type WhyNotJudged, whyNotJudged } from './rules/notJudged.ts';

/** Who reads it, and of which exam. */
export type ResultReader = {
  readonly civility: 'M' | 'MME';
  readonly exam: { readonly noun: string; readonly gender: 'masculine' | 'feminine' };
  readonly speciality: string;
  readonly session: string;
};

const admitted = ({ civility }: Pick<ResultReader, 'civility'>): string => (civility === 'MME' ? 'admise' : 'admis');
const examOf = ({ exam, speciality, session }: ResultReader): string =>
  `${withA(`${exam.gender === 'masculine' ? 'le' : 'la'} ${exam.noun}`)}, spécialité ${speciality}, ${session}`;

/** Why no jury spoke: units are left to present, in the progressive form alone; the file waits for a decision; or the record says no more. */
const WHY_NOT = {
  left: '\u00a0: il vous reste des unités à présenter',
  reserve: '\u00a0: votre inscription est encore sous réserve',
  unsaid: '',
} as const satisfies Readonly<Record<WhyNotJudged, string>>;
const WHY_NOT_ON_PAPER = {
  left: ', des unités restent à présenter',
  reserve: ", l'inscription est sous réserve",
  unsaid: '',
} as const satisfies Readonly<Record<WhyNotJudged, string>>;

type Said = Pick<Result, 'decision' | 'form' | 'units'>;

const outcomes = {
  mark: '',
  kept: 'note gardée',
  carried: 'note reportée',
  exempt: 'dispense',
  absent: 'absence',
  excused: 'absence justifiée, comptée 0',
  'not-entered': 'non présentée à cette session',
} as const satisfies Readonly<Record<ResultUnit['outcome'], string>>;

const reasons = {
  later: 'laissée pour une autre session',
  withheld: 'non passée, par décision du rectorat',
  awaited: 'note attendue',
  'option-unknown': "l'unité choisie n'est pas connue",
  reserve: 'inscription sous réserve',
  noted: 'dispense notée par le centre',
} as const satisfies Readonly<Record<NonNullable<ResultUnit['why']>, string>>;

/** What a result says, on the page and on papers. No-break spaces are written `\u00a0`. */
export const resultTexts = {
  /** The first sentence. */
  decision: (of: ResultReader, result: Said): string =>
    ({
      ADMITTED: `Vous êtes ${admitted(of)} ${examOf(of)}.`,
      REFUSED: `Vous n'êtes pas ${admitted(of)} ${examOf(of)}.`,
      NOT_JUDGED: `Le jury ne s'est pas prononcé sur votre diplôme${WHY_NOT[whyNotJudged(result)]}. Voici vos notes.`,
    })[result.decision],
  outcomes,
  decisions: { ADMITTED: 'Admis', REFUSED: 'Non admis', NOT_JUDGED: 'Non jugé' } as const satisfies Readonly<
    Record<PublishedDecision, string>
  >,
  average: (average: string, pass: number): string =>
    `Votre moyenne est de ${comma(average)} sur 20. Il faut ${markInWords(pass)} ou plus.`,
  professional: (average: string, pass: number): string =>
    `Votre moyenne des unités professionnelles est de ${comma(average)} sur 20. Il faut ${markInWords(pass)} ou plus.`,
  /** What is kept and what is sat again, of who isn't admitted in the form that asks all units at one session. */
  again: (keptFrom: number | null, some: boolean): string =>
    keptFrom === null
      ? 'Gardez vos notes, passez les unités qui manquent.'
      : some
        ? `Gardez vos notes de ${markInWords(keptFrom)} et plus, repassez les autres.`
        : `Vous n'avez pas de note de ${markInWords(keptFrom)} ou plus\u00a0: repassez toutes les unités.`,
  toResit: {
    title: 'Ce que vous repassez',
    law: (source: string): string => `Source\u00a0: ${source}.`,
  },
  leftOut:
    "Une unité obligatoire n'a pas été passée\u00a0: le diplôme ne peut pas être délivré. Aucun texte ne dit combien elle compte\u00a0: la moyenne n'est pas calculée.",
  absent: 'Une absence est notée à une unité obligatoire\u00a0: le diplôme ne peut pas être délivré.',
  allExempted: "Vous avez une dispense pour toutes les unités\u00a0: il n'y a pas de moyenne.",
  units: 'Unité par unité',
  head: ['Unité', 'Note sur 20', 'Coefficient', 'Points'],
  unit: ({ code, title, optional }: ResultUnit): string =>
    `${code === null ? '' : `${code} `}${title}${optional ? ' (facultative)' : ''}`,
  /** What stands under the title of a unit; empty: nothing. */
  about: (unit: ResultUnit): string => {
    const { outcome, obtainedOn, note, beforeJury, halfPoints } = unit;
    const since = obtainedOn === null ? '' : ` du ${numericDay(Temporal.PlainDate.from(obtainedOn))}`;
    const jury =
      beforeJury === null || halfPoints === null
        ? ''
        : `portée par le jury de ${markInWords(beforeJury)} à ${markInWords(halfPoints)}`;
    const optional: Readonly<Record<string, string>> = {
      'optional-above-ten': 'seuls les points au-dessus de 10 comptent',
      'optional-without-effect': 'sans effet\u00a0: seuls les points au-dessus de 10 comptent',
      eliminating: 'note éliminatoire',
      'coefficient-unknown': 'coefficient inconnu',
    };
    const said = optional[note] ?? '';
    const what = outcomes[outcome];
    const why = unit.why === null ? '' : reasons[unit.why];
    return [why !== '' ? why : what === '' ? '' : `${what}${since}`, jury, said].filter((one) => one !== '').join(', ');
  },
  mark: ({ outcome, halfPoints }: ResultUnit): string => {
    if (halfPoints !== null) return markInWords(halfPoints);
    return outcome === 'absent' ? 'absence' : outcome === 'exempt' ? 'dispense' : '–';
  },
  coefficient: ({ coefficient, outcome, optional }: ResultUnit): string =>
    outcome === 'exempt' || (optional && coefficient === null)
      ? '–'
      : coefficient === null
        ? 'inconnu'
        : decimalComma(coefficient),
  points: ({ points }: ResultUnit): string => (points === null ? '–' : markInWords(points)),
  /** How the average comes from the table. */
  sum: ({
    points,
    divisor,
    average,
  }: {
    readonly points: string;
    readonly divisor: string;
    readonly average: string;
  }): string => `${points} points, divisés par ${divisor} (la somme des coefficients), font ${comma(average)}.`,
  kept: {
    title: 'Ce que vous pouvez garder',
    lead: "Ces notes valent pour une session suivante, à votre demande, jusqu'à leur date\u00a0:",
    head: ['Unité', 'Note', "Jusqu'au"],
    how: { kept: '', carried: ' (report)' },
    until: (day: Temporal.PlainDate): string => dayInWords(day),
    law: (source: string): string => `Source\u00a0: ${source}.`,
  },
  record: ({ record, decidedOn, addition }: Pick<Result, 'record' | 'decidedOn' | 'addition'>): string =>
    `Délibération du ${dayInWords(Temporal.PlainDate.from(decidedOn))}, procès-verbal ${record}${addition === 0 ? '' : `, additif n°\u00a0${addition}`}.`,
  papers: {
    success: (of: ResultReader & { readonly name: string }): string => `${of.name} est ${admitted(of)} ${examOf(of)}.`,
    successValue: "Cette attestation vaut jusqu'à la remise du diplôme.",
    blocks: (of: ResultReader & { readonly name: string }): string =>
      `${of.name} a obtenu 10 sur 20 ou plus aux unités suivantes de l'examen\u00a0: ${of.exam.noun}, spécialité ${of.speciality}, ${of.session}.`,
    blocksTitle: 'Blocs de compétences',
    blocksHead: ['Bloc', 'Note sur 20'],
    blocksValue:
      "Elle permet de demander une dispense de ces unités, dans les conditions que fixe le règlement de l'examen.",
    transcript: (of: ResultReader & { readonly name: string }, result: Said): string =>
      result.decision === 'NOT_JUDGED'
        ? `${of.name}\u00a0: le jury ne s'est pas prononcé sur le diplôme${WHY_NOT_ON_PAPER[whyNotJudged(result)]}.`
        : `${of.name}\u00a0: ${result.decision === 'ADMITTED' ? '' : 'non '}${admitted(of)} ${examOf(of)}.`,
    averageTitle: 'Moyenne',
    replaces: (reason: string): string => `Ce relevé remplace le précédent. Motif\u00a0: ${reason}`,
  },
};

function comma(average: string): string {
  return average.replace('.', ',');
}
