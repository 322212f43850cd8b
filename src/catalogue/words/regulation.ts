import type * as z from 'zod';
import type { Regulation } from '../schema/regulation.ts';
import { oneALine, source, sourced, sources } from './sourced.ts';
import type { EntryWords } from './words.ts';

const UNIT_KINDS = {
  PRO: 'professionnelle',
  GENERAL: 'générale',
  LV_COMPULSORY: 'langue obligatoire',
  LV_OPTIONAL: 'langue facultative',
  OTHER_OPTIONAL: 'autre facultative',
};

export const regulationWords: EntryWords<z.infer<typeof Regulation>> = {
  article: 'un',
  counted: ['règlement', 'règlements'],
  parts: [
    {
      legend: 'Unités',
      help: 'Ouvrez une unité pour la changer. Ce que la source ne dit pas reste vide.',
      from: 'units',
    },
    { legend: 'Le règlement', from: 'cfd' },
    { legend: 'Qui peut se présenter', from: 'conditions' },
    { legend: 'Sources', from: 'notes' },
  ],
  fields: {
    units: {
      label: 'Unités',
      article: 'une',
      one: 'Unité',
      counted: ['unité', 'unités'],
      fields: {
        id: {
          label: "Code de l'unité ici",
          help: 'Lettres sans accent, chiffres et tirets\u00a0: U10, UP1, BLOC-01.',
          width: 10,
          fixed: true,
        },
        title: { label: 'Intitulé', width: 60 },
        coefficient: { label: 'Coefficient', width: 6, counted: ['coefficient', 'coefficients'] },
        mode: { label: 'Forme', width: 12 },
        duration: { label: 'Durée', width: 16 },
        code: { label: 'Code dans le règlement', width: 10 },
        test: { label: 'Épreuve', width: 10 },
        kind: { label: 'Nature', options: UNIT_KINDS },
        choiceGroup: {
          label: 'Groupe de choix',
          help: "Les unités du même groupe s'excluent\u00a0: le candidat en présente une.",
          width: 14,
        },
        languages: { label: 'Langues imposées', help: oneALine, rows: 2 },
        doubtfulTitle: 'Intitulé douteux',
        ...sourced,
      },
    },
    cfd: { label: 'Spécialité', width: 10, fixed: true },
    title: { label: 'Titre', width: 60 },
    order: { label: 'Arrêté', width: 60 },
    firstSession: { label: 'Première session', width: 6 },
    lastSession: { label: 'Dernière session', width: 6 },
    totalCoefficient: {
      label: 'Total des coefficients obligatoires',
      help: "Tel qu'imprimé dans la source\u00a0; il est comparé aux unités.",
      width: 6,
    },
    unitsComplete: {
      label: 'Toutes ses unités sont-elles là\u00a0?',
      help: 'Non\u00a0: les candidats ne peuvent pas encore choisir cette spécialité.',
    },
    compulsoryLanguage: 'Langue vivante obligatoire',
    optionalLanguage: 'Langue vivante facultative',
    maxOptionalUnits: { label: "Nombre d'unités facultatives au plus", width: 6 },
    completeness: { label: "Ce qui est su, ce qui ne l'est pas", rows: 3 },
    eligibility: {
      label: "Conditions d'inscription",
      options: { common: "celles de l'examen", pharmacy: 'celles de la pharmacie' },
    },
    workPlacement: {
      label: 'Semaines en milieu professionnel demandées à qui se présente seul',
      help: 'Jamais jugées par un programme\u00a0: un gestionnaire regarde chaque dossier.',
      fields: { weeks: { label: 'Semaines', width: 4 }, ...sourced },
    },
    conditions: {
      label: 'Conditions propres à cette spécialité',
      help: "Elles passent avant celles de l'examen. Tout vide\u00a0: celles de l'examen valent.",
      fields: {
        trainingHours: {
          label: 'Heures de formation',
          fields: {
            continuingTraining: { label: 'Formation continue', width: 6 },
            apprenticeshipPerYear: { label: 'Apprentissage, par an', width: 6 },
            bacProOfTheSector: { label: 'Bac pro du secteur', width: 6 },
          },
        },
        yearsWithoutDiploma: { label: 'Années de métier, sans diplôme', width: 6 },
        yearsWithListedDiploma: { label: 'Années de métier, avec un diplôme de la liste', width: 6 },
        monthsWithSpecialContract: { label: 'Mois, avec un contrat en alternance', width: 6 },
        monthsWithBacPro: { label: 'Mois, avec un bac pro', help: 'Le moins et le plus\u00a0: [ 6, 12 ].', width: 12 },
        ...sourced,
      },
    },
    listedDiplomas: {
      label: 'Diplômes de la liste',
      help: 'Ceux qui ramènent la durée de métier à deux ans.',
      fields: {
        titles: { label: 'Diplômes', help: oneALine, rows: 5 },
        rule: { label: 'Règle, en mots', width: 60 },
        source,
      },
    },
    unitExemptions: {
      label: "Dispenses d'unités",
      article: 'une',
      one: 'Dispense',
      counted: ["dispense d'unité", "dispenses d'unités"],
      fields: {
        diploma: { label: 'Diplôme', width: 60 },
        units: { label: 'Unités', help: oneALine, rows: 2 },
        mode: { label: 'Comment', width: 40 },
        ...sourced,
      },
    },
    equivalences: {
      label: 'Équivalences avec le règlement précédent',
      fields: {
        from: { label: 'Règlement précédent', width: 60 },
        tables: { label: "Tables, d'unités anciennes en nouvelles", rows: 8 },
        withoutCounterpart: {
          label: 'Unités sans équivalent',
          fields: {
            old: { label: 'Anciennes', help: oneALine, rows: 2 },
            new: { label: 'Nouvelles', help: oneALine, rows: 2 },
          },
        },
        ...sourced,
      },
    },
    notes: { label: 'Remarques', help: oneALine, rows: 3 },
    sources,
  },
};
