import * as z from 'zod';
import { PARTS } from '../budgets.ts';

/** What the rules of pieces may ask of an enrolment. The enrolment answers each of these names. */
export const FactName = z.enum([
  'category', // 'previous-candidate' | 'distance-learner' | 'other'
  'form', // 'GLOBAL' | 'PROGRESSIVE'
  'frenchNational',
  'ageAtEnrolment', // whole years on the day of the first registration
  'minor',
  'diploma', // 'none' | 'level-3-listed' | 'bac-pro-sector' | 'unknown' (simulator only)
  'keepsMark',
  'carriesMark',
  'exemptionGrounds', // list: 'baccalaureate' | 'speciality' | 'skills-block' | 'vae' | 'foreign' | 'notice-level' | 'unknown'
  'lastUnitPresented', // true in the globale form, or when no unit is left after this session
  'scaffoldingAnnexes', // list of 3, 4, 5
  'positioning',
  'pharmacy',
  'handicap', // health: an arrangement is asked for, or a status declared
  'disabledWorker', // health: declared to be excused from R.408
  'practiceDueAt', // 'enrolment' | 'exam' | 'last-unit': when the months of work have to be complete, by the verdict
  'conditionsDueAt', // 'enrolment' | 'exam': the session's switch, so that a rule can say when its piece is due
  'nationalityAskedOf', // 'everyone' | 'under-25': the session's switch
]);

export type Condition =
  | { readonly always: true }
  | { readonly fact: z.infer<typeof FactName>; readonly is: string | boolean | number }
  | { readonly fact: z.infer<typeof FactName>; readonly includes: string | number }
  | { readonly fact: z.infer<typeof FactName>; readonly below: number }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

export const Condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ always: z.literal(true) }),
    z.strictObject({ fact: FactName, is: z.union([z.string(), z.boolean(), z.number()]) }),
    z.strictObject({ fact: FactName, includes: z.union([z.string(), z.number()]) }),
    z.strictObject({ fact: FactName, below: z.number() }),
    z.strictObject({ all: z.array(Condition).min(1).max(PARTS.conditions) }),
    z.strictObject({ any: z.array(Condition).min(1).max(PARTS.conditions) }),
    z.strictObject({ not: Condition }),
  ]),
);

export type FactName = z.infer<typeof FactName>;
