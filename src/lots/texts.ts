import { plural, wholeNumber } from '../ui/index.ts';

export const candidatesInWords = (count: number): string => plural(count, 'candidat', 'candidats');

export const texts = {
  back: 'Dossiers',
  found: (count: number): string => `${plural(count, 'dossier répond', 'dossiers répondent')} à votre recherche.`,
  nobody: 'Cette recherche ne donne aucun dossier.',
  tooMany: (most: number): string =>
    `Cette recherche donne plus de ${wholeNumber(most)} dossiers\u00a0: précisez-la d'abord.`,
  recipients: 'Qui le reçoit',
  columns: ['Numéro', 'Candidat'],
  why: 'Pourquoi',
  refresh: 'Rafraîchir',
};
