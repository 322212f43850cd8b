import type { CannotOpen } from '../keptFiles/index.ts';
import { shortInstant } from '../platform/french/dates.ts';
import { plural, wholeNumber } from '../platform/french/french.ts';
import { NATIONAL_COLUMNS } from '../scope/index.ts';

/** The words of *Exports*, and of the files that it gives. */
export const exportTexts = {
  title: 'Exports',
  lead: "La liste des inscriptions d'une session, pour un tableur ou un autre logiciel. Elle ne dit rien des demandes d'aménagements. Chaque export est inscrit au journal.",
  nextSession: 'La prochaine à se clore',
  csv: 'Télécharger en CSV',
  xlsx: 'Télécharger pour un tableur (XLSX)',
  whichColumns: 'Colonnes',
  knownColumns: 'Colonnes connues',
  allColumns: "Toutes celles de l'export national",
  columnsTitle: 'Ce que contient la liste',
  columnsText:
    "La ligne 9 porte les noms des colonnes, les inscriptions commencent à la ligne 10, par numéro. Pour un logiciel qui attend toutes celles de l'export national, dans leur ordre, demandez-les\u00a0: celles que Registre ne connaît pas y sont vides.",
  piecesTitle: "Les pièces d'un candidat",
  piecesText: 'Ouvrez son dossier\u00a0: ses fichiers se téléchargent en une archive ZIP.',
  softwareTitle: 'Logiciels reliés',
  softwareText: "Un autre logiciel de l'académie peut lire où en sont les dossiers, sans fichier à télécharger.",
  software: 'Ouvrir et fermer cette lecture',
  what: (format: string, list: string): string => `${format}, ${list}`,
  unknownFilter: "Un filtre de cette adresse n'existe pas ou n'est pas de vos groupes. Choisissez-le dans la liste.",
  busy: 'Un de vos téléchargements est encore en cours. Attendez sa fin, puis recommencez.',
  crowded: 'Trop de téléchargements sont en cours. Recommencez dans quelques minutes.',
  columns: NATIONAL_COLUMNS,
  listTitle: 'Candidats inscrits',
  head: {
    session: 'Session',
    title: 'Titre',
    establishment: 'Établissement',
    exam: 'Examen',
    speciality: 'Spécialité',
    state: 'État',
    made: 'Édité le',
  },
  made: (at: Temporal.Instant): string => shortInstant(at),
  sheet: 'Inscriptions',
  /** Which list, in the journal and wherever one is kept. */
  list: (session: string, speciality: string, state: string): string =>
    `${session}, ${speciality.toLowerCase()}, ${state.toLowerCase()}`,
  /** Those that one takes again and again. */
  saved: {
    title: 'Exports gardés',
    none: 'Aucun export gardé.',
    noneText:
      "Ce que vous exportez chaque semaine se garde ici sous un nom, avec ses colonnes, et se reprend d'un clic.",
    heads: ['Export', 'Télécharger', 'Retirer'],
    take: 'Reprendre',
    gone: "Ce qu'il demande n'est plus dans vos groupes.",
    columns: (count: number): string => plural(count, 'colonne', 'colonnes'),
    yours: 'Vous seul le voyez.',
    sharedByYou: 'Tout le bureau le voit.',
    sharedBy: (name: string): string => `Gardé par ${name} pour tout le bureau.`,
    forget: 'Oublier',
    keep: 'Garder un export sous un nom',
    name: "Nom de l'export",
    nameHint: "Le même nom remplace l'export que vous gardiez sous lui.",
    nameMissing: "Donnez un nom à l'export.",
    sessionHint: "Sans choix\u00a0: la prochaine à se clore, l'an prochain aussi.",
    all: 'Sans choix\u00a0: toutes.',
    allStates: 'Sans choix\u00a0: tous.',
    columnsMissing: 'Choisissez au moins une colonne.',
    share: 'Le montrer à tout le bureau\u00a0: chacun y trouve les dossiers de ses groupes',
    submit: "Garder l'export",
    tooMany: (most: number): string =>
      `Vous gardez déjà ${most} exports. Oubliez-en un, ou reprenez le nom de l'un d'eux.`,
  },
  /** Made ready without its reader. */
  order: {
    title: 'Export des inscriptions',
    look: 'Compter, puis préparer',
    ahead: (count: number, what: string): string => `${plural(count, 'inscription', 'inscriptions')}\u00a0: ${what}.`,
    csv: 'Préparer en CSV',
    xlsx: 'Préparer pour un tableur (XLSX)',
    prepare: 'Préparer, et revenir la prendre',
    works: 'Mes travaux',
    worksText: 'Ce que vous avez demandé à préparer, et où il en est\u00a0:',
    prepareText:
      'Une longue liste se prépare sans vous\u00a0: fermez la page, elle vous attend quelques jours dans Mes travaux, pour vous seul.',
    states: { planned: 'En préparation', ready: 'Prêt', failed: 'A échoué' },
    ordered: (when: string): string => `Demandé le ${when}.`,
    progressLabel: 'Avancement',
    notBegun: 'pas encore commencé',
    progress: (done: number, total: number): string =>
      `${wholeNumber(done)} sur ${plural(total, 'inscription', 'inscriptions')}`,
    running: 'La liste se prépare. Quittez la page sans crainte\u00a0: elle continue.',
    refresh: 'Rafraîchir',
    ready: (total: number): string =>
      `${plural(total, 'inscription', 'inscriptions')}, au jour où la liste a été faite. Le téléchargement est inscrit au journal.`,
    take: 'Télécharger',
    failed:
      "La liste n'a pas pu être faite. Ce qu'elle demande n'existe plus, ou le serveur a été interrompu trois fois. Redemandez-la\u00a0; si elle échoue encore, choisissez-la de nouveau dans Exports.",
    again: 'Redemander',
    notReady: "Cette liste n'est pas prête\u00a0: rien n'est à télécharger encore.",
    another: 'Un de vos exports est encore en préparation. Attendez sa fin dans Mes travaux, puis demandez celui-ci.',
  },
  flash: {
    'export-garde': "L'export est gardé.",
    'export-oublie': "L'export est oublié.",
  },
  zip: {
    link: 'Télécharger les fichiers (ZIP)',
    none: "Aucun fichier n'est déposé dans ce dossier.",
    unread: (count: number): string =>
      `${plural(count, 'fichier est', 'fichiers sont')} en cours de lecture\u00a0: l'archive ne ${count === 1 ? 'le' : 'les'} contient pas encore, et ${count === 1 ? 'le' : 'les'} nomme.`,
    missing: 'fichiers-non-joints.txt',
    missingText: 'Ces fichiers ne sont pas dans cette archive\u00a0:',
    /** Why one isn't in it; `lost`: its bytes aren't where they were kept. */
    why: {
      'being-read': "reçu, en cours de lecture\u00a0: reprenez l'archive dans quelques minutes",
      'being-scanned': "en cours de contrôle antivirus\u00a0: reprenez l'archive dans quelques minutes",
      infected: "infecté, personne ne peut l'ouvrir",
      erased: 'détruit à la fin de sa durée de conservation',
      lost: 'ne peut pas être montré\u00a0: ouvrez-le depuis le dossier pour lire pourquoi',
    } satisfies Readonly<Record<CannotOpen['code'] | 'lost', string>>,
    line: (name: string, receipt: string, why: string): string => `${name} (reçu ${receipt})\u00a0: ${why}`,
  },
} as const;
