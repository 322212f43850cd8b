import * as z from 'zod';
import { code, sourced, text } from './shape.ts';
import { field, fields } from './words.ts';

const REMEDY_NATURES = ['appeal', 'complaint', 'documents'] as const;
const delay = fields({
  count: field(z.int().positive(), { label: 'Nombre', width: 4 }),
  unit: field(z.enum(['days', 'months', 'years']), {
    label: 'Unité',
    options: { days: 'jours', months: 'mois', years: 'ans' },
  }),
});
const passMark = fields({
  from: field(z.int().min(1).max(20), { label: 'À partir de (points sur 20)', width: 4 }),
  ...sourced,
});

/** What the diploma is delivered on. */
export const Results = fields({
  /** Over all units, of 20. */
  average: field(passMark, 'Moyenne générale'),
  /** Over the professional units alone; where the key isn't there, no such average is asked. */
  professionalAverage: field(passMark.optional(), {
    label: 'Moyenne des unités professionnelles',
    help: "Vide\u00a0: cette seconde moyenne n'est pas demandée.",
  }),
  /** How a unit is marked, from 0 to 20; where the key isn't there, nothing is marked. */
  marks: field(
    fields({
      step: field(z.enum(['half-point', 'point']), {
        label: 'Au plus près',
        options: { 'half-point': 'le demi-point', point: 'le point' },
      }),
      ...sourced,
    }).optional(),
    { label: "Notes d'une unité, de 0 à 20", help: "Vide\u00a0: aucun lot de notes ne peut s'ouvrir." },
  ),
  /** What says that an absence bars the diploma, and that a justified one is a 0. */
  absence: field(text, { label: "Source de la règle sur l'absence", width: 60 }),
  /** How a candidate looks at their scripts and contests, once results are published; where the key isn't there, the office says it. */
  remedies: field(
    z
      .array(
        fields({
          code: field(code, { label: 'Code', width: 20, fixed: true }),
          label: field(text, { label: 'Nom', width: 60 }),
          /** An appeal is explained by the law, others by these. */
          words: field(text.exactOptional(), { label: 'Explication', rows: 3 }),
          /**
           * Of which its delays follow (`law/`): an appeal against the result, a complaint, a request for documents. The first alone has
           * a legal last day.
           */
          nature: field(z.enum(REMEDY_NATURES), {
            label: 'Nature',
            help: 'Elle dit ses délais, et ce que vaut le silence.',
            options: {
              appeal: {
                label: 'recours contre le résultat',
                hint: 'La loi dit son dernier jour, et le jour où le silence est un refus.',
              },
              complaint: { label: 'réclamation', hint: 'La loi dit le jour où le silence est un refus.' },
              documents: {
                label: 'communication de documents',
                hint: "Le silence est plus tôt un refus, contesté devant la commission d'accès aux documents.",
              },
            },
          }),
          /** From the day of the publication, where a source gives so long and no law does. */
          within: field(delay.optional(), {
            label: 'Délai, à compter de la publication',
            help: "Vide\u00a0: aucune source n'en donne. Celui d'un recours est dans la loi.",
          }),
          ...sourced,
        }),
      )
      .min(1)
      .optional(),
    {
      label: 'Après les résultats',
      help: 'Ce que lit un candidat\u00a0: consulter ses copies, contester.',
      article: 'une',
      one: 'Démarche',
    },
  ),
});

/** Who sits in a jury. Where the key isn't there, no jury of this exam can be written. */
export const Jury = fields({
  qualities: field(
    z
      .array(
        fields({
          code: field(code, { label: 'Code', width: 20, fixed: true }),
          label: field(text, { label: 'Nom', width: 40 }),
          /** One chairs, one may be their deputy. */
          seat: field(z.enum(['chair', 'deputy', 'member']), {
            label: 'Place',
            options: { chair: 'préside', deputy: 'supplée', member: 'siège' },
          }),
          /** Counted in that half; neither: in none. */
          half: field(z.enum(['teaching', 'trade']).optional(), {
            label: 'Compte pour la moitié',
            options: { teaching: 'des enseignants', trade: 'des professionnels' },
          }),
        }),
      )
      .min(1),
    { label: 'Qualités', article: 'une', one: 'Qualité', counted: ['qualité', 'qualités'] },
  ),
  /** What says who sits in it, and that a half which fails through absence bars nothing. */
  ...sourced,
  /** How many must be there; where no text says so, a person says whether there are enough. */
  quorum: field(
    fields({
      members: field(z.int().positive().nullable(), {
        label: 'Membres présents au moins',
        help: 'Vide\u00a0: aucun texte ne le dit, une personne le constate.',
        width: 4,
      }),
      ...sourced,
    }),
    'Nombre pour délibérer',
  ),
});
