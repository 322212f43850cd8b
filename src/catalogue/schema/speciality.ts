import * as z from 'zod';

import { ANNEXES } from '../facts.ts';
import { caveat, Day, type Frozen, type OfExam, oneALine, shaped, source, sources, text } from './shape.ts';
import { field, fields, thing } from './words.ts';

export const Speciality = thing(
  {
    article: 'une',
    counted: ['spécialité', 'spécialités'],
    parts: [
      { legend: 'La spécialité', from: 'cfd' },
      { legend: 'Sessions', help: 'Laissez vide ce qui est inconnu.', from: 'firstSession' },
      { legend: 'Sources', from: 'rncp' },
      { legend: 'Travail en hauteur (R.408)', from: 'scaffolding' },
    ],
  },
  {
    /** Code formation diplôme: eight digits, the exam's prefix + NSF group + serial. */
    cfd: field(shaped('cfd'), { label: 'Code national', help: 'Huit chiffres.', width: 10, fixed: true }),
    letter: field(text.nullable(), { label: 'Lettre du code', width: 4 }),
    name: field(text, { label: 'Nom', width: 60 }),
    /** Trades and words by which people look for it, beside its name. */
    trades: field(z.array(text).default([]), {
      label: 'Métiers et mots qui aident à la trouver',
      help: oneALine,
      rows: 5,
    }),
    /** Days of the ministerial orders that create and repeal the speciality. */
    order: field(
      fields({
        created: field(Day.nullable(), 'Arrêté qui la crée\u00a0: jour'),
        repealed: field(Day.nullable(), "Arrêté qui l'abroge\u00a0: jour"),
      }),
      'Arrêtés',
    ),
    firstSession: field(z.int().nullable(), { label: 'Première session', width: 6 }),
    lastSession: field(z.int().nullable(), { label: 'Dernière session', width: 6 }),
    /** Extra session of a repealed speciality, for former candidates only. */
    extraSession: field(z.int().nullable(), {
      label: 'Session supplémentaire',
      help: "Pour ceux qui ont échoué à la dernière, après l'abrogation.",
      width: 6,
    }),
    replacedBy: field(shaped('cfd').nullable(), {
      label: 'Remplacée par',
      help: 'Code à huit chiffres de la nouvelle spécialité.',
      width: 10,
    }),
    /** May name specialities closed long ago, which the pack doesn't hold. */
    replaces: field(z.array(shaped('cfd')).default([]), { label: 'Remplace', help: 'Un code par ligne.', rows: 2 }),
    /** Legally open, but nobody trains for it: hidden. */
    dormant: field(
      fields({
        note: field(text, {
          label: 'Masquée, parce que',
          help: "Une spécialité ouverte en droit, où personne n'est formé. Vide\u00a0: elle est montrée.",
          rows: 2,
        }),
      }).optional(),
      'Masquée',
    ),
    /** R.408 certificates. Units concerned: not in our sources (`null`). */
    scaffolding: field(
      fields({
        annexes: field(z.array(z.literal(ANNEXES)).min(1), {
          label: 'Annexes',
          options: { '3': 'Annexe 3, montage', '4': 'Annexe 4, réception', '5': 'Annexe 5, utilisation' },
        }),
        noticeLabel: field(text, { label: 'Nom dans la notice', width: 60 }),
        units: field(z.array(text).nullable(), {
          label: 'Unités concernées',
          help: "Un code par ligne. Vide\u00a0: inconnues, et personne n'en est exclu par le site.",
        }),
        source,
      }).optional(),
      {
        label: 'Travail en hauteur (R.408)',
        help: "Attestations demandées. Aucune case\u00a0: la spécialité n'en demande pas.",
      },
    ),
    rncp: field(
      z
        .array(
          fields({ code: field(text, { label: 'Code', width: 12 }), list: field(text, 'Liste où elle a été lue') }),
        )
        .default([]),
      { label: 'Répertoire national (RNCP)', article: 'une', one: 'Fiche' },
    ),
    /** Of its name or code, where we aren't sure of them. */
    caveat,
    sources,
  },
  [
    'cfd',
    'letter',
    'name',
    'trades',
    'dormant',
    'firstSession',
    'lastSession',
    'extraSession',
    'replacedBy',
    'order',
    'replaces',
    'rncp',
    'caveat',
    'sources',
  ],
);

export type Speciality = OfExam<Frozen<z.infer<typeof Speciality>>>;
