import * as z from 'zod';
import { PARTS } from '../budgets.ts';
import { FACT_NAMES, type FactName } from '../facts.ts';

const FactAsked = z.enum(FACT_NAMES);

export type Condition =
  | { readonly always: true }
  | { readonly fact: FactName; readonly is: string | boolean | number }
  | { readonly fact: FactName; readonly includes: string | number }
  | { readonly fact: FactName; readonly below: number }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

export const Condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ always: z.literal(true) }),
    z.strictObject({ fact: FactAsked, is: z.union([z.string(), z.boolean(), z.number()]) }),
    z.strictObject({ fact: FactAsked, includes: z.union([z.string(), z.number()]) }),
    z.strictObject({ fact: FactAsked, below: z.number() }),
    z.strictObject({ all: z.array(Condition).min(1).max(PARTS.conditions) }),
    z.strictObject({ any: z.array(Condition).min(1).max(PARTS.conditions) }),
    z.strictObject({ not: Condition }),
  ]),
);
