import { lengthsInWords } from '../law/index.ts';
import { dayInWords } from '../ui/index.ts';

/** The office's words for the letter that notifies one decision. */
export const letterTexts = {
  title: 'Notification de la décision',
  none: "Aucune décision ni lettre de ce dossier n'est à poster.",
  reversed: "Cette décision est retirée\u00a0: il n'y a plus rien à notifier.",
  open: 'Clôture de ce dossier',
  address: 'Adresse de la lettre',
  letters: 'Lettres',
  noLetter: 'Aucune lettre pour le moment.',
  posted: (tracking: string | null, on: Temporal.PlainDate, address: readonly string[]): string =>
    `Lettre ${tracking ?? 'sans numéro de suivi'}, partie le ${dayInWords(on)}, à\u00a0: ${address.join(', ')}.`,
  ended: (outcome: string, on: Temporal.PlainDate, presented: Temporal.PlainDate | null): string =>
    ` ${outcome}, le ${dayInWords(on)}.${presented === null ? '' : ` Première présentation le ${dayInWords(presented)}.`}`,
  post: {
    title: 'La lettre est partie',
    tracking: 'Numéro de suivi',
    trackingHint: "Sur l'étiquette de La Poste, avec ou sans espaces.",
    trackingOptional:
      "S'il y en a un, sur l'étiquette de La Poste. Il en faut un quand un délai court de la remise\u00a0: la demande de pièces d'une inscription saisie après la clôture.",
    trackingMissing: 'Recopiez le numéro de suivi',
    trackingBad: "Un numéro de suivi a de 8 à 20 lettres et chiffres\u00a0: recopiez celui de l'étiquette",
    submit: 'Noter la lettre partie',
  },
  end: {
    title: 'Ce que la lettre est devenue',
    outcome: 'Que dit La Poste\u00a0?',
    outcomeMissing: 'Dites si la lettre est remise ou revenue',
    presented: 'Première présentation',
    presentedHint: "Le jour inscrit sur le pli ou sur l'avis. Il est nécessaire si personne n'a retiré la lettre.",
    on: 'Remise, ou retour au bureau',
    onMissing: 'Indiquez le jour de la remise, ou du retour au bureau',
    submit: 'Noter ce que la lettre est devenue',
  },
  correct: {
    end: 'Reprendre ce qui est noté\u00a0: la lettre est de nouveau sans nouvelles',
    posting: "Reprendre cet envoi\u00a0: la lettre n'est pas partie",
  },
  lawTitle: 'Quand une décision est-elle notifiée\u00a0?',
  law: [
    `En ligne, avec l'accord donné d'avance\u00a0: le jour de la première ouverture\u00a0; sans ouverture dans les ${lengthsInWords.unread}, le jour du dépôt (code des relations entre le public et l'administration, articles L112-15 et R112-17 à R112-20).`,
    "Par lettre recommandée\u00a0: le jour de la remise. Avisée et non réclamée\u00a0: le jour de la première présentation, si le pli porte des mentions précises, claires et concordantes ou qu'une attestation de La Poste le dit (Conseil d'État, 24 avril 2012, n°\u00a0341146, lu de seconde main). Gardez l'enveloppe.",
    "Destinataire inconnu à l'adresse\u00a0: rien n'est compté ici, et la lettre est à envoyer de nouveau. Si l'adresse est bien celle que le candidat a donnée, c'est au service juridique de dire ce que vaut l'envoi.",
    `Le délai de ${lengthsInWords.court} court de la notification, s'il y est écrit (code de justice administrative, articles R421-1 et R421-5). Il est franc\u00a0: son dernier jour est le lendemain, et passe au jour ouvré qui suit.`,
  ],
  noRepresentative:
    "Mineur, sans représentant légal connu\u00a0: demandez au candidat qui il est, et écrivez son nom sur l'enveloppe.",
  postedOn: 'Jour du dépôt à La Poste',
  postedOnMissing: 'Indiquez le jour où les lettres sont parties',
  noAddress: 'Aucune adresse dans les réponses',
  paper: 'Décision (PDF)',
  csv: 'Liste (CSV)',
  labels: 'Étiquettes (PDF)',
  labelsNote: "Planches A4 de 21 étiquettes de 63,5 × 38,1\u00a0mm, à imprimer sans mise à l'échelle.",
  flash: {
    'lettre-partie': 'La lettre est notée partie.',
    'lettre-finie': "C'est noté. La date de notification en découle.",
    'lettre-corrigee': 'La saisie est reprise.',
    'dite-par-telephone': "C'est noté\u00a0: dit par téléphone.",
  },
} as const;
