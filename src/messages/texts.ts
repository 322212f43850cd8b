import { instantInWords, plural } from '../ui/index.ts';

/** Every French sentence of this room that a candidate reads. No-break spaces are written `\u00a0`. */
export const texts = {
  title: 'Mes messages',
  back: 'Revenir à mon inscription',
  lead: (bureau: string): string =>
    `Posez ici vos questions sur cette inscription. Une personne du service les lit (${bureau}).`,
  usual: (days: number): string => `Le service répond d'habitude en ${plural(days, 'jour ouvré', 'jours ouvrés')}.`,
  told: 'Un mail vous prévient dès que le service vous écrit.',
  urgent: 'Une échéance proche\u00a0? Téléphonez plutôt.',
  notRegistered:
    "Cette inscription n'est pas encore enregistrée\u00a0: aucun gestionnaire ne la voit, et vous ne pouvez pas encore lui écrire ici. Pour une question, écrivez ou téléphonez au service.",
  write: { title: 'Écrire au service', again: 'Répondre ou poser une autre question' },
  piece: 'Pièce dont il est question',
  words: 'Votre message',
  hint: "N'écrivez rien ici sur votre santé ni sur un handicap\u00a0: d'autres personnes s'en occupent, dans un espace à part.",
  healthTitle: 'Une question de santé ou de handicap\u00a0?',
  healthText:
    "Le service qui lit ces messages ne s'occupe pas de la santé des candidats. Pour un aménagement d'épreuves, ouvrez la page réservée à cette demande. Un document médical se dépose dans vos justificatifs, s'il vous y est demandé\u00a0: seules les personnes qui en décident l'ouvrent.",
  healthLink: "Demande d'aménagement d'épreuves",
  missing: 'Écrivez votre message',
  submit: 'Envoyer',
  sent: 'Votre message est envoyé. Un mail vous préviendra quand le service vous aura écrit.',
  exchanges: 'Vos échanges',
  none: "Rien n'a encore été écrit.",
  older: 'Messages plus anciens',
  newest: 'Revenir aux derniers messages',
  you: 'Vous',
  office: 'Le service',
  new: 'Nouveau',
  about: (piece: string): string => `À propos de\u00a0: ${piece}`,
  standings: {
    waiting: "En attente d'une réponse",
    seen: (at: Temporal.Instant): string => `Lu par le service le ${instantInWords(at)}. En attente d'une réponse.`,
    answered: 'Répondu',
    settled: "Lu par le service, qui n'a pas de réponse à y faire. Vous pouvez écrire de nouveau.",
  },
  waits: (count: number): string => `${plural(count, 'message attend', 'messages attendent')} une réponse du service.`,
  hub: {
    title: 'Messages',
    none: 'Une question sur votre inscription\u00a0?',
    unread: (count: number): string => `${plural(count, 'message du service à lire', 'messages du service à lire')}.`,
    toRead: 'Un message du service à lire',
    otherwise: 'Il peut vous demander quelque chose, ou répondre à votre question.',
    open: 'Écrire au service, lire ses réponses',
  },
} as const;
