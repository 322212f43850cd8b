import type * as z from 'zod';
import type { PieceType } from '../schema/pieceType.ts';
import { source } from './sourced.ts';
import type { EntryWords } from './words.ts';

export const pieceTypeWords: EntryWords<z.infer<typeof PieceType>> = {
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
  fields: {
    code: { label: 'Code de la pièce', help: 'Trois à neuf majuscules ou chiffres.', width: 10, fixed: true },
    ownCode: {
      label: "D'où vient ce code\u00a0?",
      fixed: true,
      options: { oui: "c'est le nôtre", non: 'une source le donne' },
    },
    label: { label: 'Nom de la pièce', width: 60 },
    description: {
      label: "Ce que c'est",
      help: 'Le candidat lit ces phrases\u00a0: courtes, avec ce que le document doit contenir.',
      rows: 3,
    },
    example: { label: 'Exemple de document qui convient', rows: 2 },
    repeatable: {
      label: 'Plusieurs fichiers sont-ils utiles\u00a0?',
      help: "Oui pour plusieurs employeurs, plusieurs pages ou les deux côtés d'une carte.",
    },
    health: {
      label: 'Touche-t-elle à la santé\u00a0?',
      help: 'Oui\u00a0: le service des aménagements seul la lit. Elle le reste ensuite.',
      fixed: true,
    },
    excuses: { label: 'Pièces dont elle dispense', help: 'Un code par ligne.', rows: 3 },
    alsoProves: {
      label: 'Pièces que le même document peut prouver',
      help: 'Un code par ligne. Le candidat choisit, une fois, de donner le document pour les deux\u00a0; chaque pièce se contrôle à part.',
      rows: 2,
    },
    rules: {
      label: 'Règles',
      article: 'une',
      one: 'Règle',
      counted: ['règle de pièce', 'règles de pièces'],
      fields: { when: 'Demandée', why: { label: 'Raison, dite au candidat', rows: 2 }, source },
    },
    mustProve: { label: 'Ce que le gestionnaire doit y trouver', help: 'Une chose par ligne.', rows: 5 },
    cannedReasons: {
      label: 'Motifs de refus',
      article: 'un',
      one: 'Motif',
      counted: ['motif de refus', 'motifs de refus'],
      fields: {
        text: { label: 'Texte', rows: 2 },
        code: {
          label: 'Code du motif',
          help: 'Lettres sans accent, chiffres et tirets. Laissez vide pour un code tiré du texte.',
          width: 24,
          fixed: true,
        },
      },
    },
  },
};
