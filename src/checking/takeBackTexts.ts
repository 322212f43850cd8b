/** By its name in the address: a decision was just taken back. */
export const TAKEN_BACK = 'decision-reprise';

/** Taking back a decision that was a slip of the finger. */
export const takeBackTexts = {
  button: 'Reprendre la décision (30\u00a0s)',
  flash: 'La décision est reprise\u00a0: la pièce est de nouveau comme avant.',
  taken: (decision: string): string => `${decision} (reprise aussitôt)`,
} as const;
