import { dayInWords, plural, shortInstant } from '../ui/index.ts';

/** The words of letters in the place of mails: on the letter, and for the office that posts it. */
export const toldTexts = {
  subject: (subject: string): string => `Objet\u00a0: ${subject}`,
  enclosedTitle: 'Pièces jointes',
  answerTitle: 'Pour nous répondre',
  /** `service`: whom to write to, a line each. */
  answer: (service: readonly string[], phone: string): readonly string[] => [
    `Par courrier, à\u00a0: ${service.join(', ')}. Écrivez votre numéro d'inscription sur chaque feuille.`,
    `Par téléphone\u00a0: ${phone}.`,
  ],
  signature: 'Signature',
  signedBy: (name: string, capacity: string): string => `${name}, ${capacity}`,
  footer: (number: string): string => `Lettre, ${number}`,
  kind: 'Lettre',
  standing: {
    told: (on: Temporal.PlainDate): string => `Dite par téléphone le ${dayInWords(on)}.`,
    toPost: (signer: string | null): string =>
      `À imprimer, à ${signer === null ? 'signer' : `faire signer (${signer})`} et à poster.`,
    toSign: (signer: string): string => ` À faire signer (${signer}).`,
    printed: (at: Temporal.Instant, signer: string | null): string =>
      `Imprimée le ${shortInstant(at)}, à ${signer === null ? '' : `faire signer (${signer}) et à `}poster.`,
    returned: 'Revenue sans être remise\u00a0: à envoyer de nouveau, ou à dire par téléphone.',
    over: "Sans objet\u00a0: ce qu'elle rappelle est donné, sa date est passée, ce dont elle accuse réception a sa réponse, ou l'inscription a pris fin. Ne la postez pas\u00a0; si elle est déjà partie, notez-le sur sa page.",
    posted: (on: Temporal.PlainDate, tracking: string | null): string =>
      `Partie par la poste le ${dayInWords(on)}, ${tracking === null ? 'sans numéro de suivi' : `numéro de suivi ${tracking}`}.`,
    received: (on: Temporal.PlainDate): string => `Remise le ${dayInWords(on)}.`,
    unclaimed: (on: Temporal.PlainDate): string => `Présentée le ${dayInWords(on)}, et jamais retirée.`,
  },
  telephone: {
    title: 'Dire par téléphone',
    text: "Au lieu de la lettre, ou quand elle est revenue. Rien n'est alors à poster\u00a0; le jour de l'appel fait preuve sur le dossier.",
    day: "Jour de l'appel",
    dayMissing: "Indiquez le jour de l'appel",
    submit: "C'est dit par téléphone",
    back: "Reprendre cette saisie\u00a0: rien n'a été dit par téléphone",
  },
  print: {
    tooMany: (most: number): string =>
      `Imprimez ${plural(most, 'lettre', 'lettres')} au plus à la fois. Rien n'a été imprimé.`,
    failed: "Les lettres n'ont pas pu être réunies\u00a0: imprimez-en moins à la fois. Rien n'a été noté.",
  },
} as const;
