import * as z from 'zod';
import { PARTS } from '../budgets.ts';
import { code, type Frozen, sourced, text } from './shape.ts';
import { field, fields } from './words.ts';

const ROUNDINGS = ['up', 'nearest'] as const;

/** The sheet on which a board marks a unit (*grille d'évaluation*): what is looked at, and what each is worth. */
export const Evaluation = fields({
  title: field(text, { label: 'Titre de la fiche', width: 60 }),
  /** Kept with each mark: a sheet that changes is another version. */
  version: field(code, { label: 'Version', width: 10 }),
  /** Where criteria are judged by words; without them each is given points. From the best to the worst. */
  levels: field(
    z
      .array(
        fields({
          code: field(code, { label: 'Sigle', width: 6 }),
          label: field(text, { label: 'Niveau', width: 24 }),
          value: field(z.int().min(0).max(100), { label: 'Valeur', width: 4 }),
        }),
      )
      .max(PARTS.levels)
      .optional(),
    {
      label: 'Niveaux',
      help: 'Du meilleur au moins bon. Le meilleur donne tous les points du critère. Aucun\u00a0: chaque critère reçoit des points.',
      article: 'un',
      one: 'Niveau',
      counted: ['niveau', 'niveaux'],
    },
  ),
  criteria: field(
    z
      .array(
        fields({
          id: field(code, { label: 'Code du critère ici', width: 10, fixed: true }),
          /** Criteria of one part stand together. */
          part: field(text.optional(), { label: 'Partie', width: 40 }),
          label: field(text, { label: 'Critère', width: 60 }),
          points: field(z.int().positive(), { label: 'Points au plus', width: 6, counted: ['point', 'points'] }),
        }),
      )
      .min(1)
      .max(PARTS.criteria),
    { label: 'Critères', article: 'un', one: 'Critère', counted: ['critère', 'critères'] },
  ),
  /** Parts that another jury marks, without the candidate: it sees its criteria alone, by number. */
  apart: field(z.array(text).min(1).max(PARTS.criteria).optional(), {
    label: 'Parties notées par un autre jury, sans le candidat',
    help: 'Ce jury est composé et convoqué à part\u00a0; il signe ses critères, et la note est entière quand les deux jurys ont signé.',
  }),
  /** As the source prints it: checked against the criteria. */
  total: field(z.int().positive(), { label: 'Total des points', width: 6 }),
  /** Of the mark out of 20, to the step of the exam. */
  rounding: field(z.enum(ROUNDINGS), {
    label: 'Arrondi de la note sur 20',
    options: { up: 'au pas supérieur', nearest: 'au pas le plus proche' },
  }),
  ...sourced,
});

export type Evaluation = Frozen<z.infer<typeof Evaluation>>;
