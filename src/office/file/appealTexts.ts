import { plural, shortInstant } from '../../ui/index.ts';

/** The words of *Demande reçue par la poste*. */
export const appealTexts = {
  title: 'Demande reçue par la poste',
  link: 'Saisir un recours ou une demande venue par la poste',
  back: 'Le dossier',
  backToService: "La demande d'aménagements",
  scan: 'La lettre, scannée',
  scanHint: 'Avec son enveloppe, si elle porte le cachet. Le candidat et qui répond peuvent la lire.',
  scanMissing: 'Joignez la lettre scannée, ou sa photo',
  before: 'Lettres déjà saisies',
  letter: (when: string): string => `Lettre saisie le ${when}`,
  lead: "Un recours contre une décision ou un résultat, une erreur à corriger, des copies à voir\u00a0: la demande suit le même chemin qu'en ligne. Le candidat en reçoit l'accusé de réception, avec le jour d'une réponse.",
  nothing:
    "Aucun résultat n'est publié pour cette inscription, et aucune décision n'y reste à contester\u00a0: il n'y en a pas, ou un recours est déjà reçu. La lettre conteste autre chose\u00a0? Gardez-la avec son enveloppe, qui fait preuve du jour, et répondez par un message.",
  sealed:
    "Une lettre qui parle de santé, de handicap ou d'aménagements n'est pas pour vous, quel que soit le dossier\u00a0: remettez-la sous pli fermé, avec son enveloppe, au service des aménagements.",
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
  home: (waiting: number, first: Temporal.Instant): string =>
    `${plural(waiting, 'recours ou demande attend', 'recours ou demandes attendent')} une réponse, depuis le ${shortInstant(first)}. Sans réponse au jour dit, c'est un refus.`,
  toCarryOut: (count: number): string =>
    `${plural(count, 'recours accepté', 'recours acceptés')} à exécuter\u00a0: la décision tient tant que personne ne la défait.`,
  held: 'Recours accepté, à exécuter',
  heldText:
    'Un recours contre cette décision est accepté\u00a0: elle ne compte plus. Il reste à revenir dessus, par une décision signée.',
  see: 'Voir les recours',
  submit: 'Enregistrer la demande',
  flash: {
    'demande-saisie':
      'La demande est enregistrée. Son accusé de réception est envoyé, ou attend parmi les courriers à poster.',
  },
} as const;
