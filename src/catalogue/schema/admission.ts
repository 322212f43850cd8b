import * as z from 'zod';
import { type Frozen, shaped, source, sourced, text } from './shape.ts';
import { field, fields } from './words.ts';

const months = z.int().positive();
const MONTHS = { label: 'Mois', width: 4 };
const hours = field(z.int().positive(), { label: 'Heures de formation', width: 6 });
/** None: the diploma alone opens the exam. */
const monthsOrNone = z.int().nonnegative();
export const CategoryCode = z.enum(['previous-candidate', 'distance-learner', 'other']);
export const CATEGORIES = {
  'previous-candidate': 'ancien candidat',
  'distance-learner': 'enseignement à distance',
  other: 'autre',
};
export const FORMS = { GLOBAL: 'globale', PROGRESSIVE: 'progressive' };
const asked = field(text, { label: 'Source (vide\u00a0: non demandé)', width: 60 });
const Asked = fields({ source: asked });

/**
 * What opens the exam: each key switches on the evaluator of that name (`enrolment/rules`) with these parameters; what isn't
 * there isn't asked. A speciality's own regulation may fix other durations.
 */
export const Admission = fields({
  /** Who sat all the tests after two years in a centre, or learns at a distance; nobody else. */
  formerOrDistance: field(Asked.optional(), 'Anciens candidats et enseignement à distance seulement'),
  /** Who sat before keeps the form of passage of that session. */
  formerForm: field(
    fields({
      source: asked,
      /**
       * Who sat in the globale form and enrols as one of these may choose anew, to be checked by a person: their globale form may
       * have been a duty (an apprentice's, a pupil's), and no choice.
       */
      chosenAnew: field(
        fields({
          categories: field(z.array(CategoryCode).min(1), { label: 'Catégories', options: CATEGORIES }),
          source,
        }).optional(),
        {
          label: "Sauf qui l'a passé en forme globale, peut-être par obligation, et s'inscrit comme",
          help: 'Un gestionnaire vérifie.',
        },
      ),
    }).optional(),
    'La forme de passage de la première session reste',
  ),
  /** Of age on that day of the exam's year (`12-31`), unless they follow a preparation. */
  majority: field(
    fields({
      age: field(z.int().positive(), { label: 'Âge', width: 4 }),
      on: field(shaped('monthDay'), { label: "Jour de l'année", example: '12-31', width: 6 }),
      ...sourced,
    }).optional(),
    'Majorité',
  ),
  /** Hours of training that the speciality's order prints. */
  training: field(
    fields({
      source: asked,
      /** A decision of the recteur may cut them; where the key isn't there, nobody is asked for one. */
      positioning: field(Asked.optional(), 'Une décision de positionnement du recteur les réduit'),
    }).optional(),
    "Heures de formation de l'arrêté de la spécialité",
  ),
  /** Months of work in relation with the diploma. */
  practice: field(
    fields({
      withoutDiploma: field(fields({ months: field(months, MONTHS), source }), 'Sans diplôme'),
      withListedDiploma: field(fields({ months: field(monthsOrNone, MONTHS), source }), 'Avec un diplôme de la liste'),
      withSpecialContract: field(
        fields({ months: field(months, MONTHS), hours, source }),
        'Avec un contrat en alternance',
      ),
      /** From the floor to `months`, the office judges. */
      withBacPro: field(
        fields({
          floorMonths: field(months, { label: 'Mois au moins', width: 4 }),
          months: field(months, MONTHS),
          source,
        }),
        'Avec un bac pro du secteur',
      ),
      /** In the progressive form, complete with the last unit and not before; where the key isn't there, at every enrolment. */
      withLastUnit: field(
        fields({
          source: field(text, { label: 'Source (vide\u00a0: complète à chaque inscription)', width: 60 }),
        }).optional(),
        'Complète avec la dernière unité',
      ),
    }).optional(),
    'Durée de métier',
  ),
  /** For the specialities whose regulation says so (`eligibility: pharmacy`), in the place of training and practice. */
  pharmacy: field(
    fields({
      months: field(months, MONTHS),
      hours,
      withinYears: field(z.int().positive(), { label: 'Dans les années qui précèdent', width: 4 }),
      source,
    }).optional(),
    'Pharmacie',
  ),
  /** Weeks in a workplace that the order of a speciality asks (`workPlacement` of its regulation): a person looks at each. */
  workPlacement: field(Asked.optional(), 'Les semaines en milieu professionnel que demande la spécialité'),
  /** Living in a department of the academy. */
  residence: field(Asked.optional(), "Résider dans l'académie"),
  nationalService: field(
    fields({
      /** Nobody younger is in the census; where the key isn't there, any age. */
      fromAge: field(z.int().positive().optional(), { label: "À partir de l'âge de", width: 4 }),
      untilAge: field(z.int().positive(), { label: "Jusqu'à l'âge de", width: 4 }),
      source,
    }).optional(),
    'Service national',
  ),
});

/** What a candidate may keep of a former session. */
export const Credits = fields({
  /** Calendar years from the day of the mark. */
  keptYears: field(z.int().positive(), { label: 'Années', width: 4 }),
  /** A mark of so many points on 20 and more is kept (*bénéfice*); null: any mark is. */
  keptFrom: field(z.int().positive().nullable(), {
    label: 'À partir de (points sur 20)',
    help: 'Vide\u00a0: toute note.',
    width: 4,
  }),
  /** The forms in which a lower mark is carried (*report*). */
  carriedIn: field(z.array(z.enum(['GLOBAL', 'PROGRESSIVE'])), {
    label: 'Une note plus basse est reportée dans la forme',
    options: FORMS,
  }),
  source,
  /** What says which units of a former regulation lead to which of today's. */
  correspondence: field(text, { label: 'Source des tableaux de correspondance', width: 60 }),
});

export type Admission = Frozen<z.infer<typeof Admission>>;
