import type { GivenBy } from './piece.ts';

/** What an officer decided of a piece, in a word. */
export const decided = { received: 'Reçue', compliant: 'Conforme', 'non-compliant': 'Non conforme' } as const;

/** How a paper came, and what its day is. */
export const waysGiven = { counter: 'Apportée au guichet', post: 'Reçue par la poste' } satisfies Record<
  GivenBy,
  string
>;
export const cameOn = { counter: 'apportée au guichet le', post: 'postée le' } satisfies Record<GivenBy, string>;

export const DEPOSIT_WAYS = { phone: 'depuis un téléphone, par le code de son ordinateur' };

/** To the candidate, of pieces in one line. */
export const severalPieces = {
  deposited: (count: number, pieces: string): string =>
    `${count === 1 ? 'Pièce déposée' : `${count} pièces déposées`}\u00a0: ${pieces}.`,
  files: (piece: string, count: number): string => `${piece} (${count}\u00a0fichiers)`,
  reviewed: {
    received: (count: number, pieces: string): string =>
      `${count === 1 ? 'Pièce reçue' : `${count} pièces reçues`} par le rectorat\u00a0: ${pieces}.`,
    compliant: (count: number, pieces: string): string =>
      `${count === 1 ? 'Pièce conforme' : `${count} pièces conformes`}\u00a0: ${pieces}.`,
    'non-compliant': (count: number, pieces: string): string =>
      `${count === 1 ? 'Pièce' : `${count} pièces`} à refaire\u00a0: ${pieces}.`,
  },
};
