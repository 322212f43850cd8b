import { upTo } from '../scope/index.ts';
import { NBSP } from '../ui/index.ts';
import { appealTexts } from './file/appealTexts.ts';
import { unitsTexts } from './file/unitsTexts.ts';

export const texts = {
  navigation: {
    queue: 'Corbeille',
    accommodations: 'Aménagements',
    requests: 'à traiter',
    figure: upTo,
    toCheck: 'à contrôler',
    toReview: 'à relire',
    files: 'Dossiers',
    messages: 'Messages',
    withoutAnswer: 'sans réponse',
    appeals: 'Recours',
    reminders: 'Relances',
    exports: 'Exports',
    closing: 'Clôture',
    marks: 'Notes',
    juries: 'Jurys',
    publication: 'Résultats',
    exam: 'Examen',
    rules: 'Règles',
    staff: 'Personnel',
    journal: 'Journal',
    home: 'Accueil',
    account: 'Mon compte',
    groups: {
      enrolments: 'Inscriptions',
      checking: 'Contrôle',
      exam: 'Épreuves',
      results: 'Résultats',
      house: 'Règles et personnes',
    },
    statistics: 'Statistiques',
  },
  number: (number: string): string => `N°${NBSP}${number}`,
} as const;

/** What a page says was just done, by its name in the address. */
export const officeFlash = {
  'demande-notee': 'La demande est notée. Le candidat lit «\u00a0Aménagement demandé\u00a0».',
  'demande-retiree': "C'est noté\u00a0: la demande n'est pas arrivée.",
  inchange: "Rien ne différait\u00a0: rien n'a été changé.",
  ...unitsTexts.flash,
  'reserve-levee': "La réserve est levée. Le candidat l'apprend par mail.",
  ecartee: "L'inscription est écartée. Le candidat l'apprend par mail, avec vos motifs et comment contester.",
  ...appealTexts.flash,
  retablie: "L'inscription est rétablie. Le candidat l'apprend par mail.",
} as const;
