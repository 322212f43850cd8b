import * as z from 'zod';
import { code, type Frozen, text } from './shape.ts';

export const Exam = z.strictObject({
  code,
  name: text,
  /** « Brevet professionnel » */
  diploma: text,
  level: z.int(),
  exemptionGrounds: z.array(
    z.strictObject({
      code: z.enum(['baccalaureate', 'speciality', 'skills-block', 'vae', 'foreign', 'notice-level']),
      label: text,
      /** Kinds of units, or words of their titles, that it may exempt; `any` for all. */
      covers: z.enum(['general-expression-and-language', 'speciality-list', 'any']),
      basis: z.enum(['order', 'notice', 'both']),
      source: text,
    }),
  ),
  /** INSEE, professions et catégories socioprofessionnelles, first level. */
  socioProfessionalCategories: z.array(z.strictObject({ code: text, label: text })).min(1),
  /** Years during which a mark can be kept (D337-107: from the date of the mark, in calendar years). */
  keptMarkYears: z.int(),
  /** Months of work and hours of training that open the exam where the speciality's own order fixes nothing else. */
  conditions: z.strictObject({
    withoutDiploma: z.strictObject({ months: z.int().positive(), source: text }),
    withListedDiploma: z.strictObject({ months: z.int().positive(), source: text }),
    withSpecialContract: z.strictObject({ months: z.int().positive(), hours: z.int().positive(), source: text }),
    /** From the floor to `months`, the office judges. */
    withBacPro: z.strictObject({ floorMonths: z.int().positive(), months: z.int().positive(), source: text }),
    pharmacy: z.strictObject({
      months: z.int().positive(),
      hours: z.int().positive(),
      withinYears: z.int().positive(),
      source: text,
    }),
    nationalService: z.strictObject({ untilAge: z.int().positive(), source: text }),
  }),
});

export type Exam = Frozen<z.infer<typeof Exam>>;
export type ExamConditions = Exam['conditions'];
