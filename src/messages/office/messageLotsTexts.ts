import { candidatesInWords } from '../../lots/index.ts';
import { exactInstant, wholeNumber } from '../../ui/index.ts';
import type { RecipientState } from '../message.ts';

/** The words of what is written to a list of candidates. */
export const lotTexts = {
  title: 'Écrire à une liste',
  open: 'Écrire à ces candidats',
  back: 'Dossiers',
  lead: "Chaque candidat reçoit son message, à son nom\u00a0; il n'en voit pas les autres destinataires.",
  words: 'Message aux candidats',
  hint: 'Une variable comme {numéro} ou {reste à faire} est remplie pour chacun. Le mail qui prévient le candidat ne dit rien de ce texte.',
  missing: 'Écrivez le message',
  insert: 'Insérer le modèle',
  preview: "Voir avant d'envoyer",
  previewTitle: "Avant d'envoyer",
  will: (count: number): string => `${candidatesInWords(count)} ${count < 2 ? 'recevra' : 'recevront'} ce message.`,
  samples: 'Ce que liront les premiers',
  sample: (number: string, name: string): string => `${number}, ${name}`,
  wont: 'Ce qui ne sera pas envoyé, et pourquoi',
  wasnt: "Ce qui n'a pas été envoyé, et pourquoi",
  why: {
    ended: 'Son inscription a pris fin\u00a0: écrivez-lui depuis son dossier.',
    repeated: 'Il a déjà reçu ce même message depuis moins de 24\u00a0heures.',
    'no-value': "Son dossier ne dit rien pour une variable du texte, par exemple une échéance qu'il n'a plus.",
  } satisfies Record<Exclude<RecipientState, 'planned' | 'sent'>, string>,
  submit: (count: number): string => `Envoyer à ${candidatesInWords(count)}`,
  correct: 'Corriger le texte',
  sentTitle: 'Message à une liste',
  progress: (sent: number, planned: number): string =>
    planned === 0
      ? `${candidatesInWords(sent)} ${sent < 2 ? 'a reçu' : 'ont reçu'} ce message.`
      : `Envoi en cours\u00a0: ${wholeNumber(sent)} ${sent < 2 ? 'fait' : 'faits'}, ${wholeNumber(planned)} à faire. Il continue si vous quittez cette page.`,
  text: 'Le texte',
  by: (who: string, at: Temporal.Instant): string => `Par ${who}, le ${exactInstant(at)}`,
  recent: 'Envois à une liste',
  recentColumns: ['Quand', 'Par', 'Candidats', 'Envoyés'],
  noRecent: "Aucun envoi pour l'instant",
  howTo: 'Cherchez des dossiers, puis choisissez «\u00a0Écrire à ces candidats\u00a0» sous la liste.',
} as const;
