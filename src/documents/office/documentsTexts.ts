import { candidatesInWords } from '../../lots/index.ts';
import { exactInstant, fileSize, shortDay, wholeNumber } from '../../ui/index.ts';
import type { RecipientState } from '../document.ts';

/** The words of what an officer publishes to one candidate or to a list. */
export const documentOfficeTexts = {
  title: 'Publier un document',
  openAlone: 'Publier un document pour ce candidat',
  open: 'Publier un document à ces candidats',
  backToFile: 'Dossier',
  lead: 'Vous verrez qui reçoit le document avant de le publier.',
  leadAlone: (number: string, name: string): string => `Pour ${name}, ${number}, et personne d'autre.`,
  fields: {
    title: 'Titre du document',
    titleHint: 'Il est aussi dans le mail\u00a0: rien de personnel.',
    titleExample: 'Convocation aux épreuves orales',
    titleMissing: 'Donnez un titre au document',
    todo: 'Ce que le candidat doit faire',
    todoExample: "Lisez-la, imprimez-la et apportez-la le jour de l'épreuve.",
    todoMissing: 'Dites en une phrase ce que le candidat doit faire',
    dueOn: 'Au plus tard le',
    dueOnHint: 'Laissez vide si rien ne presse.',
    dueOnExample: '15/03/2024',
    file: 'Le document, en PDF',
    limits: (bytes: number): string =>
      `Un PDF de ${fileSize(bytes)} au plus. Il est relu et réécrit avant d'être gardé\u00a0: ses liens et ses formulaires n'y restent pas.`,
  },
  preview: 'Voir avant de publier',
  chooseAgain: 'Choisissez de nouveau le fichier\u00a0: un navigateur ne le renvoie pas de lui-même.',
  previewTitle: 'Avant de publier',
  will: (count: number): string => `${candidatesInWords(count)} ${count < 2 ? 'recevra' : 'recevront'} ce document.`,
  document: 'Le document',
  look: 'Voir le PDF tel que le candidat le verra',
  what: (todo: string, dueOn: Temporal.PlainDate | null): string =>
    dueOn === null ? todo : `${todo} Au plus tard le ${shortDay(dueOn)}.`,
  scanning: "L'antivirus n'a pas encore lu ce fichier. Il faut un instant, puis vous pourrez le publier.",
  infected: (finding: string): string =>
    `L'antivirus a trouvé ce fichier infecté (${finding}). Il ne peut pas être publié.`,
  submit: (count: number): string => `Publier pour ${candidatesInWords(count)}`,
  abandon: 'Abandonner',
  mailed: 'Chacun en est averti par un mail, qui donne le titre et le lien.',
  wont: 'Qui ne le reçoit pas, et pourquoi',
  wasnt: "Qui ne l'a pas reçu, et pourquoi",
  openedColumn: 'Première ouverture',
  notOpened: 'Pas encore',
  notGiven: 'À venir',
  why: {
    ended: 'Son inscription a pris fin\u00a0: publiez-le depuis son dossier.',
    repeated: 'Il a déjà ce même fichier.',
    withdrawn: "Le document a été retiré avant d'arriver jusqu'à lui.",
  } satisfies Record<Exclude<RecipientState, 'planned' | 'given'>, string>,
  list: 'Documents publiés',
  listColumns: ['Quand', 'Document', 'Par', 'Candidats', 'Remis', 'Ouverts'],
  none: "Aucun document publié pour l'instant",
  howTo:
    'Depuis un dossier, choisissez «\u00a0Publier un document pour ce candidat\u00a0»\u00a0; pour plusieurs, cherchez des dossiers, puis choisissez «\u00a0Publier un document à ces candidats\u00a0» sous la liste.',
  toFiles: 'Chercher des dossiers',
  by: (who: string, at: Temporal.Instant): string => `Publié par ${who}, le ${exactInstant(at)}`,
  progress: (given: number, opened: number, planned: number): string =>
    planned === 0
      ? `${candidatesInWords(given)} ${given < 2 ? 'a' : 'ont'} ce document\u00a0; ${wholeNumber(opened)} ${opened < 2 ? "l'a" : "l'ont"} ouvert.`
      : `Publication en cours\u00a0: ${wholeNumber(given)} ${given < 2 ? 'fait' : 'faits'}, ${wholeNumber(planned)} à faire. Elle continue si vous quittez cette page.`,
  withdrawn: (who: string, at: Temporal.Instant, reason: string): string =>
    `Retiré par ${who}, le ${exactInstant(at)}. Motif\u00a0: ${reason}`,
  withdrawnShort: 'Retiré',
  withdraw: 'Retirer ce document',
  withdrawalTitle: 'Retirer un document publié',
  withdrawalLead: (title: string, given: number): string =>
    `${title}. ${given === 0 ? "Personne ne l'a encore." : `${candidatesInWords(given)} ${given < 2 ? "l'a" : "l'ont"}\u00a0: chacun reçoit un mail qui dit le retrait et son motif.`} Le document ne s'ouvre plus chez personne\u00a0; le retrait ne se défait pas.`,
  reason: 'Motif du retrait',
  reasonHint: 'Les candidats le lisent.',
  reasonMissing: 'Dites pourquoi vous retirez ce document',
  confirmWithdrawal: (count: number): string => (count === 0 ? 'Retirer' : `Retirer à ${candidatesInWords(count)}`),
  keep: 'Le laisser',
  flash: {
    'document-publie': 'Le document part vers ses destinataires.',
    'document-abandonne': "Le brouillon est abandonné\u00a0: personne ne l'a reçu.",
    'document-retire': "Le document est retiré. Les candidats qui l'avaient en sont avertis.",
  },
} as const;
