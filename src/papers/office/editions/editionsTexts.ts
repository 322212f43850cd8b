import { plural, shortInstant, wholeNumber } from '../../../ui/index.ts';

const documents = (count: number): string => `${wholeNumber(count)} ${count > 1 ? 'documents' : 'document'}`;

/** The words of *Éditer en nombre*. */
export const editionTexts = {
  title: 'Éditer en nombre',
  lead: "Les documents d'une session, édités ensemble et téléchargés en une archive. Chaque dossier donne le dernier de ses documents, tel que le candidat l'a reçu.",
  link: 'Éditer des documents en nombre',
  linkText: "Toutes les confirmations d'une session, ou les documents d'une sorte pour une liste.",
  nextSession: 'La prochaine à se clore',
  kind: 'Document',
  kindHint: 'Choisissez un document',
  state: 'État du dossier',
  preview: 'Voir ce qui sera édité',
  previewTitle: 'Avant de lancer',
  willPrint: (count: number, title: string): string =>
    `${documents(count)}\u00a0: «\u00a0${title}\u00a0», un par dossier, dans l'ordre des numéros.`,
  without: (count: number): string =>
    count === 0
      ? 'Tous les dossiers de cette liste en ont un.'
      : `${plural(count, 'dossier', 'dossiers')} de cette liste ${count > 1 ? "n'ont" : "n'a"} pas ce document\u00a0: il ne leur a pas été envoyé. Rien ne sera édité pour eux.`,
  told: "Les candidats n'en sont pas avertis\u00a0: ils ont déjà ces documents. L'édition est inscrite au journal, le téléchargement aussi.",
  order: (count: number): string => `Éditer ${documents(count)}`,
  nothing: "Aucun dossier de cette liste n'a ce document. Choisissez un autre document ou une autre liste.",
  refusals: {
    nothing: "Aucun dossier de cette liste n'a ce document. Choisissez un autre document ou une autre liste.",
    'too-many': `Cette liste passe ${wholeNumber(20_000)} documents. Choisissez une spécialité ou un état.`,
    running: 'Une autre édition de votre académie est en cours. Attendez sa fin, ou arrêtez-la, puis recommencez.',
  },
  unknownFilter: "Un choix de cette adresse n'existe pas. Choisissez dans les listes.",
  latest: 'Dernières éditions',
  none: 'Aucune édition',
  noneText: 'Celles que vous lancerez seront ici.',
  columns: ['Édition', 'Liste', 'Lancée le', 'Où elle en est'],
  one: (title: string): string => `Édition\u00a0: ${title}`,
  progressLabel: 'Documents édités',
  progress: (printed: number, total: number): string =>
    `${wholeNumber(printed)} sur ${documents(total)} ${total > 1 ? 'édités' : 'édité'}`,
  states: {
    running: 'En cours',
    stopped: 'Arrêtée',
    finished: 'Terminée',
  },
  ordered: (who: string, at: Temporal.Instant): string => `Lancée par ${who} le ${shortInstant(at)}`,
  runningText:
    "Vous pouvez quitter cette page\u00a0: l'édition continue, même si le serveur redémarre. Revenez ou actualisez pour voir où elle en est.",
  refresh: 'Actualiser',
  stop: "Arrêter l'édition",
  stopText: 'Ce qui est édité reste, et se télécharge.',
  faulty: (count: number): string =>
    `${documents(count)} ${count > 1 ? "n'ont pas pu être édités" : "n'a pas pu être édité"}\u00a0: l'archive les nomme. Signalez-les à votre administrateur.`,
  download: (printed: number): string => `Télécharger ${documents(printed)} (ZIP)`,
  back: 'Éditer en nombre',
  busy: 'Un de vos téléchargements est encore en cours. Attendez sa fin, puis recommencez.',
  crowded: 'Trop de téléchargements sont en cours. Recommencez dans quelques minutes.',
} as const;
