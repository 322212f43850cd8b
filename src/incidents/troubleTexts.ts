/** What the office reads of an outage, by its sort. */
export const troubleTexts = {
  'files-unwritable': (since: string): string =>
    `Le stockage des fichiers refuse d'écrire depuis le ${since}. Les candidats ne peuvent rien déposer\u00a0: prévenez sans attendre le service informatique. Ce qui était déposé reste lisible.`,
  'files-unread': (since: string): string =>
    `Des fichiers reçus attendent depuis plus d'une heure d'être lus (depuis le ${since}). Rien n'est perdu, et ils comptent à l'heure de leur réception\u00a0: prévenez le service informatique. Ne refusez ni n'annulez rien pour cela.`,
  'antivirus-away': (since: string): string =>
    `Le contrôle antivirus ne répond pas depuis le ${since}. Les candidats déposent comme d'habitude, mais les nouveaux fichiers ne s'ouvriront qu'une fois contrôlés\u00a0: prévenez le service informatique.`,
};
