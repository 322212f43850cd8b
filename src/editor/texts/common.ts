import { quoted } from '../../ui/index.ts';

/** Sentences that several parts of a draft share. */
export const texts = {
  faultsHere: 'Fautes à corriger ici',
  tooLong: (max: number): string => `Écrivez ${max}\u00a0caractères au plus.`,
  unreadable: (file: string): string =>
    `Le fichier ${quoted(file)} n'est pas lisible\u00a0: ce qu'il contient manque dans cette page. Corrigez-le d'abord.`,
  mend: 'Ouvrir le fichier',
};
