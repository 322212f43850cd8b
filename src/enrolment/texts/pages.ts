import { plural } from '../../ui/index.ts';

export const recapitulatif = {
  step: { title: 'Récapitulatif', question: "Vérifiez avant d'enregistrer" },
  civilStatus: 'État civil',
  unitsLeft: { all: 'Toutes les épreuves', others: 'Les autres épreuves', value: "Je passe l'épreuve" },
  intro:
    "Vérifiez chaque réponse. «\u00a0Enregistrer\u00a0» fait prendre en compte votre candidature et donne votre numéro d'inscription.",
  introChange: (number: string, version: number): string =>
    `Inscription ${number}. «\u00a0Enregistrer\u00a0» en fait la version ${version + 1}\u00a0; d'ici là, rien ne change.`,
  whatChanges: 'Ce que vous changez',
  change: { answer: 'Réponse', before: 'Avant', after: 'Maintenant', nothing: 'Rien' },
  cost: {
    signed:
      'Votre signature ne vaudra plus\u00a0: une nouvelle confirmation sera à signer, et celle que vous avez déposée ne compte plus.',
    unsigned: "Une nouvelle confirmation remplace la précédente\u00a0: c'est elle qui sera à signer.",
    none: 'Votre confirmation et votre signature restent valables.',
  },
  allAnswers: 'Toutes vos réponses',
  notYetFinal: "Votre inscription ne sera définitive qu'avec la confirmation signée et les pièces conformes.",
  modify: 'Modifier',
  whatToChange: 'Que voulez-vous modifier\u00a0?',
  changeNothing: 'Ne rien changer',
  unchanged:
    "Rien n'a changé depuis votre dernier enregistrement. «\u00a0Modifier\u00a0» ouvre la partie à changer, puis vous ramène ici.",
  changes: (count: number): string =>
    `${plural(count, 'réponse change', 'réponses changent')} par rapport à la version enregistrée.`,
  shut: {
    title: 'Vos réponses',
    ended: 'Cette inscription a pris fin\u00a0: ses réponses ne peuvent plus être modifiées.',
    closed: (since: string): string =>
      `Les inscriptions sont closes ${since}\u00a0: ces réponses ne peuvent plus être modifiées.`,
    notOpen: (opening: string): string =>
      `Les inscriptions ouvrent le ${opening}\u00a0: ces réponses pourront être modifiées à partir de ce moment.`,
  },
  commitment: "En enregistrant, je certifie l'exactitude de ces renseignements.",
} as const;

export const conflict = {
  title: 'Cette étape a été modifiée ailleurs',
  text: "Un autre onglet ou un autre appareil a enregistré cette étape depuis que vous l'avez ouverte. Rien n'est perdu\u00a0: choisissez ce que vous gardez.",
  mine: 'Ce que vous venez de saisir',
  theirs: 'Ce qui est enregistré',
  keepMine: 'Garder ma saisie',
  keepTheirs: 'Garder ce qui est enregistré',
  field: 'Réponse',
} as const;

export const refused = {
  title: "Rien n'a été enregistré",
  back: 'Revenir à mes inscriptions',
} as const;

export const withdrawal = {
  title: 'Retirer mon inscription',
  draftTitle: 'Abandonner ce brouillon',
  text: (number: string): string =>
    `Votre inscription ${number} ne comptera plus, vos pièces non plus. Le numéro ne sera pas réutilisé.`,
  again: (deadline: string): string =>
    `Jusqu'au ${deadline}, vous pourrez vous inscrire de nouveau\u00a0: vous recevrez un autre numéro.`,
  notAgain: (closing: string): string =>
    `Les inscriptions sont closes depuis le ${closing}\u00a0: vous ne pourrez pas vous inscrire de nouveau à cette session.`,
  draftText: 'Vos réponses seront abandonnées. Vous pourrez recommencer tant que les inscriptions sont ouvertes.',
  confirm: 'Je retire mon inscription',
  confirmDraft: "J'abandonne ce brouillon",
  confirmMissing: 'Cochez la case pour confirmer.',
  submit: 'Retirer mon inscription',
  submitDraft: 'Abandonner',
  keep: 'Ne rien changer',
  done: 'Votre inscription est retirée.',
} as const;

export const disclosure = {
  title: 'Diffusion de mes résultats',
  lead: "Vous pouvez donner votre accord, ou le retirer, à tout moment. Votre inscription et votre signature n'en dépendent pas.",
  legend: 'Mon choix',
  hint: "Sans votre accord, vos résultats ne sont ni publiés ni transmis à la presse. Le jury, le rectorat et les systèmes nationaux d'examen les connaissent.",
  submit: 'Enregistrer mon choix',
  saved: 'Votre choix est enregistré. Un mail vous le confirme.',
  same: "Rien n'a changé\u00a0: c'était déjà votre choix.",
  back: 'Revenir à mon inscription',
} as const;

export const accommodation = {
  warning:
    "Cocher «\u00a0Oui\u00a0» à la rubrique Handicap ne remplace pas la demande d'aménagements d'épreuves\u00a0: elle se fait à part, sur sa page.",
  back: 'Revenir à mon inscription',
} as const;
