import type { CorrectionReason } from '../actions/correctCivilStatus.ts';

export const civilStatusTexts = {
  title: "Corriger l'état civil",
  lead: "À la demande du candidat, d'après sa pièce d'identité. La correction est notée au journal avec votre nom.",
  effect:
    "L'état civil corrigé figure aussitôt sur le dossier et sur les prochains documents. Ceux déjà émis ne changent pas.",
  reason: 'Motif',
  reasonMissing: 'Choisissez le motif de la correction.',
  reasons: {
    typing: 'Faute de frappe du candidat',
    'identity-document': "Mise en accord avec la pièce d'identité",
    marriage: 'Mariage, divorce ou veuvage',
    judgment: 'Décision de justice ou changement de nom',
  } satisfies Record<CorrectionReason, string>,
  submit: 'Enregistrer la correction',
  keep: 'Ne rien changer',
} as const;
