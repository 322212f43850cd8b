import type * as z from 'zod';
import type { Choice, Fields } from '../../catalogue/index.ts';
import type { averageQuestion, eligibilityQuestion } from '../../simulation/index.ts';

const FORMS = { GLOBAL: 'globale', PROGRESSIVE: 'progressive' };
const OUTCOMES = { kept: 'note conservée', carried: 'note reportée', exempt: 'dispense' };
const yesNo = (label: string) => ({ label, options: { oui: 'Oui', non: 'Non', inconnu: 'Il ne sait pas' } });
const place = {
  session: { label: 'Code de la session', width: 30 },
  speciality: { label: 'Code national de la spécialité', help: 'Huit chiffres.', width: 10 },
  form: { label: 'Forme de passage', options: FORMS },
};

/** The situation of a typical candidate, field by field as the open interface asks it. */
export const eligibilityWords: Fields<z.input<typeof eligibilityQuestion>> = {
  at: { label: "Jour et heure de l'inscription", help: 'Heure de Paris.', width: 22 },
  ...place,
  category: {
    label: 'Catégorie',
    options: {
      'previous-candidate': 'ancien candidat',
      'distance-learner': 'enseignement à distance',
      other: 'autre',
    },
  },
  birthDate: { label: 'Date de naissance', width: 12 },
  frenchNational: yesNo('Est-il français\u00a0?'),
  department: { label: 'Département', width: 4 },
  diploma: {
    label: 'Diplôme',
    options: {
      none: 'aucun de ceux-ci',
      'level-3-listed': 'un diplôme de la liste de la spécialité',
      'bac-pro-sector': 'un bac pro du secteur',
    },
  },
  trainingHours: { label: 'Heures de formation', width: 6 },
  positioning: yesNo('A-t-il une décision de positionnement\u00a0?'),
  specialContract: yesNo('A-t-il eu un contrat en alternance\u00a0?'),
  disabledWorker: yesNo('Est-il reconnu travailleur handicapé\u00a0?'),
  formerForm: { label: 'Forme de sa première session', options: FORMS },
  satAllTests: yesNo('A-t-il passé toutes les épreuves\u00a0?'),
  twoYearsInCentre: yesNo('A-t-il suivi deux années en centre\u00a0?'),
  workPeriods: {
    label: 'Emplois',
    article: 'un',
    one: 'Emploi',
    fields: {
      from: { label: 'Premier jour', width: 12 },
      to: { label: 'Dernier jour', help: 'Vide\u00a0: il dure encore.', width: 12 },
      partTime: yesNo('À temps partiel\u00a0?'),
    },
  },
  credits: {
    label: 'Notes gardées et dispenses',
    article: 'une',
    one: 'Note ou dispense',
    fields: {
      unit: { label: 'Unité', width: 10 },
      kind: { label: 'Nature', options: OUTCOMES },
      mark: { label: 'Note', width: 6 },
      obtainedOn: { label: 'Obtenue le', width: 12 },
      ground: { label: 'Motif de la dispense', width: 20 },
    },
  },
};

/** The account of marks whose average is asked. */
export const averageWords: Fields<z.input<typeof averageQuestion>> = {
  ...place,
  disabledWorker: yesNo('Est-il reconnu travailleur handicapé\u00a0?'),
  units: {
    label: 'Épreuves',
    article: 'une',
    one: 'Épreuve',
    fields: {
      code: { label: 'Unité', width: 10 },
      outcome: {
        label: 'Ce qui est arrivé',
        options: {
          mark: 'note obtenue',
          ...OUTCOMES,
          absent: 'absent',
          excused: 'absence justifiée',
          'not-entered': 'non présentée',
        },
      },
      mark: { label: 'Note', width: 6 },
    },
  },
};

/** What each kind of case asks, in the link that begins one. */
export const CASE_QUESTIONS = {
  eligibility: "peut-il s'inscrire",
  average: 'quelle moyenne',
} satisfies Readonly<Record<string, Choice>>;
