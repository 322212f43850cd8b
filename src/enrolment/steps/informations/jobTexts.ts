import { numericDay } from '../../../ui/index.ts';
import type { TooEarly } from '../../rules/workPeriods.ts';

export const texts = {
  legend: (row: number): string => `Emploi ${row}`,
  intro: 'Les emplois en rapport avec le diplôme. Deux emplois tenus en même temps comptent une seule fois.',
  employer: 'Employeur',
  employerMissing: (row: number): string => `Emploi ${row}\u00a0: indiquez l'employeur.`,
  job: 'Métier exercé',
  jobMissing: (row: number): string => `Emploi ${row}\u00a0: indiquez le métier exercé.`,
  from: 'Date de début',
  fromMissing: (row: number): string => `Emploi ${row}\u00a0: indiquez la date de début.`,
  fromInFuture: (row: number): string =>
    `Emploi ${row}\u00a0: la date de début est dans l'avenir. Indiquez un emploi déjà commencé.`,
  tooEarly: {
    'before-birth': (row: number, birth: Temporal.PlainDate): string =>
      `Emploi ${row}\u00a0: la date de début est avant votre naissance (${numericDay(birth)}). Vérifiez l'année.`,
    'before-fourteen': (row: number, _birth: Temporal.PlainDate, fourteen: Temporal.PlainDate): string =>
      `Emploi ${row}\u00a0: la date de début est avant vos 14\u00a0ans (${numericDay(fourteen)}). Un emploi ne compte qu'à partir de ce jour\u00a0: corrigez la date.`,
  } satisfies Record<TooEarly, (row: number, birth: Temporal.PlainDate, fourteen: Temporal.PlainDate) => string>,
  to: 'Date de fin',
  toHint: 'Laissez vide si vous y travaillez encore.',
  endsBeforeStart: (row: number): string =>
    `Emploi ${row}\u00a0: la date de fin est avant la date de début. Vérifiez les deux.`,
  partTime: 'À temps partiel',
  partTimeLine: 'temps partiel',
  line: 'Activité professionnelle',
  none: 'Aucun emploi déclaré',
  until: (job: string, employer: string, from: string, to: string): string =>
    `${job}, ${employer}, du ${from} au ${to}`,
  since: (job: string, employer: string, from: string): string => `${job}, ${employer}, depuis le ${from}`,
  add: 'Ajouter un emploi',
  another: (row: number): string => `Emploi ${row}, si vous en avez eu un autre`,
  most: (most: number): string => `Vous pouvez déclarer ${most} emplois. Au-delà, regroupez ceux d'un même employeur.`,
} as const;
