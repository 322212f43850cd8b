import * as z from 'zod';
import { PARTS } from '../budgets.ts';
import { Condition } from './condition.ts';
import { code, type Frozen, type OfExam, shaped, source, text } from './shape.ts';
import { field, fields, thing } from './words.ts';

export const PieceType = thing(
  {
    article: 'une',
    counted: ['pièce', 'pièces'],
    parts: [
      { legend: 'La pièce', from: 'code' },
      {
        legend: 'Quand elle est demandée',
        help: "Elle est demandée dès que l'une de ces règles est vraie\u00a0; chacune ajoute sa raison.",
        from: 'rules',
      },
      { legend: 'Ce que le gestionnaire doit y trouver', from: 'mustProve' },
      {
        legend: 'Motifs de refus tout prêts',
        help: 'Le gestionnaire les choisit, le candidat les lit\u00a0: ce qui ne va pas, puis quoi faire.',
        from: 'cannedReasons',
      },
    ],
  },
  {
    /** `DCSTID01` as in the notice, or our own short code where no source gives one (`ownCode: true`). */
    code: field(shaped('pieceCode'), {
      label: 'Code de la pièce',
      help: 'Trois à neuf majuscules ou chiffres.',
      width: 10,
      fixed: true,
    }),
    ownCode: field(z.boolean(), {
      label: "D'où vient ce code\u00a0?",
      fixed: true,
      options: { oui: "c'est le nôtre", non: 'une source le donne' },
    }),
    label: field(text, { label: 'Nom de la pièce', width: 60 }),
    /** What it is, in words for a tired person; an example of a document that suits. */
    description: field(text, {
      label: "Ce que c'est",
      help: 'Le candidat lit ces phrases\u00a0: courtes, avec ce que le document doit contenir.',
      rows: 3,
    }),
    example: field(text.optional(), { label: 'Exemple de document qui convient', rows: 2 }),
    /** More than one file makes sense: several employers, several pages. */
    repeatable: field(z.boolean().default(false), {
      label: 'Plusieurs fichiers sont-ils utiles\u00a0?',
      help: "Oui pour plusieurs employeurs, plusieurs pages ou les deux côtés d'une carte.",
    }),
    /** One page alone of such a piece is asked about before it is handed over, never refused. */
    twoSided: field(z.boolean().optional(), {
      label: 'Est-ce le plus souvent une carte, avec un recto et un verso\u00a0?',
      help: "Oui\u00a0: à qui n'en donne qu'une page, le site demande si l'autre côté manque.",
    }),
    /** Health data (RQTH, medical certificate): kept apart, read only by those who decide (pieces.md, section 6, trap 6). */
    health: field(z.boolean().default(false), {
      label: 'Touche-t-elle à la santé\u00a0?',
      help: 'Oui\u00a0: le service des aménagements seul la lit. Elle le reste ensuite.',
      fixed: true,
    }),
    /** Pieces that a compliant one of this type turns into *dispensé*. Such a type is offered, never demanded. */
    excuses: field(z.array(shaped('pieceCode')).default([]), {
      label: 'Pièces dont elle dispense',
      help: 'Un code par ligne.',
      rows: 3,
    }),
    /** Pieces that the same document may prove too: who gives it is asked, and each is judged on its own. */
    alsoProves: field(z.array(shaped('pieceCode')).default([]), {
      label: 'Pièces que le même document peut prouver',
      help: 'Un code par ligne. Le candidat choisit, une fois, de donner le document pour les deux\u00a0; chaque pièce se contrôle à part.',
      rows: 2,
    }),
    /** Each rule that holds adds its reason to the line. */
    rules: field(
      z
        .array(
          fields({
            when: field(Condition, 'Demandée'),
            why: field(text, { label: 'Raison, dite au candidat', rows: 2 }),
            source,
          }),
        )
        .min(1)
        .max(PARTS.rules),
      { label: 'Règles', article: 'une', one: 'Règle', counted: ['règle de pièce', 'règles de pièces'] },
    ),
    /** What the officer must find in it. */
    mustProve: field(z.array(text).min(1), {
      label: 'Ce que le gestionnaire doit y trouver',
      help: 'Une chose par ligne.',
      rows: 5,
    }),
    /** Sentences an officer may send with a refusal, in the candidate's language, with what to do. */
    cannedReasons: field(
      z
        .array(
          fields(
            {
              code: field(code, {
                label: 'Code du motif',
                help: 'Lettres sans accent, chiffres et tirets. Laissez vide pour un code tiré du texte.',
                width: 24,
                fixed: true,
              }),
              text: field(text, { label: 'Texte', rows: 2 }),
            },
            ['text'],
          ),
        )
        .min(1)
        .max(PARTS.cannedReasons),
      { label: 'Motifs de refus', article: 'un', one: 'Motif', counted: ['motif de refus', 'motifs de refus'] },
    ),
  },
);

export type PieceType = OfExam<Frozen<z.infer<typeof PieceType>>>;
