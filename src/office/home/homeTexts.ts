import type { ResolvedSession } from '../../catalogue/index.ts';
import { dayInWords, endInWords, instantInWords } from '../../platform/french/dates.ts';
import { listing, plural, quoted } from '../../platform/french/french.ts';
import { upTo } from '../../scope/index.ts';
import type { Deadline } from './rules/nearestDeadline.ts';

const SHOWN = 5;
const shownSome = (names: readonly string[]): string =>
  names.length <= SHOWN ? listing(names) : listing([...names.slice(0, SHOWN), `${names.length - SHOWN} autres`]);

export const homeTexts = {
  title: 'Ce qui attend',
  scope: (portfolios: readonly string[] | null): string =>
    portfolios === null
      ? "Toute l'académie"
      : portfolios.length === 0
        ? 'Aucun groupe de spécialités'
        : `${portfolios.length < 2 ? 'Groupe' : 'Groupes'} ${listing(portfolios)}`,
  figure: upTo,
  start: 'Commencer',
  nothing: 'Rien à contrôler',
  nothingYet: "Rien à contrôler pour l'instant",
  nothingText: "Aucune pièce remise n'attend. Les prochaines arriveront ici.",
  nothingBut: (count: number): string =>
    `${plural(count, 'dépôt est', 'dépôts sont')} en cours de lecture\u00a0: rien ne s'y décide avant.`,
  beingRead: 'En cours de lecture',
  beingReadDetail: "comprises dans les chiffres ci-contre\u00a0; rien ne s'y décide avant",
  unreadSheets: (count: number): string => `dont ${count} en cours de lecture`,
  pieces: 'Les pièces',
  documents: 'Les documents',
  files: 'Les inscriptions',
  toCheck: 'À contrôler',
  toCheckDetail: 'remises par le candidat',
  corrected: 'Corrigées depuis un refus',
  notHandedOver: "Déposées sans «\u00a0J'ai fourni toutes mes pièces\u00a0»",
  notHandedOverDetail: "le candidat n'a pas dit qu'elles peuvent être contrôlées",
  fileStates: {
    'under-reserve': 'Sous réserve, à examiner',
    'to-sign': 'Enregistrées, à signer',
    signed: 'Confirmations reçues, à valider',
    validated: 'Validées',
  },
  deadline: ({ kind, session, group, at }: Deadline, distance: string): string => {
    const what = {
      closing: 'clôture des inscriptions',
      pieces: `dépôt des pièces ${quoted(group ?? '')}`,
      corrections: 'fin des corrections',
      exam: 'premières épreuves',
      results: 'résultats',
    }[kind];
    const when = {
      closing: endInWords,
      pieces: endInWords,
      corrections: endInWords,
      exam: () => dayInWords(session.examStartsOn.on),
      results: instantInWords,
    }[kind];
    return `Prochaine échéance (${session.label})\u00a0: ${what}, le ${when(at)}, ${distance}.`;
  },
  atExam: ({ label, examStartsOn }: ResolvedSession): string =>
    `Les épreuves de la ${label} ont commencé le ${dayInWords(examStartsOn.on)}.`,
  noDeadline: "Toutes les échéances des sessions de l'académie sont passées.",
  yours: {
    accommodation: {
      title: "Aménagements d'épreuves",
      text: "Vous examinez ici les demandes d'aménagement et les documents de santé qui peuvent dispenser d'une pièce. Personne d'autre que votre service ne les lit.",
      requests: 'Demandes à traiter',
      waiting: (count: number): string =>
        `${plural(count, "demande d'aménagement est", "demandes d'aménagement sont")} à traiter.`,
      see: 'Voir les demandes',
    },
    jury: {
      title: 'Notes et jury',
      text: 'Vous saisissez les notes des lots qui vous sont attribués, après les épreuves.',
      marks: 'Voir mes lots de notes',
    },
    admin: {
      title: 'Administration',
      text: "Vous configurez l'académie\u00a0: qui travaille ici, avec quelle fonction. Les dossiers des candidats sont réservés aux gestionnaires.",
    },
  },
  staff: 'Gérer le personnel',
  journal: 'Lire le journal',
  troublesTitle: 'Une panne à signaler',
  damaged: (receipts: readonly string[]): string =>
    `${plural(receipts.length, "fichier déposé n'est plus lisible ou a changé", 'fichiers déposés ne sont plus lisibles ou ont changé')} depuis le dépôt (reçu ${shownSome(receipts)}). Prévenez le service informatique, qui peut les reprendre d'une sauvegarde. Ne refusez aucune pièce pour cela.`,
  damagedPapers: (references: readonly string[]): string =>
    `${plural(references.length, "document émis n'est plus lisible ou a changé", 'documents émis ne sont plus lisibles ou ont changé')} depuis l'émission (${shownSome(references)}). Prévenez le service informatique, qui peut les reprendre d'une sauvegarde.`,
  damagedProofs: (numbers: readonly string[]): string =>
    `${plural(numbers.length, "lettre d'après laquelle vous avez saisi n'est plus lisible ou a changé", "lettres d'après lesquelles vous avez saisi ne sont plus lisibles ou ont changé")} (${numbers.length < 2 ? 'dossier' : 'dossiers'} ${shownSome(numbers)}). Si vous avez le papier, joignez-le de nouveau à la page «\u00a0Saisir pour le candidat\u00a0» du dossier.`,
} as const;
