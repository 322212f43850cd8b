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
export const oneALine = 'Un élément par ligne.';
