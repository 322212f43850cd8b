/** The words of *Demande reçue par la poste*. */
export const appealTexts = {
  title: 'Demande reçue par la poste',
  link: 'Saisir une demande venue par la poste sur le résultat',
  back: 'Le dossier',
  lead: "Un recours, une erreur à corriger, des copies à voir\u00a0: la demande suit le même chemin qu'en ligne. Le candidat en reçoit l'accusé de réception, avec le jour d'une réponse.",
  nothing:
    "Aucun résultat n'est publié pour cette inscription, et cette page prend seulement les demandes sur un résultat. La lettre conteste une autre décision\u00a0? Gardez-la avec son enveloppe, qui fait preuve du jour, et répondez par un message.",
  postedOn: 'Cachet de la poste',
  postedOnHint:
    "C'est ce jour qui dit si la demande est à temps. Illisible\u00a0? Laissez vide\u00a0: le jour d'arrivée compte alors.",
  receivedOn: "Jour d'arrivée au rectorat",
  receivedOnHint: "Le tampon d'arrivée. Le délai de réponse court de ce jour.",
  receivedOnMissing: "Indiquez le jour d'arrivée de la lettre",
  words: 'Ce que dit la lettre',
  wordsHint:
    'Recopiez ce qui est demandé, mot pour mot. Gardez la lettre et son enveloppe\u00a0: le cachet fait preuve.',
  wordsMissing: 'Recopiez ce que demande la lettre',
  kind: 'Ce qui est demandé',
  kindMissing: 'Choisissez ce qui est demandé',
  submit: 'Enregistrer la demande',
  flash: {
    'demande-saisie':
      'La demande est enregistrée. Son accusé de réception est envoyé, ou attend parmi les courriers à poster.',
  },
} as const;
