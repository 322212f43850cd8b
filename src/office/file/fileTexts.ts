import { dayBeforeMidnight } from '../../platform/french/dates.ts';
import { parisDay } from '../../platform/time.ts';
import type { FileState } from '../../scope/index.ts';
import { clockTime, listing, numericDay, plural, shortInstant, untilInWords } from '../../ui/index.ts';

export const fileTexts = {
  back: 'Dossiers',
  unreached: {
    title: "Nos courriers n'arrivent plus",
    text: (since: Temporal.Instant): string =>
      `La messagerie de ce candidat refuse nos courriers depuis le ${shortInstant(since)}. Téléphonez-lui\u00a0: il corrige son adresse à la page de son compte.`,
  },
  version: (version: number): string => `version ${version}`,
  state: 'Où en est cette inscription',
  states: {
    'under-reserve':
      "Enregistrée sous réserve\u00a0: d'après les déclarations, une condition n'est pas remplie. Elle ne peut pas être validée avant la décision d'une personne.",
    'to-sign': "Enregistrée. La confirmation signée n'est pas encore arrivée pour cette version.",
    signed: 'Enregistrée et signée. Elle sera validée quand toutes les pièces attendues à la clôture seront conformes.',
    validated: 'Validée\u00a0: elle est définitive.',
    withdrawn: 'Retirée par le candidat. Elle ne compte plus.',
    'set-aside': 'Écartée par le bureau. Elle ne compte plus.',
    cancelled: 'Annulée. Elle ne compte plus.',
  } satisfies Record<FileState, string>,
  /** Signed, and not notified. */
  setAsideSigned:
    "Écartée par une décision signée\u00a0: l'inscription prend fin quand le candidat en est notifié, sauf si un recours est accepté.",
  since: (when: Temporal.Instant): string => `Depuis le ${shortInstant(when)}.`,
  changing:
    'Le candidat est en train de modifier son inscription\u00a0: ce qui suit est la dernière version enregistrée.',
  todo: (count: number): string => `Ce que le candidat lit comme restant à faire (${count})`,
  contact: 'Joindre le candidat',
  representative: {
    title: 'Représentant légal',
    told: 'Le candidat est mineur\u00a0: son représentant reçoit copie de nos mails, et les lettres sont aussi à son nom.',
    noMail:
      "Le candidat est mineur\u00a0: les lettres sont aussi au nom de son représentant, qui n'a pas donné de mail. Téléphonez-lui ce qui presse.",
    none: 'Mineur, sans représentant légal connu',
    noneText:
      "Ce qui est dit à un mineur l'est aussi à qui répond de lui. Demandez au candidat qui il est, et de l'indiquer à la première étape de son inscription, ou saisissez-le pour lui.",
  },
  mail: 'Adresse mail',
  civilStatus: 'État civil',
  correct: "Corriger l'état civil",
  pieces: 'Pièces',
  pieceColumns: { piece: 'Pièce', given: 'Déposée', due: 'Échéance', state: 'État' },
  pieceLine: {
    noFile: 'Aucun fichier',
    beingRead: 'En cours de lecture\u00a0: rien ne se décide avant',
  },
  /** In the cell of a table: `12/12/2025, 17 h 00`, `07/03/2026 inclus`. */
  due: (end: Temporal.Instant): string => {
    const lastDay = dayBeforeMidnight(end);
    return lastDay === null ? `${numericDay(parisDay(end))}, ${clockTime(end)}` : `${numericDay(lastDay)} inclus`;
  },
  given: (count: number, day: string): string => (count < 2 ? day : `${day} (${plural(count, 'fichier', 'fichiers')})`),
  /** The rest is read aloud. */
  depositFor: { short: 'Déposer', rest: ' un fichier pour le candidat' },
  notHandedOver: 'Pas encore remise par le candidat',
  notAdmitted: {
    title: 'Des attestations manquent',
    missing: (pieces: readonly string[], due: Temporal.Instant): string =>
      pieces.length < 2
        ? `La pièce ${listing(pieces)}, à donner ${untilInWords(due)}, n'est pas donnée, et aucune dispense n'est accordée.`
        : `Les pièces ${listing(pieces)}, à donner ${untilInWords(due)}, ne sont pas données, et aucune dispense n'est accordée.`,
    open: (until: Temporal.Instant): string =>
      `Depuis qu'il a été invité à répondre, le candidat peut encore en donner ${untilInWords(until)}.`,
    units: (units: readonly string[]): string =>
      units.length < 2 ? `Unité concernée\u00a0: ${listing(units)}.` : `Unités concernées\u00a0: ${listing(units)}.`,
    unitsUnknown:
      'Les unités concernées ne sont pas encore inscrites dans les règles de cette spécialité\u00a0: au bureau de les indiquer.',
    stillValid:
      "L'inscription n'en est pas annulée, et le candidat garde sa place tant qu'une décision ne l'a pas laissé hors d'une unité.",
  },
  papers: 'Documents',
  noPaper: "Aucun document n'a encore été émis.",
  paperColumns: { title: 'Document', issued: 'Émis', opened: 'Ouvert' },
  notOpened: 'pas encore',
  forExam: "S'ouvre par son candidat et par le chef de bureau, qui prépare l'examen",
  eligibility: "Conditions d'inscription",
  doubts: 'Acquis à juger',
  held: 'Notes demandées, et ce que nous savons déjà',
  grades: {
    eligible: "Remplies, d'après les déclarations du candidat.",
    'to-check': 'Une condition au moins est à vérifier.',
    'not-eligible': "D'après les déclarations, une condition n'est pas remplie.",
  },
  summary: 'Ce qui est enregistré',
  unreadable: 'Les réponses enregistrées ne peuvent plus être lues avec les règles en vigueur.',
  versions: 'Versions',
  versionTitle: (version: number): string => `Version ${version}`,
  firstVersion: 'Premier enregistrement.',
  unchanged: 'Aucune différence lisible avec la version précédente.',
  change: (label: string, before: string, after: string): string =>
    `${label}\u00a0: ${before === '' ? 'rien' : before} → ${after === '' ? 'rien' : after}`,
  timeline: "Ce qui s'est passé",
  times: (text: string, count: number): string => (count < 2 ? text : `${text} (${count} fois)`),
  timelineCut: (count: number): string => `Les ${count} dernières lignes.`,
  wholeJournal: 'Tout le journal de ce dossier',
} as const;
