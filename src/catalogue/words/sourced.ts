import type { Confidence } from '../schema/shape.ts';
import type { Choice } from './words.ts';

export const CONFIDENCES = {
  official: 'arrêté ou Code',
  notice: 'notice',
  secondary: 'page privée',
  derived: 'déduit',
  uncertain: 'incertain',
  unknown: 'inconnu',
} satisfies Readonly<Record<Confidence, Choice>>;

export const confidence = { label: 'Sûreté', options: CONFIDENCES };
export const source = { label: 'Source', width: 60 };
/** Where a fact comes from, and how sure it is. */
export const sourced = { source, confidence, note: { label: 'Remarque', rows: 2 } };
export const sources = { label: 'Sources', help: 'Un élément par ligne\u00a0: notice, arrêté, décision du bureau.' };
/** What isn't sure: what visitors read of it, and why. */
export const caveat = {
  label: 'Réserve',
  fields: {
    words: {
      label: "Ce que lisent les visiteurs, là où c'est montré",
      help: 'Une phrase simple. Vide\u00a0: rien ne leur est dit.',
      rows: 2,
    },
    doubt: { label: "Ce qui n'est pas sûr, et d'où cela vient", help: 'Pour le bureau.', rows: 2 },
  },
};
export const oneALine = 'Un élément par ligne.';
