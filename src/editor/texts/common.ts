import { quoted } from '../../ui/index.ts';

/** Sentences that several parts of a draft share. */
export const texts = {
  faultsHere: 'Fautes à corriger ici',
  unreadable: (file: string): string =>
    `Le fichier ${quoted(file)} n'est pas lisible\u00a0: ce qu'il contient manque dans cette page. Corrigez-le d'abord.`,
  mend: 'Ouvrir le fichier',
};
