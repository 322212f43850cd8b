import * as z from 'zod';
import { type Choice, field, fields } from './words.ts';

export const text = z.string().trim().min(1);

/** The shapes of written things. The name of a pattern is what a fault carries; `texts.ts` says it in French. */
export const PATTERNS = {
  code: /^[A-Za-z0-9-]+$/,
  cfd: /^\d{8}$/,
  cfdPrefix: /^\d{3}$/,
  department: /^(\d{2,3}|2[AB])$/,
  postcode: /^\d{5}$/,
  host: /^[a-z0-9-]+(\.[a-z0-9-]+)+$/,
  portfolio: /^[A-Z][A-Z0-9]{0,7}$/,
  pieceCode: /^[0-9A-Z]{3,9}$/,
  numberPrefix: /^[A-Z0-9]{2,6}$/,
  examPrefix: /^[A-Z]{2,4}$/,
  wallClock: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/,
  monthDay: /^\d{2}-\d{2}$/,
  day: /^\d{4}-\d{2}-\d{2}$/,
} as const;
export type PatternName = keyof typeof PATTERNS;

export const shaped = (name: PatternName): z.ZodString => z.string().regex(PATTERNS[name], { error: name });
export const code = shaped('code');

/** How sure a fact is. `official`: read in the order; `secondary`: private page or press; `derived`: our reasoning. */
export const Confidence = z.enum(['official', 'notice', 'secondary', 'derived', 'uncertain', 'unknown']);

export const CONFIDENCES = {
  official: 'arrêté ou Code',
  notice: 'notice',
  secondary: 'page privée',
  derived: 'déduit',
  uncertain: 'incertain',
  unknown: 'inconnu',
} satisfies Readonly<Record<Confidence, Choice>>;
const SOURCE = { label: 'Source', width: 60 };
export const source = field(text, SOURCE);
export const confidence = field(Confidence, { label: 'Sûreté', options: CONFIDENCES });
/** Where a fact comes from, and how sure it is. */
export const sourced = {
  source: field(text.nullable(), SOURCE),
  confidence,
  note: field(text.optional(), { label: 'Remarque', rows: 2 }),
};
export const sources = field(z.array(text).min(1), {
  label: 'Sources',
  help: 'Un élément par ligne\u00a0: notice, arrêté, décision du bureau.',
});
export const oneALine = 'Un élément par ligne.';

/** What isn't sure of a whole: `words`, for visitors, stand where it is shown; `doubt`, why and where it comes from, is for the office. */
const Caveat = fields({
  words: field(text, {
    label: "Ce que lisent les visiteurs, là où c'est montré",
    help: 'Une phrase simple. Vide\u00a0: rien ne leur est dit.',
    rows: 2,
  }),
  doubt: field(text, { label: "Ce qui n'est pas sûr, et d'où cela vient", help: 'Pour le bureau.', rows: 2 }),
});
export const caveat = field(Caveat.optional(), 'Réserve');

/** A wall clock of the session's zone, to the minute: `2023-12-01T17:00`. Resolved once, when the pack is loaded. */
export const WallClock = shaped('wallClock');
export const Day = shaped('day');

export type Confidence = z.infer<typeof Confidence>;
export type Caveat = z.infer<typeof Caveat>;

/** A thing that the folder of an exam holds: the reader says which, no file repeats it. */
export type OfExam<T> = T & { readonly exam: string };

/** What was read can't be changed: frozen when it runs, and so for the compiler. */
export type Frozen<T> = T extends readonly [infer A, infer B]
  ? readonly [Frozen<A>, Frozen<B>]
  : T extends readonly (infer Item)[]
    ? readonly Frozen<Item>[]
    : T extends object
      ? { readonly [Key in keyof T]: Frozen<T[Key]> }
      : T;
