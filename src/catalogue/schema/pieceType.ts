import * as z from 'zod';
import { PARTS } from '../budgets.ts';
import { Condition } from './condition.ts';
import { code, type Frozen, type OfExam, shaped, text } from './shape.ts';

export const PieceType = z.strictObject({
  /** `DCSTID01` as in the notice, or our own short code where no source gives one (`ownCode: true`). */
  code: shaped('pieceCode'),
  ownCode: z.boolean(),
  label: text,
  /** What it is, in words for a tired person; an example of a document that suits. */
  description: text,
  example: text.optional(),
  /** More than one file makes sense: several employers, several pages. */
  repeatable: z.boolean().default(false),
  /** Health data (RQTH, medical certificate): kept apart, read only by those who decide (pieces.md, section 6, trap 6). */
  health: z.boolean().default(false),
  /** Pieces that a compliant one of this type turns into *dispensé*. Such a type is offered, never demanded. */
  excuses: z.array(shaped('pieceCode')).default([]),
  /** Pieces that the same document may prove too: who gives it is asked, and each is judged on its own. */
  alsoProves: z.array(shaped('pieceCode')).default([]),
  /** Each rule that holds adds its reason to the line. */
  rules: z
    .array(z.strictObject({ when: Condition, why: text, source: text }))
    .min(1)
    .max(PARTS.rules),
  /** What the officer must find in it. */
  mustProve: z.array(text).min(1),
  /** Sentences an officer may send with a refusal, in the candidate's language, with what to do. */
  cannedReasons: z.array(z.strictObject({ code, text })).min(1).max(PARTS.cannedReasons),
});

export type PieceType = OfExam<Frozen<z.infer<typeof PieceType>>>;
