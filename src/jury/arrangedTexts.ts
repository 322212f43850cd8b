import { extraTimeInWords } from '../law/index.ts';
import { plural } from '../ui/index.ts';
import type { GrantedMeasure } from './store/arranged.ts';

/** What the chair of a jury is told of accommodations. */
export const arrangedTexts = {
  title: 'Aménagements accordés',
  none: "Aucun aménagement n'est accordé aux candidats de ce jury.",
  line: ({ label, percent, candidates }: GrantedMeasure): string =>
    `${label}${percent === null ? '' : `, ${extraTimeInWords(percent)}`}\u00a0: ${plural(candidates, 'candidat', 'candidats')}`,
  law: "Sans les noms, qui restent au rectorat. Le président en informe les membres du jury s'il le faut (code de l'éducation, D351-31).",
} as const;
