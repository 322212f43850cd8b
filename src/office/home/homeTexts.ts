import type { ResolvedSession } from '../../catalogue/index.ts';
import {
  briefEnd,
  briefInstant,
  dayAndMonth,
  dayInWords,
  endInWords,
  instantInWords,
} from '../../platform/french/dates.ts';
import { capital, listing, plural, quoted } from '../../platform/french/french.ts';
import { parisDay } from '../../platform/time.ts';
import { type Sought, upTo } from '../../scope/index.ts';
import type { Deadline } from './rules/nearestDeadline.ts';
import type { SessionDate } from './rules/sessionsInView.ts';

const SHOWN = 5;
const shownSome = (names: readonly string[]): string =>
  names.length <= SHOWN ? listing(names) : listing([...names.slice(0, SHOWN), `${names.length - SHOWN} autres`]);

/** Whose turn it is, where it is somebody's. */
const TURN: Readonly<Partial<Record<Sought, string>>> = {
  'to-sign': 'le candidat doit signer',
  'missing-pieces': 'signées, le candidat doit les donner',
  'all-given': 'signées, tout est donné\u00a0: au bureau de contrôler',
  'under-reserve': 'au bureau de décider',
};

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
  beingReadDetail: (sheets: number): string =>
    `comprises dans les chiffres ci-contre${sheets === 0 ? '' : `, dont ${plural(sheets, 'confirmation signée', 'confirmations signées')}`}\u00a0; rien ne s'y décide avant`,
  /** Before anybody is registered. */
  first: {
    lead: "Personne n'est encore inscrit, et rien n'attend. Voici par quoi commencer.",
    leadOfGroups:
      "Personne n'est encore inscrit dans vos groupes, et rien n'attend. D'ici là, vous pouvez déjà aider un candidat.",
    steps: {
      rules: { what: 'Relire les règles et les dates, et compléter ce que la loi fait écrire', where: 'Règles' },
      staff: { what: 'Inviter qui travaille ici, avec ses groupes de spécialités', where: 'Personnel' },
      signers: { what: 'Dire qui peut signer quoi, et par quel arrêté', where: 'Délégations de signature' },
      list: { what: 'Reprendre les inscrits du système en place, si le bureau en change', where: 'Importer une liste' },
      paper: { what: 'Saisir une inscription reçue sur papier', where: 'Inscription sur papier' },
      call: { what: "Aider qui n'a pas fini de s'inscrire", where: "Quelqu'un appelle" },
    },
  },
  documents: 'Les documents',
  toCheck: 'À contrôler',
  toCheckDetail: 'remises par le candidat',
  corrected: 'Corrigées depuis un refus',
  notHandedOver: "Déposées sans «\u00a0J'ai fourni toutes mes pièces\u00a0»",
  notHandedOverDetail: "le candidat n'a pas dit qu'elles peuvent être contrôlées",
  picture: {
    dates: (session: string): string => `Les dates de la ${session}`,
    date: {
      opening: 'Ouverture',
      closing: 'Clôture',
      corrections: 'Fin des corrections',
      exam: 'Épreuves',
      results: 'Résultats',
    },
    /** On a line of dates, where the year is the session's. */
    when: ({ kind, at }: SessionDate): string =>
      at === null
        ? 'date à venir'
        : kind === 'exam'
          ? dayAndMonth(parisDay(at))
          : (kind === 'opening' || kind === 'results' ? briefInstant : briefEnd)(at),
    other: (session: string, files: number): string =>
      `${capital(session)}\u00a0: ${files === 0 ? 'aucune inscription' : plural(files, 'inscription', 'inscriptions')}`,
    files: (session: string): string => `Les inscriptions à la ${session}`,
    /** Of a file, what it waits for; whose turn it is. */
    parts: {
      'to-sign': 'Enregistrées, à signer',
      'missing-pieces': 'Pièces manquantes',
      'all-given': 'Complètes, à contrôler',
      'under-reserve': 'Sous réserve, à examiner',
      validated: 'Validées',
      withdrawn: 'Retirées',
      'set-aside': 'Écartées',
      cancelled: 'Annulées',
    } satisfies Record<Exclude<Sought, 'signed' | 'complete' | 'incomplete' | 'unsigned'>, string>,
    turn: TURN,
    none: "Aucune inscription enregistrée pour l'instant. Chacune apparaîtra ici dès son premier enregistrement.",
    drafts: (count: number): string =>
      `${plural(count, "inscription est commencée et n'est pas enregistrée", 'inscriptions sont commencées et ne sont pas enregistrées')}\u00a0: le bureau n'en lit une que pour aider son candidat, au téléphone ou sur papier.`,
    noneOf: (parts: readonly string[]): string => `Aucune inscription n'est ${listing(parts, 'ou')}.`,
    partOf: {
      'to-sign': 'à signer',
      'missing-pieces': 'incomplète',
      'all-given': 'complète et à contrôler',
      'under-reserve': 'sous réserve',
      validated: 'validée',
      withdrawn: 'retirée',
      'set-aside': 'écartée',
      cancelled: 'annulée',
    } satisfies Record<Exclude<Sought, 'signed' | 'complete' | 'incomplete' | 'unsigned'>, string>,
  },
  dashboard: 'Tableau de bord\u00a0: les chiffres de la session',
  todo: 'À faire',
  /** What there is none of, on one line. */
  nothingElse: (things: readonly string[], something: boolean): string =>
    `${something ? "Rien d'autre n'attend" : "Rien n'attend"}\u00a0: ${listing(things)}.`,
  noneOf: {
    corrected: 'aucune pièce corrigée depuis un refus',
    notHandedOver: 'aucune pièce déposée sans être remise',
    toCheck: 'aucune pièce remise à contrôler',
    messages: 'aucun message sans réponse',
  },
  groups: {
    title: 'Qui attend, et depuis quand',
    columns: ['Groupe', 'Qui le suit', 'Pièces à contrôler', 'Messages sans réponse'],
    group: (code: string): string => `Groupe ${code}`,
    noGroup: "D'aucun groupe",
    nobody: 'personne',
    none: { pieces: 'aucune', messages: 'aucun' },
    since: (at: Temporal.Instant, distance: string): string => `depuis le ${dayAndMonth(parisDay(at))} (${distance})`,
    quiet: (codes: readonly string[]): string =>
      `Rien n'attend dans ${codes.length < 2 ? 'le groupe' : 'les groupes'} ${listing(codes)}.`,
  },
  deadline: ({ kind, session, group, at }: Deadline, name: string, distance: string): string => {
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
    return `Prochaine échéance (${name})\u00a0: ${what}, le ${when(at)}, ${distance}.`;
  },
  atExam: ({ examStartsOn }: ResolvedSession, name: string): string =>
    `Les épreuves ont commencé le ${dayInWords(examStartsOn.on)} (${name}).`,
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
      text: 'Après les épreuves, vous saisissez les notes des lots qui vous sont attribués\u00a0; puis vous siégez dans vos jurys.',
      marks: 'Voir mes lots de notes',
      juries: 'Voir mes jurys',
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
