/** Said of a file on its way; the percentage is shown, and spoken at the half alone. */
export const words = {
  choose: 'Choisir ou photographier',
  chosen: (files: string): string => `Choisi\u00a0: ${files}.`,
  sending: 'Envoi en cours. Restez sur cette page.',
  progress: (percent: number): string => `${percent}\u00a0%`,
  half: 'La moitié du fichier est arrivée.',
  resumed: (percent: number): string => `L'envoi reprend où il en était, à ${percent}\u00a0%.`,
  reading: 'Le fichier est arrivé. Nous le lisons.',
  waiting:
    'Le fichier est arrivé, et il est gardé. Beaucoup de fichiers arrivent en ce moment\u00a0: nous le lirons à son tour, sans que vous ayez à cliquer. Restez sur cette page.',
  later:
    "La suite n'a pas pu être gardée\u00a0: la panne est chez nous. L'envoi reprendra de lui-même, ne le recommencez pas.",
  cut: "La connexion est coupée\u00a0: l'envoi reprendra de lui-même, ne le recommencez pas.",
  gaveUp: 'La connexion ne revient pas. Ce qui est arrivé est gardé 48 heures.',
  unread:
    "Le fichier est arrivé en entier, et il est gardé 48 heures, mais nous n'avons pas encore pu le lire\u00a0: il n'est pas déposé. Cliquez sur «\u00a0Reprendre l'envoi\u00a0»\u00a0: il ne sera pas renvoyé, et l'heure de son début compte.",
  retry: "Reprendre l'envoi",
  cancel: "Annuler l'envoi",
  cancelled: "Envoi annulé. Rien n'a été déposé.",
  signedOut:
    "Votre session a pris fin. Connectez-vous de nouveau, puis choisissez le même fichier\u00a0: l'envoi reprendra.",
  gone: "L'envoi a été abandonné ailleurs. Choisissez de nouveau le fichier.",
  done: 'Fichier déposé.',
  atOnce: 'Le fichier choisi dans une ligne est déposé aussitôt.',
  bar: "Avancement de l'envoi",
} as const;
