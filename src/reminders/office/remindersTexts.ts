import type { Reminder } from '../../catalogue/index.ts';
import { briefEnd, endInWords, plural, shortInstant, untilWithYear } from '../../ui/index.ts';
import { type ReminderProof, type ReminderState, stepOf } from '../reminder.ts';
import type { SentStep } from './store.ts';

const before = ({ before: count, unit }: Reminder): string =>
  unit === 'days' ? plural(count, 'jour', 'jours') : plural(count, 'heure', 'heures');

const states: Readonly<Record<ReminderState, string>> = {
  planned: 'Calculée',
  queued: "En cours d'envoi",
  sent: 'Envoyée',
  solved: "Rien ne manquait plus, rien n'est parti",
  excluded: "Dossier retiré des relances, rien n'est parti",
  ended: "Inscription terminée, rien n'est parti",
  missed: "Échéance passée avant l'envoi, rien n'est parti",
};

/** The words of *Relances*, for the office. */
export const reminderTexts = {
  title: 'Relances',
  session: 'Session',
  everySession: 'La prochaine à se clore',
  show: 'Afficher',
  plan: (closing: Temporal.Instant): string => `Avant la clôture, ${endInWords(closing)}`,
  noPlan: "Le calendrier de cette session ne prévoit aucune relance\u00a0: personne n'est relancé.",
  planColumns: ['Étape', 'Le', 'Envoyées', 'Ouvertes', 'Sans objet', 'Retirées'],
  before: (step: Reminder): string => (step.before === 0 ? 'Après un incident' : `${before(step)} avant`),
  people: 'Qui sera relancé',
  count: (count: number): string => plural(count, 'dossier', 'dossiers'),
  columns: ['Numéro', 'Nom', 'Ce qui manque', 'Dernière relance'],
  dates: (until: Temporal.Instant, next: string, count: number): string =>
    `À donner ${untilWithYear(until)}. ${next} (${plural(count, 'dossier', 'dossiers')})`,
  missing: (codes: readonly string[], later: readonly string[]): string =>
    `${codes.join(', ')}${later.length === 0 ? '' : `\u00a0; plus tard\u00a0: ${later.join(', ')}`}`,
  empty: 'Personne à relancer',
  emptyText: 'Tout est donné et remis, ou les échéances sont passées.',
  next: (at: Temporal.Instant, step: Reminder): string => `Relance le ${shortInstant(at)}, ${before(step)} avant`,
  noNext: 'Plus de relance\u00a0: la dernière étape est passée',
  excluded: 'Retiré des relances',
  never: 'Jamais',
  last: ({ settledAt, plannedAt, openedAt }: ReminderProof): string =>
    `${shortInstant(settledAt ?? plannedAt)}${openedAt === null ? ', pas ouverte' : ', ouverte'}`,
  states,
  sent: {
    title: (step: string, brought?: SentStep['brought']): string =>
      `Relance envoyée ${step}${brought === undefined ? '' : `\u00a0: ${{ opened: 'ouverte', whole: 'plus rien à donner' }[brought]}`}`,
    columns: ['Numéro', 'Nom', 'Ouverte', 'Ce qui reste à donner'],
    opened: (at: Temporal.Instant | null): string => (at === null ? 'Pas encore' : shortInstant(at)),
    left: (pieces: readonly string[], unsigned: boolean): string =>
      pieces.length > 0 ? pieces.join(', ') : unsigned ? 'La signature' : 'Plus rien',
  },
  file: {
    title: 'Relances de ce dossier',
    back: 'Relances',
    open: 'Voir le dossier',
    nothing: "Rien ne manque, ou les échéances sont passées\u00a0: ce dossier n'est pas relancé.",
    preview: 'Ce qui partirait maintenant',
    subject: (subject: string): string => `Objet\u00a0: ${subject}`,
    recipient: (address: string): string => `À\u00a0: ${address}`,
    steps: 'Prochaines relances, si rien ne change',
    proofs: 'Relances de ce dossier, avec leur preuve',
    none: 'Aucune pour le moment.',
    columns: ['Échéance', 'Étape', 'Ce qui en est', 'Le', 'Mail', 'Document'],
    mail: ({ mail, sentAt, reply }: ReminderProof): string => {
      if (mail === null) return '—';
      if (mail === 'sent') return `Remis au serveur de mail le ${shortInstant(sentAt ?? Temporal.Now.instant())}`;
      if (mail === 'failed') return `Refusé\u00a0: ${reply ?? 'sans raison donnée'}`;
      return mail === 'kept' ? 'Dans le portail seulement' : 'En attente';
    },
    paper: ({ reference, openedAt }: ReminderProof): string => {
      if (reference === null) return '—';
      return openedAt === null ? `${reference}, pas ouvert` : `${reference}, ouvert le ${shortInstant(openedAt)}`;
    },
    exclude: {
      title: 'Retirer des relances',
      text: 'Ce dossier ne sera plus relancé, pour aucune échéance. Le candidat ne reçoit rien. Le motif reste dans le dossier, les candidats ne le lisent pas.',
      reason: 'Motif',
      hint: 'Par exemple\u00a0: le candidat a téléphoné, sa pièce arrive par la poste. Sans détail personnel.',
      missing: "Dites pourquoi ce dossier n'est plus relancé",
      submit: 'Retirer des relances',
    },
    resume: {
      title: 'Retiré des relances',
      text: (who: string, at: Temporal.Instant, reason: string): string =>
        `Par ${who}, le ${shortInstant(at)}\u00a0: ${reason}`,
      note: 'Les étapes passées entre-temps ne sont pas rattrapées\u00a0: la prochaine partira.',
      submit: 'Remettre dans les relances',
    },
  },
} as const;

/** Which reminder it was: « 14 jours avant le 1er déc. à 17 h ». */
export function reminderStep(step: string, until: Temporal.Instant): string {
  return `${reminderTexts.before(stepOf(step))} le ${briefEnd(until)}`;
}
