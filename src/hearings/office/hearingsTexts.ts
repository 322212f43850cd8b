import { listing, NBSP, plural, shortDay, shortEnd } from '../../ui/index.ts';
import { texts as hearingTexts } from '../texts.ts';

/** What the office thinks of deciding of its own accord: of one file, and who owes a certificate. */
export const hearingsTexts = {
  list: {
    title: 'Attestations de travail en hauteur',
    lead: "Il leur manque une attestation, corrections comprises, et rien ne reste à examiner. Chacun garde sa place tant qu'une personne n'a pas décidé, après l'avoir entendu.",
    leftOutTitle: "Laissés hors d'une unité",
    leftOutLead:
      "Une personne a décidé, après les avoir entendus. L'attestation ou une dispense y met fin\u00a0: ils peuvent la donner jusqu'au début des épreuves.",
    columns: ['Candidat', 'Nom', 'Attestations qui manquent', 'Où il en est'],
    none: 'Aucun candidat à inviter ni à décider',
    noneText: "Aucun délai n'est passé sur une attestation qui manque.",
    session: 'Session',
    home: (count: number): string =>
      `À ${plural(count, 'candidat', 'candidats')}, il manque une attestation de travail en hauteur, délai passé\u00a0: ${count === 1 ? 'il est' : 'ils sont'} à inviter à répondre avant toute décision.`,
    see: 'Voir les attestations',
    count: (count: number): string => plural(count, 'candidat', 'candidats'),
    more: (most: number): string => `Seuls les ${most} premiers sont montrés.`,
    toInvite: 'à inviter à répondre',
    invited: (until: Temporal.Instant): string => `peut répondre jusqu'au ${shortEnd(until)}`,
    toReach: "invité par une lettre qui n'est pas notée remise",
    toDecide: 'à décider',
    held: (units: readonly string[]): string =>
      `recours accepté contre la décision qui exclut ${listing(units)}\u00a0: elle ne compte plus, l'unité reste à rendre par une décision signée`,
    leftOut: (units: readonly string[]): string => `ne passe pas ${listing(units)}`,
    givenBack: (at: Temporal.PlainDate): string => `décision levée le ${shortDay(at)}, le candidat passe l'unité`,
  },
  file: {
    title: 'Décisions envisagées',
    back: 'Le dossier',
    link: 'Décisions envisagées',
    lead: "Avant une décision contre quelqu'un, il est invité à répondre (code des relations entre le public et l'administration, L121-1 et L122-1). Rien ne change avant.",
    none: "Rien n'est envisagé pour ce dossier, et rien ne peut l'être aujourd'hui.",
    when: "Cette page sert à inviter un candidat à répondre, avant d'annuler la validation de son inscription ou de le laisser hors d'une unité dont l'attestation de travail en hauteur manque, son délai passé.",
    elsewhere:
      'Une pièce se refuse sur sa propre page, depuis le dossier. Ce qui manque une fois les inscriptions closes se règle dans',
    closingLink: 'Clôture',
    kinds: hearingTexts.kinds,
    opened: (who: string, at: Temporal.PlainDate): string => `Envisagé par ${who} le ${shortDay(at)}.`,
    read: (at: Temporal.PlainDate): string => `Invitation ouverte le ${shortDay(at)}.`,
    /** The mail holds the same words: that nobody opened the paper says nothing of whether they were read. */
    unread: "Invitation envoyée par mail\u00a0; son document, dans «\u00a0Mes documents\u00a0», n'est pas ouvert.",
    toPost: "L'invitation n'est pas encore postée.",
    posted: (on: Temporal.PlainDate): string =>
      `Invitation postée le ${shortDay(on)}, pas encore notée présentée ou remise.`,
    reached: (on: Temporal.PlainDate): string => `Invitation remise ou présentée le ${shortDay(on)}.`,
    letter: "La lettre d'invitation",
    until: (until: Temporal.Instant | null): string =>
      until === null
        ? "Le temps de répondre court du jour de la remise\u00a0: rien ne peut être décidé avant qu'il soit noté, sur la page de la lettre."
        : `Le candidat peut répondre jusqu'au ${shortEnd(until)}.`,
    over: 'Le temps de répondre est passé.',
    outcomes: { decided: 'Décision prise.', dropped: 'Aucune décision\u00a0: le candidat en est informé.' },
    basis: (basis: string): string => `Motif de droit${NBSP}: ${basis.slice(0, 1).toLowerCase()}${basis.slice(1)}.`,
    facts: 'Ce qui est relevé',
    answers: 'Ce que le candidat répond',
    noAnswer: "Le candidat n'a pas répondu.",
    standing: (units: readonly string[]): string => `Laissé hors de${NBSP}: ${listing(units)}.`,
    units: 'Unités',
    unitsHint: "Celles que le candidat présente et pour lesquelles les règles de l'examen demandent l'attestation.",
    noneNamed:
      "Les règles de l'examen ne disent pas quelles unités demandent l'attestation. N'en cochez une que si un texte la désigne, et citez-le\u00a0: il est imprimé sur l'invitation et sur la décision.",
    law: "Texte qui demande l'attestation pour cette unité",
    lawHint: "Par exemple l'arrêté et son article. Le candidat le lit.",
    lawMissing:
      "Citez le texte qui demande l'attestation pour cette unité\u00a0: les règles de l'examen n'en nomment aucune.",
    unitsMissing: 'Cochez au moins une unité.',
    words: { units: 'Ce que vous lui écrivez de ces unités', validation: 'Ce que vous lui écrivez de sa validation' },
    wordsHint: 'Les faits, et ce que vous envisagez. Le candidat le lit. Aucune donnée de santé.',
    wordsMissing: 'Écrivez ce que vous envisagez, et pourquoi.',
    reason: {
      units: 'Motifs pour le laisser hors de ces unités',
      validation: 'Motifs pour annuler sa validation',
    },
    reasonHint: 'Les faits, ce que le candidat a répondu, et ce que vous en concluez. Il est imprimé sur la décision.',
    reasonMissing: 'Écrivez les motifs de la décision.',
    openUnits: "Laisser hors d'une unité",
    openValidation: 'Annuler la validation',
    openValidationText: (last: Temporal.PlainDate): string =>
      `Illégale, elle ne peut être annulée qu'au plus tard le ${shortDay(last)} (L242-1). Après, seules restent la fraude et la demande du candidat.`,
    piece: 'Pièce qui ne va pas',
    pieceMissing: 'Choisissez la pièce.',
    basisOf: 'Motif de droit',
    basisMissing: 'Choisissez le motif de droit.',
    bases: hearingTexts.bases,
    closing: 'Ce dossier, dans «\u00a0Clôture\u00a0»',
    invite: 'Inviter le candidat à répondre',
    decide: { units: 'Laisser hors de ces unités', validation: 'Annuler la validation' },
    drop: 'Ne prendre aucune décision',
    giveBack: 'Revenir sur la décision',
    giveBackText:
      "Après un recours, ou si la décision était une erreur. Le candidat passe de nouveau ces unités, et l'apprend.",
    givenBackUnits: 'Unités rendues au candidat',
    note: 'Pourquoi le rectorat revient sur sa décision',
    noteHint: 'Le candidat le lit. Aucune donnée de santé.',
    noteMissing: 'Écrivez au candidat pourquoi le rectorat revient sur sa décision.',
    unknownAct: "Cette page ne connaît pas cet acte. Rien n'a été enregistré.",
  },
  flash: {
    'invite-a-repondre': "Le candidat est invité à répondre. Rien n'est décidé.",
    'decision-prise': 'La décision est prise, et notifiée.',
    'unites-rendues': 'La décision ne tient plus\u00a0: le candidat passe ces unités, et en est informé.',
    'sans-decision': 'Aucune décision\u00a0: le candidat en est informé.',
  },
};
