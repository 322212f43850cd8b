import * as z from 'zod';
import { code, type Frozen, type OfExam, shaped, text } from './shape.ts';

/**
 * A typical candidate and what the rules must answer: run at each change of the rules, so that a change shows what it does.
 * `question` is one of the open interface (`/api/v1/simulations/…`), with its own checks when the case is run.
 */
export const RuleCase = z.strictObject({
  code,
  /** « Une coiffeuse de 24 ans, cinq ans de salon » */
  title: text,
  asks: z.enum(['eligibility', 'average']),
  question: z.record(z.string(), z.unknown()),
  /** What isn't named isn't compared. */
  expect: z.strictObject({
    verdict: z.enum(['eligible', 'to-check', 'not-eligible']).exactOptional(),
    /** Codes of reasons with what they must say: true, false, or null for « à vérifier ». */
    reasons: z.record(z.string(), z.boolean().nullable()).exactOptional(),
    /** Every piece that must be in the list, in any order. */
    pieces: z.array(shaped('pieceCode')).exactOptional(),
    outcome: z.enum(['PASSED', 'FAILED', 'NOT_JUDGED']).exactOptional(),
    /** `12.50` */
    average: text.exactOptional(),
    /** The same, over the professional units alone. */
    professionalAverage: text.exactOptional(),
    /** The question itself is impossible. */
    refused: z.literal(true).exactOptional(),
  }),
  source: text.optional(),
});

export type RuleCase = OfExam<Frozen<z.infer<typeof RuleCase>>>;
