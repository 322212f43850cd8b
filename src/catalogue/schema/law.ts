import * as z from 'zod';
import { Day, text } from './shape.ts';
import { field, fields } from './words.ts';

/** A law that an act, a decision or a rule of the exam cites. */
const LAW = {
  /** « code de l'éducation, article D337-121 » */
  article: field(text, { label: 'Article', example: "code de l'éducation, article D337-121", width: 60 }),
  /** What it says, in a sentence. */
  words: field(text, { label: 'Ce que dit cet article', rows: 2 }),
  /** A day on which that version was in force, as it was read; null: none is known. */
  asOf: field(Day.nullable(), {
    label: 'Un jour où cette version est en vigueur',
    help: 'Vide\u00a0: inconnu.',
    width: 12,
  }),
};
const Law = fields(LAW);

/** Where a key isn't there, the articles of the whole exam (`law`) are cited: `lawOf`. */
export const Laws = fields({
  /** Who may enrol. */
  conditions: field(Law.optional(), "Qui peut s'inscrire"),
  /** What makes the pieces due: an incomplete enrolment is annulled on it. */
  incomplete: field(Law.optional(), 'Pièces obligatoires, et inscription incomplète'),
  /** One diploma a session; `derogable`: the recteur may grant somebody otherwise. */
  oneEnrolment: field(
    fields({ ...LAW, derogable: field(z.boolean(), 'Le recteur peut-il y déroger\u00a0?') }).optional(),
    'Une inscription par session',
  ),
  /** The choice of a form of passage. */
  form: field(Law.optional(), 'Choix de la forme de passage'),
  accommodations: field(Law.optional(), "Aménagements d'épreuves"),
  /** An absence, justified or not, and the replacement tests. */
  absence: field(Law.optional(), 'Absence et épreuves de remplacement'),
  /** What the jury decides on, and that it is sovereign. */
  jury: field(Law.optional(), 'Délibération du jury'),
  result: field(Law.optional(), 'Ce qui donne le diplôme'),
  /** Who delivers the diploma and corrects a material error. */
  delivery: field(Law.optional(), 'Délivrance du diplôme et erreur matérielle'),
});
