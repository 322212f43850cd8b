import { plural } from '../../ui/index.ts';

export const nightsTexts = {
  title: 'Effacements',
  lead: "Ce que la prochaine nuit effacera, à 3\u00a0h\u00a040, et ce que les dernières ont effacé. Rien n'est effacé d'ici là.",
  coming: 'La prochaine nuit',
  columns: { what: 'Quoi', count: 'Combien' },
  comingHint:
    "Compté à l'instant, par la question même qui efface. Les fichiers de qui attend une réponse à un recours, ou une décision, restent.",
  /** Each sort of which none is due, in one line. */
  nothing: (what: number): string => `${plural(what, 'sorte de données', 'sortes de données')}\u00a0: rien à effacer`,
  past: 'Les dernières nuits',
  pastColumns: { at: 'Quand', what: 'Effacé' },
  none: 'Aucune nuit encore',
  noneText: 'Chaque nuit laisse ici ce qui est parti, en nombres.',
  verify: 'Vérifier ces nuits',
  verifyHint:
    'Recalcule la chaîne de ces nuits\u00a0: une ligne changée ou enlevée se verrait. Le scellé du jour les couvre.',
  intact: 'Vérifié\u00a0: la chaîne des nuits est intacte.',
  broken: (entries: number): string =>
    `Attention\u00a0: ${plural(entries, 'ligne ne correspond pas à sa chaîne', 'lignes ne correspondent pas à leur chaîne')}. Ne changez rien et prévenez l'administrateur.`,
  lengths: 'Combien de temps, et pourquoi',
  lengthColumns: { what: 'Quoi', length: 'Durée et source' },
} as const;
