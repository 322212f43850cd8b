import { MOST_COUNTED } from '../../scope/index.ts';
import { exactInstant, listing, plural, quoted, shortInstant, wholeNumber } from '../../ui/index.ts';
import { asWritten, type TemplateVariable } from '../rules/variables.ts';

/** What a file may have nothing to give for, and what to do then. */
const LACKING: { readonly [Name in TemplateVariable]?: string } = {
  piece: "Ce modèle parle d'une pièce\u00a0: choisissez-la dans la liste, puis insérez-le de nouveau.",
  deadline: "Ce modèle donne une échéance, et ce candidat n'en a plus. Choisissez-en un autre.",
};

/** The words of *Messages*, for the office. */
export const messageOfficeTexts = {
  title: 'Messages',
  waits: 'sans réponse',
  order:
    "Ceux qui attendent une réponse, depuis le plus longtemps d'abord. Toutes les conversations\u00a0: la dernière d'abord. Le texte des messages se lit dans chaque conversation, et sa lecture est notée\u00a0: un candidat a pu y confier ce qui ne regarde que lui.",
  count: (count: number): string =>
    count > MOST_COUNTED ? `plus de ${wholeNumber(MOST_COUNTED)}` : plural(count, 'conversation', 'conversations'),
  filters: 'Filtrer les messages',
  state: 'État',
  waiting: 'Sans réponse',
  all: 'Toutes les conversations',
  followed: 'Suivies par',
  everybody: 'Tout le monde',
  me: 'Moi',
  templates: 'Modèles',
  lots: 'Envois',
  columns: {
    name: 'Candidat',
    number: 'Numéro',
    about: 'Pièces dont il est question',
    waiting: 'Attente',
    last: 'Dernier message',
    follower: 'A répondu',
  },
  nobody: 'personne encore',
  notRead: 'pas encore lu',
  messages: (count: number): string => plural(count, 'message', 'messages'),
  days: (days: number): string => (days < 1 ? "aujourd'hui" : plural(days, 'jour', 'jours')),
  answered: 'répondu',
  by: {
    candidate: (at: Temporal.Instant): string => `candidat, ${shortInstant(at)}`,
    office: (at: Temporal.Instant): string => `bureau, ${shortInstant(at)}`,
  },
  empty: "Aucun message n'attend de réponse",
  emptyText: 'Les prochains messages des candidats de vos groupes arriveront ici.',
  emptyFiltered: 'Aucune conversation ne correspond à ces filtres',
  emptyFilteredText: 'Enlevez un filtre pour en voir davantage.',
  next: 'Suite de la liste',
  first: 'Revenir au début',
  thread: {
    back: 'Messages',
    file: 'Dossier complet',
    title: (name: string): string => `Messages, ${name}`,
    waits: (count: number, since: string): string =>
      `${plural(count, 'message attend', 'messages attendent')} une réponse depuis le ${since}.`,
    nothing: "Aucun message n'attend de réponse.",
    unreached:
      "Sa messagerie refuse nos courriers\u00a0: le mail qui le prévient n'arrivera pas. Téléphonez-lui aussi.",
    asked: 'À répondre',
    exchanges: 'Autres échanges',
    noOther: "Rien d'autre n'a été écrit.",
    none: "Rien n'a encore été écrit. Vous pouvez écrire en premier.",
    older: 'Messages plus anciens',
    newest: 'Revenir aux derniers messages',
    candidate: 'Le candidat',
    toMany: 'Écrit à une liste de candidats',
    readBy: (who: readonly string[]): string => `Lu par ${listing(who)}`,
    readByCandidate: (at: Temporal.Instant): string => `Lu par le candidat le ${exactInstant(at)}`,
    notReadByCandidate: 'Pas encore lu par le candidat',
    standings: {
      waiting: "En attente d'une réponse",
      answered: (at: Temporal.Instant): string => `Répondu le ${exactInstant(at)}`,
      settled: (who: string, at: Temporal.Instant): string =>
        `Sans réponse à faire, dit par ${who} le ${exactInstant(at)}`,
    },
    write: { answer: 'Répondre', first: 'Écrire au candidat' },
    template: 'Modèle de réponse',
    insert: 'Insérer le modèle',
    piece: 'Pièce dont il est question',
    words: 'Message au candidat',
    hint: "Le candidat lit ce texte dans son compte, au nom du service, ou dans une lettre s'il n'a pas d'adresse mail. Le mail qui le prévient n'en dit rien.",
    missing: 'Écrivez le message',
    chooseTemplate: 'Choisissez un modèle dans la liste',
    templateGone: "Ce modèle vient d'être retiré. Choisissez-en un autre.",
    lacking: (name: TemplateVariable): string =>
      LACKING[name] ?? `Ce dossier ne dit rien pour ${quoted(asWritten(name))}. Choisissez un autre modèle.`,
    inserted: "Le modèle est rempli avec ce dossier. Relisez-le\u00a0: rien n'est encore envoyé.",
    submit: 'Envoyer au candidat',
    settle: 'Pas de réponse à faire',
    settleHint: "Un remerciement, un message sans question\u00a0: le candidat lira qu'il a été lu. Aucun mail ne part.",
    head: 'Le dossier',
    pieces: 'Ses pièces',
    pieceColumns: ['Pièce', 'État'],
    health:
      "S'il confie ce que seul un autre service doit lire, ne le reprenez pas dans votre réponse\u00a0: dites-lui à qui s'adresser (modèle «\u00a0Question confidentielle\u00a0»).",
  },
  file: {
    title: 'Messages',
    none: 'Aucun message.',
    gone: 'Effacés à la fermeture du compte. Écrivez par la poste.',
    waits: (count: number, since: string): string =>
      `${plural(count, 'message attend', 'messages attendent')} une réponse depuis le ${since}.`,
    last: {
      candidate: (at: Temporal.Instant): string => `Dernier message\u00a0: le candidat, le ${exactInstant(at)}.`,
      office: (at: Temporal.Instant): string => `Dernier message\u00a0: le bureau, le ${exactInstant(at)}.`,
    },
    read: 'Lire et répondre',
    write: 'Écrire au candidat',
  },
  home: { title: 'Les messages', waiting: 'Sans réponse', detail: 'des candidats attendent' },
} as const;
