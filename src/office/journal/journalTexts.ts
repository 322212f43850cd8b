import { parisDay } from '../../platform/time.ts';
import { clockTime, plural, quoted, shortDay, shortInstant } from '../../ui/index.ts';
import type { ActKind } from './rules/actKind.ts';

const kinds: Readonly<Record<ActKind, string>> = {
  enrolments: 'Inscriptions',
  pieces: 'Pièces et décisions',
  readings: 'Consultations',
  papers: 'Documents et messages',
  closing: 'Relances et clôture',
  exam: 'Épreuves et convocations',
  marks: 'Notes et résultats',
  jury: 'Jurys',
  accounts: 'Comptes et connexions',
  rules: 'Règles',
  staff: 'Personnel',
  other: 'Autres',
};

export const journalTexts = {
  title: 'Journal',
  number: 'Numéro',
  example: 'BP24-00127-K',
  submit: 'Filtrer',
  clear: 'Tout le journal',
  wrongNumber: (typed: string): string => `Numéro\u00a0: aucun dossier de l'académie n'a ${quoted(typed)}. Relisez-le.`,
  wrongActor: (typed: string): string =>
    `Fait par\u00a0: personne de l'académie n'est ${quoted(typed)}. Choisissez un nom de la liste.`,
  unknownFilter: (name: string): string =>
    `Filtre ${quoted(name)}\u00a0: cette page ne le connaît pas. Choisissez parmi ceux qui suivent.`,
  wrongAct: (typed: string): string => `Acte\u00a0: ${quoted(typed)} n'est pas de la liste. Choisissez-en un.`,
  of: (number: string): string => `Dossier ${number}`,
  by: 'Fait par',
  everybody: 'Tout le monde',
  day: 'Jour',
  dayExample: '15/11/2023',
  wrongDay: (typed: string): string => `Jour\u00a0: ${quoted(typed)} n'existe pas. Écrivez-le comme 15/11/2023.`,
  columns: { at: 'Quand', what: 'Quoi', file: 'Dossier ou personne', who: 'Qui' },
  between: (first: Temporal.Instant, last: Temporal.Instant): string =>
    clockTime(first) === clockTime(last) ? shortInstant(last) : `${shortInstant(first)} à ${clockTime(last)}`,
  times: (what: string, count: number): string => `${what} (${count}\u00a0fois)`,
  subjects: (count: number): string => plural(count, 'dossier ou personne', 'dossiers ou personnes'),
  draft: (since: Temporal.Instant): string => `brouillon du ${shortDay(parisDay(since))}`,
  older: 'Plus anciennes',
  newest: 'Les plus récentes',
  signIns: 'Avec les connexions',
  noSignIns: 'Sans les connexions',
  empty: 'Rien au journal',
  emptyText: "Le premier acte d'un candidat ou du personnel y apparaîtra.",
  nothing: 'Rien ne répond à ces filtres',
  nothingText: 'Élargissez-les, ou revenez à tout le journal.',
  verify: 'Vérifier ces lignes',
  verifyHint:
    'Recalcule la chaîne entière de chaque dossier de cette page\u00a0: une ligne changée ou enlevée se verrait.',
  intact: (chains: number): string =>
    chains < 2
      ? 'Vérifié\u00a0: la chaîne de ce dossier est intacte.'
      : `Vérifié\u00a0: les ${chains} chaînes de cette page sont intactes.`,
  broken: (entries: number): string =>
    `Attention\u00a0: ${plural(entries, 'ligne ne correspond pas à sa chaîne', 'lignes ne correspondent pas à leur chaîne')}. Ne changez rien et prévenez l'administrateur.`,
  act: 'Acte',
  everyAct: 'Tous les actes',
  kinds,
  seals: {
    title: 'Scellé',
    last: (day: string, entries: number, chains: number): string =>
      `Le journal du ${day} est scellé\u00a0: ${plural(entries, 'acte', 'actes')}, ${plural(chains, 'chaîne', 'chaînes')}. Empreinte\u00a0:`,
    none: 'Le premier scellé se fait au démarrage du serveur, puis chaque nuit.',
    hint: "Le serveur l'écrit aussi chaque nuit dans ses propres lignes, que le service informatique garde ailleurs\u00a0: elle prouve plus tard que rien n'a été enlevé, pas même un dossier entier. La commande «\u00a0npm run journal\u00a0» relit tout le journal et la compare.",
  },
};
