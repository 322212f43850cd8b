import * as z from 'zod';

import { ANNEXES } from '../facts.ts';
import { Caveat, Day, type Frozen, type OfExam, shaped, text } from './shape.ts';

export const Speciality = z.strictObject({
  /** Code formation diplôme: eight digits, the exam's prefix + NSF group + serial. */
  cfd: shaped('cfd'),
  letter: text.nullable(),
  name: text,
  /** Trades and words by which people look for it, beside its name. */
  trades: z.array(text).default([]),
  /** Days of the ministerial orders that create and repeal the speciality. */
  order: z.strictObject({ created: Day.nullable(), repealed: Day.nullable() }),
  firstSession: z.int().nullable(),
  lastSession: z.int().nullable(),
  /** Extra session of a repealed speciality, for former candidates only. */
  extraSession: z.int().nullable(),
  replacedBy: shaped('cfd').nullable(),
  /** May name specialities closed long ago, which the pack doesn't hold. */
  replaces: z.array(shaped('cfd')).default([]),
  /** Legally open, but nobody trains for it: hidden. */
  dormant: z.strictObject({ note: text }).optional(),
  /** R.408 certificates. Units concerned: not in our sources (`null`). */
  scaffolding: z
    .strictObject({
      annexes: z.array(z.literal(ANNEXES)).min(1),
      noticeLabel: text,
      units: z.array(text).nullable(),
      source: text,
    })
    .optional(),
  rncp: z.array(z.strictObject({ code: text, list: text })).default([]),
  /** Of its name or code, where we aren't sure of them. */
  caveat: Caveat.optional(),
  sources: z.array(text).min(1),
});

export type Speciality = OfExam<Frozen<z.infer<typeof Speciality>>>;
