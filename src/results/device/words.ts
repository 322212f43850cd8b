/** The French of what follows each key of *Ma moyenne*, on the server and in the browser. */
export const words = {
  unreadable: (count: number): string =>
    `${count === 1 ? 'Une note est' : `${count} notes sont`} à corriger\u00a0: de 0 à 20, au demi-point.`,
  absent: 'Une absence non justifiée empêche de délivrer le diplôme.',
  allExempt: 'Toutes les unités sont dispensées.',
  average: (average: string): string => `Moyenne\u00a0: ${average} sur 20.`,
  trade: (average: string): string => `Sur les seules unités professionnelles\u00a0: ${average}.`,
  reached: (from: number): string => `\u00a0: la moyenne de ${from} est déjà acquise.`,
} as const;
