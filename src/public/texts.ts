import { capital } from '../platform/french/french.ts';
import { listing, plural, quoted, withDe } from '../ui/index.ts';
import { api } from './texts/api.ts';
import { calendarFile } from './texts/calendarFile.ts';
import { conditions, front } from './texts/front.ts';
import { howTo } from './texts/howTo.ts';
import { simulator } from './texts/simulator.ts';
import { speciality } from './texts/speciality.ts';
import { verify } from './texts/verify.ts';

/** Every French sentence of the short public pages. The long ones have their own file under `texts/`. */
export const texts = {
  api,
  capital,
  simulator,
  speciality,
  verify,
  site: 'Inscriptions aux examens',
  officer: (code: string): string => `Gestionnaire ${code}`,
  session: (diploma: string, label: string, demonstration: boolean): string =>
    `${diploma}, ${label}${demonstration ? ' (démonstration)' : ''}`,

  chrome: {
    calendar: 'Calendrier',
    specialities: 'Spécialités',
    help: 'Aide',
    contact: 'Contact',
    signIn: 'Se connecter',
    mySpace: 'Mon espace',
    demonstration: 'Comptes, horloge et mails',
    rehearsal: 'Répétition\u00a0: vos règles et votre équipe, des candidats inventés, aucun mail ne part.',
    rehearsalLink: 'Horloge et mails',
    named: (place: string, deadline: string): string =>
      `${place}\u00a0: ${deadline.slice(0, 1).toLowerCase()}${deadline.slice(1)}.`,
    others: 'Toutes les dates',
    bannerFrom: (academy: string | null): string => `${academy ?? 'Information du rectorat'}\u00a0:`,
    coming: (opening: string, distance: string): string => `Ouverture des inscriptions le ${opening}, ${distance}`,
    open: (closing: string, distance: string): string => `Inscriptions ouvertes jusqu'au ${closing}, ${distance}`,
    closed: (since: string): string => `Inscriptions closes ${since}`,
    /** On one line of a phone. */
    brief: {
      coming: (opening: string, distance: string): string => `Ouverture ${opening} · ${distance}`,
      open: (closing: string, distance: string): string => `Clôture ${closing} · ${distance}`,
      closed: (closing: string): string => `Clos depuis le ${closing}`,
    },
  },

  pages: {
    simulator: simulator.title,
    average: simulator.average.title,
    front: 'Accueil',
    howTo: howTo.title,
    calendar: 'Calendrier',
    specialities: 'Spécialités',
    help: 'Aide',
    contact: 'Contact',
    verify: verify.title,
    signUp: 'Créer mon compte',
    signIn: 'Me connecter',
    accessibility: 'Accessibilité\u00a0: non conforme',
    privacy: 'Données personnelles',
    legal: 'Mentions légales',
    map: 'Plan du site',
    scheme: 'Apparence',
    demonstration: 'La démonstration',
  },

  front,
  howTo,
  conditions,

  scope: {
    label: 'Examen et académie',
    exam: 'Examen',
    academy: 'Académie',
    everyExam: 'Tous les examens',
    everyAcademy: 'Toutes les académies',
    choose: 'Choisissez votre académie, en haut de la page, pour lire qui suit chaque spécialité.',
    chooseExam: 'Choisissez votre examen, en haut de la page, pour lire qui suit chaque spécialité.',
  },

  search: {
    label: 'Votre métier',
    hint: 'Exemple\u00a0: coiffeuse, maçon, boulanger.',
    submit: 'Chercher',
    missing: 'Écrivez le nom de votre métier.',
    tooLong: (most: number): string => `Votre métier\u00a0: ${most} signes au plus. Un mot suffit.`,
    found: (count: number, word: string): string =>
      `${plural(count, 'spécialité trouvée', 'spécialités trouvées')} pour ${quoted(word)}`,
    none: (word: string): string => `Aucune spécialité pour ${quoted(word)}`,
    noneText: 'Essayez un autre mot, ou un mot plus court. Toutes les spécialités sont aussi dans la liste.',
    all: 'Voir toutes les spécialités',
    results: (word: string): string => `Spécialités pour ${quoted(word)}`,
    contactResults: (word: string): string => `Gestionnaire pour ${quoted(word)}`,
  },

  calendarFile,
  calendar: {
    title: 'Calendrier',
    description:
      'Ouverture et clôture des inscriptions, échéances des pièces, examen\u00a0: toutes les dates de chaque session.',
    lead: 'Les dates de chaque session, de la première à la dernière. Toutes les heures sont celles de Paris.',
    none: "Aucune session n'est annoncée",
    noneText: 'Les dates de la prochaine session seront affichées ici dès que le rectorat les aura fixées.',
    over: (session: string): string => `${session}\u00a0: inscriptions terminées`,
    timeline: (session: string): string => `Dates, ${session}`,
    past: '(passé)',
    next: 'Prochaine date',
    opening: 'Ouverture du registre des inscriptions.',
    closing: 'Clôture du registre des inscriptions.',
    closingText: 'Après cette heure, aucune inscription ni modification.',
    piecesOpen: (groups: readonly string[]): string => `Début du dépôt des pièces\u00a0: ${listing(groups)}.`,
    piecesBeforeHour: 'Pièces à déposer avant cette heure\u00a0:',
    piecesBeforeDay: (lastDay: string): string =>
      `Pièces à déposer avant ce jour, donc jusqu'au ${lastDay} inclus\u00a0:`,
    pieces: (groups: readonly string[]): string => `${listing(groups)}.`,
    corrections:
      'Fin des corrections\u00a0: une pièce donnée à temps et refusée ensuite peut être redéposée jusque-là.',
    correctionsUnsettled: 'Date à confirmer par le rectorat.',
    exam: "Début des épreuves de l'examen.",
    examUnsettled: 'Mois habituel, à confirmer. Votre convocation donnera le jour, le lieu et les heures.',
    results: 'Publication des résultats.',
    resultsUnsettled: 'Date à confirmer.',
    resultsUnknown: "Résultats\u00a0: la date n'est pas encore connue.",
    piecesPage: 'Aide au dépôt des pièces',
  },

  specialities: {
    title: 'Spécialités',
    description:
      'Les spécialités de chaque examen\u00a0: épreuves, langues, attestations de travail en hauteur et gestionnaire de chacune.',
    lead: (session: string): string =>
      `Ce que demande chaque spécialité, et qui la suit.${session === '' ? '' : ` ${session}.`}`,
    brings: 'Ce que demande cette spécialité',
    units: ({ units, tests }: { readonly units: number; readonly tests: number | null }): string =>
      `${plural(units, 'unité', 'unités')} à passer${tests === null ? '' : ` en ${plural(tests, 'épreuve', 'épreuves')}`}`,
    compulsoryLanguage: 'langue vivante obligatoire',
    optionalLanguage: 'langue vivante facultative possible',
    annexes: (numbers: readonly number[]): string =>
      `attestation de travail en hauteur (R.408, ${numbers.length < 2 ? 'annexe' : 'annexes'} ${listing(numbers.map(String))})`,
    unknownUnitsShort: 'épreuves à préciser par le gestionnaire',
    closed: 'Spécialités fermées',
    closedSummary: (count: number): string => `Voir ${plural(count, 'spécialité fermée', 'spécialités fermées')}`,
    lastSession: (year: number): string => `, dernière session en\u00a0${year}.`,
    closedText: "Elles n'ont plus de session. La spécialité qui les remplace est indiquée quand elle existe.",
    replacedBy: 'Remplacée par',
    regulations: "Le règlement d'examen de chaque spécialité est sur le site du ministère\u00a0:",
    back: 'Toutes les spécialités',
    /** Two codes may bear one name: the years tell them apart. */
    pageTitle: (name: string, first: number | null, last: number | null): string =>
      [name, ...(first === null ? [] : [`depuis ${first}`]), ...(last === null ? [] : [`jusqu'en ${last}`])].join(', '),
    kicker: (exam: string): string => `${exam}, spécialité`,
    code: 'Code du diplôme',
    order: 'Texte',
    status: 'Statut',
    total: 'Somme des coefficients',
    officer: 'Votre gestionnaire',
    officers: 'Votre gestionnaire, selon votre académie',
    scaffolding: 'Travail en hauteur (R.408)',
    scaffoldingText: (annexes: string): string =>
      `Cette spécialité demande une attestation de formation au travail en hauteur\u00a0: ${annexes}.`,
    waiver:
      "Cette dispense est un droit, que vous demandiez ou non un aménagement d'épreuves. Dites à l'étape «\u00a0Qualification présentée\u00a0» que vous avez ce statut\u00a0: vos justificatifs vous la proposent.",
    scaffoldingDue: (before: string): string => `À déposer ${before}.`,
    annexe: { 3: 'annexe 3 (montage)', 4: 'annexe 4 (réception)', 5: "annexe 5 (utilisation d'un échafaudage)" },
  },

  contact: {
    title: 'Contact',
    description: 'Téléphone et mail des gestionnaires, spécialité par spécialité.',
    lead: 'Au rectorat, un gestionnaire suit chaque spécialité. Ces numéros et ces adresses sont ceux du service.',
    searchTitle: 'Trouver le gestionnaire de ma spécialité',
    officersTitle: (year: string | null): string =>
      year === null ? 'Tous les gestionnaires' : `Tous les gestionnaires, année scolaire ${year}`,
    hours: 'Si personne ne répond, écrivez un mail.',
    write: "Dans votre mail, donnez votre nom, votre spécialité et votre numéro d'inscription si vous en avez un.",
    duties: (duties: readonly string[]): string => `Suit aussi\u00a0: ${duties.join('\u00a0; ')}.`,
    training: 'Formation au travail en hauteur (R.408)',
    trainingText: 'Cette formation est obligatoire pour certaines spécialités. Elle est payante et à votre charge.',
    funding: (bodies: readonly string[]): string =>
      `Pour un éventuel financement, adressez-vous aux organismes suivants\u00a0: ${listing(bodies, 'ou')}.`,
    academy: (label: string): string => capital(label),
    academies: 'Votre académie',
    academiesText:
      "C'est celle de votre domicile. Les gestionnaires, les centres de formation et les aménagements sont les siens.",
    departments: (names: readonly string[]): string => `Départements\u00a0: ${listing(names)}.`,
    officersOf: (academy: string): string => `Les gestionnaires ${withDe(academy)}`,
    site: "Site de l'académie",
    accommodations: "Demander un aménagement d'épreuves au titre du handicap",
    elsewhere: (departments: readonly string[]): string =>
      `Vous n'habitez pas dans un de ces départements\u00a0: ${listing(departments, 'ou')}\u00a0? Adressez-vous à l'académie de votre domicile.`,
  },

  scheme: {
    title: 'Apparence',
    lead: 'Choisissez les couleurs des pages sur cet appareil.',
    system: "Comme l'appareil",
    light: 'Claire',
    dark: 'Sombre',
    systemHint: 'Claire le jour, sombre la nuit, selon les réglages de votre téléphone ou de votre ordinateur.',
    lightHint: 'Texte foncé sur fond clair.',
    darkHint: 'Texte clair sur fond foncé.',
    field: 'Couleurs des pages',
    missing: 'Choisissez une des trois apparences.',
    save: 'Garder ce choix',
    cookie: 'Ce choix est gardé un an dans un cookie, sur cet appareil seulement.',
    back: 'Revenir à la page précédente',
  },

  legal: {
    accessibility: 'Accessibilité',
    accessibilityLead: "Déclaration d'accessibilité\u00a0: où nous en sommes, et qui appeler si une page vous résiste.",
    privacyLead: 'Quelles données nous demandons, pourquoi, qui les lit, combien de temps, et quels sont vos droits.',
    noticeLead: "Qui publie ce site, où il est hébergé, et d'où viennent ses informations.",
    authority: (authority: string, academy: string): string => `le ${authority} ${withDe(academy)}`,
    unknownAuthority: "le service des examens qui l'exploite",
  },

  map: {
    title: 'Plan du site',
    lead: 'Toutes les pages publiques. Vos inscriptions sont dans votre espace, après connexion.',
    groups: { enrol: "S'inscrire", learn: "S'informer", site: 'À propos du site' },
  },
} as const;
